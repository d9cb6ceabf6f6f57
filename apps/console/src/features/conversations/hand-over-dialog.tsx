import type { ConversationView, HandOverConversation } from '@yinuo/contracts'
import { App, Form, Input, Modal, Select } from 'antd'
import { call } from '../../app/call.ts'
import { useSubmit } from '../../app/submit.ts'
import { Refusal } from '../../elements/refusal.tsx'
import { useColleagues, useRenewal } from './queries.ts'

/** Gives the conversation to a colleague; the note is for them alone. */
export function HandOverDialog({ conversation, onClose }: { conversation: ConversationView; onClose: () => void }) {
  const { communityId, id, assignee } = conversation
  const { message } = App.useApp()
  const [form] = Form.useForm<HandOverConversation>()
  const colleagues = useColleagues(communityId)
  const renew = useRenewal(communityId)
  const { submit, busy, failure } = useSubmit(
    (body: HandOverConversation, idempotencyKey) =>
      call('POST /communities/{communityId}/conversations/{id}/hand-over', { path: { communityId, id }, body, idempotencyKey }),
    () => {
      message.success('已转交，同事会收到提醒')
      renew()
      onClose()
    },
  )
  const options = (colleagues.data ?? [])
    .filter((colleague) => colleague.id !== assignee?.id)
    .map((colleague) => ({ value: colleague.id, label: `${colleague.name}${colleague.onDuty ? '（在岗）' : ''}` }))
  return (
    <Modal open title="转交会话" okText="转交" confirmLoading={busy} onOk={form.submit} onCancel={onClose}>
      <Refusal failure={failure} onReload={renew} />
      <Form form={form} layout="vertical" requiredMark={false} onFinish={(body) => void submit(body)}>
        <Form.Item name="staffId" label="转给" rules={[{ required: true, message: '请选择同事。' }]}>
          <Select
            options={options}
            loading={colleagues.isPending}
            placeholder="选择同事"
            showSearch={{ optionFilterProp: 'label' }}
          />
        </Form.Item>
        <Form.Item name="note" label="交代的话（住户看不到）" rules={[{ required: true, message: '请写一句交代的话。' }]}>
          <Input.TextArea rows={3} maxLength={500} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
