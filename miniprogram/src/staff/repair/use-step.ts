import type { RepairAction, RepairActionBodies } from '@yinuo/contracts'
import { useState } from 'react'
import { settle } from '../../cases/settle.ts'
import { act } from '../../outbox/repair-outbox.ts'
import type { PickedFile } from '../../platform'
import type { StepProps } from './step-props.ts'

/** Sends one step of work and closes its sheet. Without a connection the step waits on the phone. */
export function useStep({ repair, onClose, onDone }: StepProps) {
  const [busy, setBusy] = useState(false)
  return {
    busy,
    async send<Action extends RepairAction>(
      action: Action,
      body: Omit<RepairActionBodies[Action], 'version' | 'fileIds'>,
      done: string,
      photos: readonly PickedFile[] | null = null,
    ) {
      if (busy) return
      setBusy(true)
      await settle(await act(repair, action, body, photos), done)
      setBusy(false)
      onClose()
      onDone()
    },
  }
}
