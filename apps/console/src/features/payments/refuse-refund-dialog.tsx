import { moneyLimits } from '@yinuo/contracts'
import type { RefundRow } from '@yinuo/contracts'
import { Form, Input, Modal } from 'antd'
import { call } from '../../app/call.ts'
import { useCommunity } from '../../app/community.ts'
import { Refusal } from '../../elements/refusal.tsx'
import { yuan } from '../../words/money.ts'
import { usePaymentChange, useRenewal } from './queries.ts'

/** Why a refund is not approved: who asked for it reads the reason. */
export function RefuseRefundDialog({ refund, onClose }: { refund: RefundRow; onClose: () => void }) {
  const { communityId } = useCommunity()
  const [form] = Form.useForm<{ because: string }>()
  const renew = useRenewal()
  const refusing = usePaymentChange(
    (because: string, idempotencyKey) =>
      call('POST /communities/{communityId}/refunds/{id}/refuse', {
        path: { communityId, id: refund.id },
        body: { version: refund.version, because },
        idempotencyKey,
      }),
    '已退回申请',
    onClose,
  )
  return (
    <Modal
      open
      title={`不批准退 ${yuan(refund.amountFen)}`}
      okText="不批准"
      okButtonProps={{ danger: true }}
      confirmLoading={refusing.busy}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Refusal failure={refusing.failure} onReload={renew} />
      <p style={{ color: 'var(--secondary)' }}>
        {refund.unitLabel}：{refund.reason}（{refund.askedByName} 申请）
      </p>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={({ because }) => void refusing.submit(because.trim())}>
        <Form.Item name="because" label="原因" rules={[{ required: true, whitespace: true, message: '请填写原因' }]}>
          <Input.TextArea maxLength={moneyLimits.reason} showCount autoSize={{ minRows: 2 }} autoFocus />
        </Form.Item>
      </Form>
    </Modal>
  )
}
