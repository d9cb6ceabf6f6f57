import { differenceKinds, reconciliationLimits } from '@yinuo/contracts'
import type { DifferenceRow } from '@yinuo/contracts'
import { Form, Input, Modal } from 'antd'
import { call } from '../../app/call.ts'
import { useCommunity } from '../../app/community.ts'
import { Refusal } from '../../elements/refusal.tsx'
import { useReconciling, useRenewal } from './queries.ts'

/** Why it differs; the difference is done with, and stays on record. */
export function ExplainDialog({ difference, onClose }: { difference: DifferenceRow; onClose: () => void }) {
  const { communityId } = useCommunity()
  const renew = useRenewal()
  const [form] = Form.useForm<{ reason: string }>()
  const explaining = useReconciling(
    ({ reason }: { reason: string }, idempotencyKey) =>
      call('POST /communities/{communityId}/pay-differences/{id}/explain', {
        path: { communityId, id: difference.id },
        body: { reason: reason.trim(), version: difference.version },
        idempotencyKey,
      }),
    () => '说明已记录',
    onClose,
  )
  return (
    <Modal
      open
      title={`说明差异：${differenceKinds[difference.kind]}`}
      okText="记录说明"
      confirmLoading={explaining.busy}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form form={form} layout="vertical" onFinish={explaining.submit}>
        <Form.Item name="reason" label="查明的原因" rules={[{ required: true, whitespace: true, message: '请写明原因。' }]}>
          <Input.TextArea
            rows={4}
            maxLength={reconciliationLimits.reason}
            showCount
            placeholder="如：微信客服确认该笔次日补入账单"
          />
        </Form.Item>
      </Form>
      <Refusal failure={explaining.failure} onReload={renew} />
    </Modal>
  )
}
