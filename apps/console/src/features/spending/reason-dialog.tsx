import { moneyLimits } from '@yinuo/contracts'
import { App, Form, Input, Modal } from 'antd'
import { useCommunity } from '../../app/community.ts'
import { useSubmit } from '../../app/submit.ts'
import { Refusal } from '../../elements/refusal.tsx'
import { useRenewal } from '../ledger/queries.ts'

export interface ReasonWords {
  title: string
  hint: string
  done: string
}

/** Asks why before something is sent back or taken back. */
export function ReasonDialog({
  words,
  send,
  onClose,
}: {
  words: ReasonWords
  send: (reason: string, idempotencyKey: string) => Promise<unknown>
  onClose: () => void
}) {
  const { communityId } = useCommunity()
  const { message } = App.useApp()
  const renew = useRenewal(communityId)
  const [form] = Form.useForm<{ reason: string }>()
  const { submit, busy, failure } = useSubmit(
    ({ reason }: { reason: string }, idempotencyKey) => send(reason, idempotencyKey),
    () => {
      message.success(words.done)
      renew()
      onClose()
    },
  )
  return (
    <Modal
      open
      title={words.title}
      okText="确定"
      okButtonProps={{ danger: true, loading: busy }}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Refusal failure={failure} onReload={renew} />
      <p style={{ color: 'var(--secondary)' }}>{words.hint}</p>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={submit}>
        <Form.Item name="reason" label="原因" rules={[{ required: true, whitespace: true, message: '请写明原因' }]}>
          <Input.TextArea maxLength={moneyLimits.reason} autoSize={{ minRows: 2 }} autoFocus />
        </Form.Item>
      </Form>
    </Modal>
  )
}
