import type { BuildingRow } from '@yinuo/contracts'
import { App, Input, Modal } from 'antd'
import { useState } from 'react'
import { call } from '../../../app/call.ts'
import { useSubmit } from '../../../app/submit.ts'
import { Refusal } from '../../../elements/refusal.tsx'
import { entranceWord } from './floors.ts'
import { useRenewArchive } from './queries.ts'

interface EntranceDialogProps {
  communityId: string
  building: BuildingRow
  entrance: string
  onClose: () => void
  onRenamed: (to: string) => void
}

/** Gives an entrance another name, with all its units. */
export function EntranceDialog({ communityId, building, entrance, onClose, onRenamed }: EntranceDialogProps) {
  const { message } = App.useApp()
  const renew = useRenewArchive(communityId)
  const [to, setTo] = useState(entrance)
  const close = () => {
    renew()
    onClose()
  }
  const { submit, busy, failure } = useSubmit(
    (name: string) =>
      call('PUT /communities/{communityId}/buildings/{id}/entrances', {
        path: { communityId, id: building.id },
        body: { ...(entrance ? { from: entrance } : {}), to: name, version: building.version },
      }),
    () => {
      message.success('单元已改名')
      onRenamed(to.trim())
      close()
    },
  )
  const units = building.entrances.find(({ name }) => name === entrance)?.units ?? 0
  return (
    <Modal
      open
      title={`${building.name}${entranceWord(entrance)} 改名`}
      okText="改名"
      okButtonProps={{ loading: busy, disabled: !to.trim() || to.trim() === entrance }}
      onOk={() => submit(to.trim())}
      onCancel={onClose}
      width={420}
    >
      <Refusal failure={failure} onReload={close} />
      <Input
        value={to}
        onChange={(event) => setTo(event.target.value)}
        onPressEnter={() => to.trim() && to.trim() !== entrance && submit(to.trim())}
        aria-label="新的单元名称"
        placeholder="如：2单元"
        maxLength={20}
        autoFocus
      />
      <p style={{ marginTop: 8, color: 'var(--secondary)' }}>这个单元的 {units} 套房屋的房号和二维码随之更新。</p>
    </Modal>
  )
}
