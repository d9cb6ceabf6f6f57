import { paymentStates, paymentWays } from '@yinuo/contracts'
import type { ExportableList } from '../../exports/index.ts'
import { PaymentQuery, type PaymentRow } from '../http/payments.dto.ts'
import { listPayments } from '../queries/list-payments.ts'

export const paymentsExport: ExportableList<PaymentQuery, PaymentRow> = {
  permission: 'payments.read',
  ofCommunity: true,
  filter: PaymentQuery,
  columns: [
    { title: '房屋', width: 22, cell: (payment) => payment.unitLabel },
    { title: '内容', width: 28, cell: (payment) => payment.charges || '预存' },
    { title: '方式', width: 12, cell: (payment) => paymentWays[payment.way] },
    { title: '状态', width: 10, cell: (payment) => paymentStates[payment.state] },
    { title: '金额（元）', width: 14, kind: 'money', cell: (payment) => payment.amountFen / 100 },
    { title: '其中预存（元）', width: 14, kind: 'money', cell: (payment) => payment.aheadFen / 100 },
    { title: '多收（元）', width: 12, kind: 'money', cell: (payment) => payment.overFen / 100 },
    { title: '已退（元）', width: 12, kind: 'money', cell: (payment) => payment.refundedFen / 100 },
    { title: '收据号', width: 10, kind: 'number', cell: (payment) => payment.receiptNumber },
    { title: '缴款人', width: 14, cell: (payment) => payment.payerName },
    { title: '收款人', width: 14, cell: (payment) => payment.takenByName },
    { title: '到账时间', width: 20, kind: 'instant', cell: (payment) => payment.paidAt },
    { title: '微信支付单号', width: 32, cell: (payment) => payment.transactionId },
    { title: '转账或小票号', width: 24, cell: (payment) => payment.reference },
    { title: '发起时间', width: 20, kind: 'instant', cell: (payment) => payment.createdAt },
  ],
  page: ({ database, act, communityId }, filter) => listPayments(database, act, communityId, filter),
}
