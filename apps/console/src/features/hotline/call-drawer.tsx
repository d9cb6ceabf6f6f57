import { callKinds } from '@yinuo/contracts'
import type { CallKind } from '@yinuo/contracts'
import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Drawer } from 'antd'
import { useState } from 'react'
import { call } from '../../app/call.ts'
import { keysOf, useCommunity, useMay } from '../../app/community.ts'
import { useDraft } from '../../app/draft.ts'
import { useSubmit } from '../../app/submit.ts'
import { Refusal } from '../../elements/refusal.tsx'
import { answerOf, complaintOf, freshCall, lacksOf, repairOf } from './call-draft.ts'
import type { CallDraft, Lacks } from './call-draft.ts'
import { CallForm } from './call-form.tsx'
import { hotlineKeys } from './queries.ts'

/** One form while somebody is on the line: who, what, and what comes of it. What was typed outlives a closed drawer. */
export function CallDrawer({ onClose }: { onClose: () => void }) {
  const { communityId } = useCommunity()
  const may = useMay()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const kinds = (
    [
      ['repair', 'repairs.report'],
      ['complaint', 'complaints.assign'],
      ['consultation', 'conversations.answer'],
    ] as const
  )
    .filter(([, permission]) => may(permission))
    .map(([kind]): CallKind => kind)
  const [draft, keep, forget] = useDraft<CallDraft>(`call.${communityId}`, freshCall)
  const shown = kinds.includes(draft.kind) ? draft : { ...draft, kind: kinds[0]! }
  const [lacks, setLacks] = useState<Lacks>({})
  const path = { communityId }
  const { submit, busy, failure } = useSubmit(
    (told: CallDraft, idempotencyKey): Promise<{ number: string }> => {
      if (told.kind === 'repair')
        return call('POST /communities/{communityId}/repairs', { path, body: repairOf(told), idempotencyKey })
      if (told.kind === 'complaint')
        return call('POST /communities/{communityId}/complaint-registrations', { path, body: complaintOf(told), idempotencyKey })
      return call('POST /communities/{communityId}/hotline-answers', { path, body: answerOf(told), idempotencyKey })
    },
    ({ number }) => {
      forget()
      for (const queryKey of [hotlineKeys(communityId).calls, keysOf(communityId).repairs, keysOf(communityId).complaints])
        void queries.invalidateQueries({ queryKey })
      message.success(`${callKinds[shown.kind]}已登记，请告诉来电人编号 ${number}`, 6)
      onClose()
    },
  )
  const send = () => {
    const missing = lacksOf(shown)
    setLacks(missing)
    if (Object.keys(missing).length === 0) void submit(shown)
  }
  return (
    <Drawer
      open
      onClose={onClose}
      size={600}
      title="登记来电"
      footer={
        <div style={{ display: 'flex', alignItems: 'center', gap: 8 }}>
          <span style={{ flex: 1, color: 'var(--secondary)' }}>{shown.words && '草稿已自动保留'}</span>
          <Button
            onClick={() => {
              forget()
              setLacks({})
            }}
          >
            清空
          </Button>
          <Button type="primary" loading={busy} onClick={send}>
            登记
          </Button>
        </div>
      }
    >
      <Refusal failure={failure} />
      <CallForm
        kinds={kinds}
        draft={shown}
        lacks={lacks}
        onChange={(fields) => {
          const next = { ...shown, ...fields }
          keep(next)
          if (Object.keys(lacks).length > 0) setLacks(lacksOf(next))
        }}
      />
    </Drawer>
  )
}
