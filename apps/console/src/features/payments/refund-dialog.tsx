import { moneyLimits, paymentWays } from '@yinuo/contracts'
import type { AskRefund, PaymentView, PaymentWay } from '@yinuo/contracts'
import { Checkbox, Form, Input, InputNumber, Modal, Select } from 'antd'
import { call } from '../../app/call.ts'
import { useCommunity } from '../../app/community.ts'
import { Refusal } from '../../elements/refusal.tsx'
import { fenOf, yuan } from '../../words/money.ts'
import { usePaymentChange, useRenewal } from './queries.ts'

/** By which ways money goes back that came by one. */
const waysBack: Readonly<Record<PaymentWay, PaymentWay[]>> = {
  wechat: ['wechat', 'transfer', 'cash'],
  cash: ['cash', 'transfer'],
  transfer: ['transfer', 'cash'],
  pos: ['pos', 'transfer', 'cash'],
  balance: ['balance'],
}

interface Typed {
  parts?: Record<string, number | null>
  ahead?: number | null
  overpaid?: boolean
  way: PaymentWay
  reason: string
}

/** How much of what goes back, how, and why. */
export function RefundDialog({ payment, onClose }: { payment: PaymentView; onClose: () => void }) {
  const { communityId } = useCommunity()
  const [form] = Form.useForm<Typed>()
  const typed = Form.useWatch([], form)
  const renew = useRenewal()
  const change = usePaymentChange(
    (body: AskRefund, idempotencyKey) =>
      call('POST /communities/{communityId}/payments/{id}/refunds', {
        path: { communityId, id: payment.id },
        body,
        idempotencyKey,
      }),
    ({ refunds }) => (refunds[0]?.state === 'asked' ? '已提交，等另一位同事审批' : '已提交，可以退款'),
    onClose,
  )
  const send = ({ parts = {}, ahead, overpaid = false, way, reason }: Typed) =>
    change.submit({
      parts: Object.entries(parts).flatMap(([billId, amount]) => (amount ? [{ billId, amountFen: fenOf(amount) }] : [])),
      aheadFen: fenOf(ahead ?? 0),
      overpaid,
      way,
      reason: reason.trim(),
    })
  const isOver = payment.overpayment?.state === 'open'
  const sum =
    Object.values(typed?.parts ?? {}).reduce<number>((all, each) => all + fenOf(each ?? 0), fenOf(typed?.ahead ?? 0)) +
    (typed?.overpaid ? payment.overpayment!.amountFen : 0)
  return (
    <Modal
      open
      title={`申请退款 · ${payment.unitLabel}`}
      okText={sum > 0 ? `申请退 ${yuan(sum)}` : '申请退款'}
      okButtonProps={{ disabled: sum <= 0 }}
      confirmLoading={change.busy}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Refusal failure={change.failure} onReload={renew} />
      <Form<Typed> form={form} layout="vertical" initialValues={{ way: payment.way }} onFinish={send}>
        {payment.parts
          .filter(({ refundableFen }) => refundableFen > 0)
          .map((part) => (
            <Form.Item key={part.billId} name={['parts', part.billId]} label={`${part.text}（最多 ${yuan(part.refundableFen)}）`}>
              <InputNumber min={0} max={part.refundableFen / 100} precision={2} suffix="元" style={{ width: 180 }} />
            </Form.Item>
          ))}
        {payment.aheadRefundableFen > 0 && (
          <Form.Item name="ahead" label={`未用的预存（最多 ${yuan(payment.aheadRefundableFen)}）`}>
            <InputNumber min={0} max={payment.aheadRefundableFen / 100} precision={2} suffix="元" style={{ width: 180 }} />
          </Form.Item>
        )}
        {isOver && (
          <Form.Item name="overpaid" valuePropName="checked">
            <Checkbox>退多收的 {yuan(payment.overpayment!.amountFen)}</Checkbox>
          </Form.Item>
        )}
        <Form.Item name="way" label="退款方式" rules={[{ required: true }]}>
          <Select options={waysBack[payment.way].map((value) => ({ value, label: paymentWays[value] }))} />
        </Form.Item>
        <Form.Item
          name="reason"
          label="退款原因（住户看得到）"
          rules={[{ required: true, whitespace: true, message: '请填写退款原因' }]}
        >
          <Input.TextArea maxLength={moneyLimits.reason} showCount autoSize={{ minRows: 2 }} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
