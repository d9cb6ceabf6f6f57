import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Popconfirm } from 'antd'
import { call } from '../../app/call.ts'
import { keysOf, useCommunity, useMay } from '../../app/community.ts'
import { useSubmit } from '../../app/submit.ts'
import { Refusal } from '../../elements/refusal.tsx'

/** Has failed deliveries tried again; who presses second changes nothing. */
export function ResendButton({ ids, onDone }: { ids: string[]; onDone: () => void }) {
  const { communityId } = useCommunity()
  const may = useMay()
  const queries = useQueryClient()
  const { message } = App.useApp()
  const { submit, busy, failure } = useSubmit(
    (body: { deliveryIds: string[] }, idempotencyKey) =>
      call('POST /communities/{communityId}/deliveries/resend', { path: { communityId }, body, idempotencyKey }),
    ({ resent }) => {
      message.success(`已安排补发 ${resent} 条`)
      void queries.invalidateQueries({ queryKey: keysOf(communityId).deliveries })
      onDone()
    },
  )
  if (!may('messages.manage') || ids.length === 0) return null
  return (
    <>
      <Popconfirm
        title={`补发 ${ids.length} 条？`}
        description="每条只补发一次，记入操作记录。"
        okText="补发"
        onConfirm={() => submit({ deliveryIds: ids })}
      >
        <Button type="primary" loading={busy}>
          补发 {ids.length} 条
        </Button>
      </Popconfirm>
      <Refusal failure={failure} />
    </>
  )
}
