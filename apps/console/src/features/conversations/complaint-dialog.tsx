import { complaintCategories, complaintSorts, urgencies } from '@yinuo/contracts'
import type { ConversationView, ComplaintFromConversation } from '@yinuo/contracts'
import { App, Form, Input, Modal, Radio, Select } from 'antd'
import { call } from '../../app/call.ts'
import { useSubmit } from '../../app/submit.ts'
import { Refusal } from '../../elements/refusal.tsx'
import { useRenewal } from './queries.ts'
import { descriptionOf } from './words.ts'

const categories = Object.entries(complaintCategories).map(([value, label]) => ({ value, label }))
const sorts = Object.entries(complaintSorts).map(([value, label]) => ({ value, label }))
const choices = Object.entries(urgencies).map(([value, label]) => ({ value, label }))

/** A complaint, suggestion or praise out of the chosen entries; the talk stays and goes on. */
export function ComplaintDialog({
  conversation,
  chosen,
  onClose,
  onDone,
}: {
  conversation: ConversationView
  chosen: ReadonlySet<string>
  onClose: () => void
  onDone: () => void
}) {
  const { communityId, id, entries, unitLabel } = conversation
  const { message } = App.useApp()
  const [form] = Form.useForm<Omit<ComplaintFromConversation, 'entryIds'>>()
  const renew = useRenewal(communityId)
  const pictures = entries.filter((entry) => chosen.has(entry.id)).flatMap(({ files }) => files).length
  const { submit, busy, failure } = useSubmit(
    (body: ComplaintFromConversation, idempotencyKey) =>
      call('POST /communities/{communityId}/conversations/{id}/complaint', { path: { communityId, id }, body, idempotencyKey }),
    ({ number }) => {
      message.success(`已转为投诉建议 ${number}`)
      renew()
      onDone()
    },
  )
  return (
    <Modal open title={`转为投诉建议 · ${unitLabel}`} okText="登记" confirmLoading={busy} onOk={form.submit} onCancel={onClose}>
      <Refusal failure={failure} onReload={renew} />
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ sort: 'complaint', urgency: 'routine', description: descriptionOf(entries, chosen) }}
        onFinish={(body) => void submit({ ...body, entryIds: [...chosen] })}
      >
        <Form.Item name="sort" label="类型">
          <Radio.Group options={sorts} optionType="button" />
        </Form.Item>
        <Form.Item name="category" label="什么方面" rules={[{ required: true, message: '请选择类别。' }]}>
          <Select options={categories} placeholder="选择类别" showSearch={{ optionFilterProp: 'label' }} />
        </Form.Item>
        <Form.Item name="urgency" label="紧急程度">
          <Radio.Group options={choices} optionType="button" />
        </Form.Item>
        <Form.Item
          name="description"
          label="内容"
          extra={pictures > 0 ? `${Math.min(pictures, 6)} 张图片会一起带过去` : undefined}
          rules={[{ required: true, whitespace: true, message: '请填写内容。' }]}
        >
          <Input.TextArea rows={4} maxLength={1000} showCount />
        </Form.Item>
      </Form>
    </Modal>
  )
}
