import { repairCategories, urgencies } from '@yinuo/contracts'
import type { ConversationView, RepairFromConversation } from '@yinuo/contracts'
import { App, Form, Input, Modal, Radio, Select } from 'antd'
import { call } from '../../app/call.ts'
import { useSubmit } from '../../app/submit.ts'
import { Refusal } from '../../elements/refusal.tsx'
import { useRenewal } from './queries.ts'
import { descriptionOf } from './words.ts'

const categories = Object.entries(repairCategories).map(([value, { label }]) => ({ value, label }))
const choices = Object.entries(urgencies).map(([value, label]) => ({ value, label }))

/** A repair out of the chosen entries; the talk stays and goes on. */
export function RepairDialog({
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
  const [form] = Form.useForm<Omit<RepairFromConversation, 'entryIds'>>()
  const renew = useRenewal(communityId)
  const pictures = entries.filter((entry) => chosen.has(entry.id)).flatMap(({ files }) => files).length
  const { submit, busy, failure } = useSubmit(
    (body: RepairFromConversation, idempotencyKey) =>
      call('POST /communities/{communityId}/conversations/{id}/repair', { path: { communityId, id }, body, idempotencyKey }),
    ({ number }) => {
      message.success(`已转为报修 ${number}`)
      renew()
      onDone()
    },
  )
  return (
    <Modal open title={`转为报修 · ${unitLabel}`} okText="登记报修" confirmLoading={busy} onOk={form.submit} onCancel={onClose}>
      <Refusal failure={failure} onReload={renew} />
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ urgency: 'routine', description: descriptionOf(entries, chosen) }}
        onFinish={(body) => void submit({ ...body, entryIds: [...chosen] })}
      >
        <Form.Item name="category" label="什么问题" rules={[{ required: true, message: '请选择报修类别。' }]}>
          <Select options={categories} placeholder="选择类别" showSearch={{ optionFilterProp: 'label' }} />
        </Form.Item>
        <Form.Item name="urgency" label="紧急程度">
          <Radio.Group options={choices} optionType="button" />
        </Form.Item>
        <Form.Item
          name="description"
          label="报修内容"
          extra={pictures > 0 ? `${Math.min(pictures, 6)} 张图片会一起带过去` : undefined}
          rules={[{ required: true, whitespace: true, message: '请填写报修内容。' }]}
        >
          <Input.TextArea rows={4} maxLength={1000} showCount />
        </Form.Item>
      </Form>
    </Modal>
  )
}
