import { retentionSubjects } from '@yinuo/contracts'
import type { RetentionRule, SetRetention } from '@yinuo/contracts'
import { useQueryClient } from '@tanstack/react-query'
import { App, Form, Input, InputNumber, Modal } from 'antd'
import { call } from '../../app/call.ts'
import { useCommunity } from '../../app/community.ts'
import { useSubmit } from '../../app/submit.ts'
import { Refusal } from '../../elements/refusal.tsx'
import { privacyKeys } from './keys.ts'
import { keepWords } from './request-words.ts'

/** The company's own figure for one kind of data, from today. */
export function RuleDialog({ rule, onClose }: { rule: RetentionRule; onClose: () => void }) {
  const { communityId } = useCommunity()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const [form] = Form.useForm<SetRetention>()
  const { subject, leastDays, mostDays, law } = rule
  const { submit, busy, failure } = useSubmit(
    (body: SetRetention, idempotencyKey) =>
      call('PUT /communities/{communityId}/retention-rules/{subject}', { path: { communityId, subject }, body, idempotencyKey }),
    () => {
      message.success('保存期限已调整，今晚起按新的清理')
      void queries.invalidateQueries({ queryKey: privacyKeys(communityId).rules })
      onClose()
    },
  )
  return (
    <Modal
      open
      title={`调整保存期限 · ${retentionSubjects[subject]}`}
      okText="保存"
      okButtonProps={{ loading: busy }}
      onOk={form.submit}
      onCancel={onClose}
      mask={{ closable: false }}
      width={480}
    >
      <Refusal failure={failure} />
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ keepDays: rule.keepDays, basis: rule.basis }}
        onFinish={submit}
      >
        <Form.Item
          name="keepDays"
          label="保存多少天"
          extra={`法律允许 ${keepWords(leastDays)} 到 ${keepWords(mostDays)}。${law}`}
          rules={[{ required: true, message: '请填写天数' }]}
        >
          <InputNumber min={1} max={36_500} precision={0} suffix="天" style={{ width: 160 }} />
        </Form.Item>
        <Form.Item
          name="basis"
          label="依据（记入操作记录）"
          rules={[{ required: true, whitespace: true, message: '请写明为什么保存这么久' }]}
        >
          <Input maxLength={200} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
