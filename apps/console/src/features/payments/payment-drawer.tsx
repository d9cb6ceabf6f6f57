import { overpaymentReasons, paymentProofs, paymentWays, receiptNumberText } from '@yinuo/contracts'
import type { PaymentView } from '@yinuo/contracts'
import { Alert, Button, Descriptions, Drawer, Skeleton, Table } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { call } from '../../app/call.ts'
import { useCommunity, useMay } from '../../app/community.ts'
import { RetryNote } from '../../elements/listing.tsx'
import { Refusal } from '../../elements/refusal.tsx'
import { Sum } from '../../elements/sum.tsx'
import { TimeText } from '../../elements/time-text.tsx'
import { yuan } from '../../words/money.ts'
import { PaymentTag } from './marks.tsx'
import { usePayment, usePaymentChange } from './queries.ts'
import { RefundDialog } from './refund-dialog.tsx'
import { RefundList } from './refund-list.tsx'

/** One payment: what it paid, its receipt, its entry in the books, and what went back. */
export function PaymentDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const { communityId } = useCommunity()
  const may = useMay()
  const query = usePayment(id)
  const payment = query.data
  const [refunding, setRefunding] = useState(false)
  const asking = usePaymentChange(
    (_: object, idempotencyKey) =>
      call('POST /communities/{communityId}/payments/{id}/ask', { path: { communityId, id }, idempotencyKey }),
    ({ state }) => (state === 'open' ? '微信支付答复：还没有付款' : '已按微信支付的答复更新'),
  )
  const canAsk = payment?.way === 'wechat' && payment.state === 'open' && (may('payments.take') || may('payments.reconcile'))
  return (
    <Drawer
      open
      onClose={onClose}
      size={760}
      title={payment ? `${payment.unitLabel} · ${yuan(payment.amountFen)}` : '收款'}
      extra={
        payment && (
          <>
            {canAsk && (
              <Button loading={asking.busy} onClick={() => asking.submit({})}>
                向微信查询
              </Button>
            )}
            {isRefundable(payment) && may('payments.take') && <Button onClick={() => setRefunding(true)}>申请退款</Button>}
          </>
        )
      }
    >
      {query.isError && <RetryNote query={query} />}
      {query.isPending && <Skeleton active />}
      <Refusal failure={asking.failure} />
      {payment && <Facts payment={payment} />}
      {payment && refunding && <RefundDialog payment={payment} onClose={() => setRefunding(false)} />}
    </Drawer>
  )
}

const isRefundable = ({ parts, aheadRefundableFen, overpayment }: PaymentView) =>
  parts.some(({ refundableFen }) => refundableFen > 0) || aheadRefundableFen > 0 || overpayment?.state === 'open'

function Facts({ payment }: { payment: PaymentView }) {
  const { communityId } = useCommunity()
  const { overpayment, receipt } = payment
  return (
    <>
      {overpayment && (
        <Alert
          type={overpayment.state === 'open' ? 'warning' : 'info'}
          showIcon
          style={{ marginBottom: 16 }}
          title={`多收 ${yuan(overpayment.amountFen)}：${overpaymentReasons[overpayment.reason]}`}
          description={overpayment.state === 'open' ? '请退款，或在“多收款”里转为预存。' : undefined}
        />
      )}
      <Descriptions
        column={2}
        size="small"
        items={[
          { key: 'state', label: '状态', children: <PaymentTag payment={payment} /> },
          { key: 'way', label: '方式', children: paymentWays[payment.way] },
          { key: 'payer', label: '缴款人', children: payment.payerName || '—' },
          { key: 'taker', label: '收款人', children: payment.takenByName ?? '—' },
          { key: 'paid', label: '到账', children: payment.paidAt ? <TimeText at={payment.paidAt} /> : '—' },
          { key: 'proof', label: '到账依据', children: payment.proof ? paymentProofs[payment.proof] : '—' },
          {
            key: 'receipt',
            label: '收据号',
            children: receipt ? (
              <Link to={`/c/${communityId}/counter?tab=receipts&receipt=${receipt.id}`}>
                No. {receiptNumberText(receipt.number)}
              </Link>
            ) : (
              '—'
            ),
          },
          { key: 'number', label: '微信支付单号', children: payment.transactionId ?? '—' },
          ...(payment.reference ? [{ key: 'reference', label: '转账或小票号', children: payment.reference }] : []),
          {
            key: 'entry',
            label: '账目',
            children: payment.entryId ? <Link to={`/c/${communityId}/ledger?entry=${payment.entryId}`}>查看账目</Link> : '—',
          },
        ]}
      />
      <h3>缴了什么</h3>
      <Table
        rowKey="billId"
        size="small"
        pagination={false}
        dataSource={payment.parts}
        locale={{ emptyText: '没有账单，全部存为预存余额' }}
        columns={[
          { title: '账单', dataIndex: 'text' },
          { title: '金额', align: 'right', width: 120, render: (_, part) => <Sum fen={part.amountFen} /> },
          { title: '入账', align: 'right', width: 120, render: (_, part) => <Sum fen={part.settledFen} /> },
          {
            title: '已退',
            align: 'right',
            width: 120,
            render: (_, part) => (part.refundedFen ? <Sum fen={part.refundedFen} /> : '—'),
          },
        ]}
      />
      {payment.aheadFen > 0 && <p>其中预存 {yuan(payment.aheadFen)}</p>}
      {payment.refunds.length > 0 && (
        <>
          <h3>退款</h3>
          <RefundList refunds={payment.refunds} />
        </>
      )}
    </>
  )
}
