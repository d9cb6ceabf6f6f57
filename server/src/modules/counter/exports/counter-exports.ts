import { dayEndStates, paymentWays, receiptNumberText, receiptStandings, type CounterWay } from '@yinuo/contracts'
import type { ExportableList } from '../../exports/index.ts'
import { DayEndQuery, ReceiptQuery, type DayEndRow, type ReceiptRow } from '../http/counter.dto.ts'
import { listDayEnds } from '../queries/day-ends.ts'
import { listReceipts } from '../queries/receipts.ts'

export const receiptsExport: ExportableList<ReceiptQuery, ReceiptRow> = {
  permission: 'payments.read',
  ofCommunity: true,
  filter: ReceiptQuery,
  columns: [
    { title: '收据号', width: 10, cell: (receipt) => receiptNumberText(receipt.number) },
    { title: '房屋', width: 22, cell: (receipt) => receipt.unitLabel },
    { title: '缴款人', width: 14, cell: (receipt) => receipt.payerName },
    { title: '方式', width: 12, cell: (receipt) => paymentWays[receipt.way] },
    { title: '金额（元）', width: 14, kind: 'money', cell: (receipt) => receipt.amountFen / 100 },
    { title: '开具人', width: 14, cell: (receipt) => receipt.issuedByName },
    { title: '开具时间', width: 20, kind: 'instant', cell: (receipt) => receipt.issuedAt },
    { title: '打印次数', width: 10, kind: 'number', cell: (receipt) => receipt.prints },
    { title: '状态', width: 10, cell: (receipt) => receiptStandings[receipt.voidedAt ? 'void' : 'valid'] },
    { title: '作废时间', width: 20, kind: 'instant', cell: (receipt) => receipt.voidedAt },
    { title: '作废原因', width: 30, cell: (receipt) => receipt.voidedBecause },
    { title: '作废人', width: 14, cell: (receipt) => receipt.voidedByName },
  ],
  page: ({ database, act, communityId }, filter) => listReceipts(database, act, communityId, filter),
}

const taken = (way: CounterWay) => (row: DayEndRow) => sumOf(row, way).takenFen / 100
const refunded = (way: CounterWay) => (row: DayEndRow) => sumOf(row, way).refundedFen / 100
const sumOf = ({ sums }: DayEndRow, wished: CounterWay) => sums.find(({ way }) => way === wished)!

export const dayEndsExport: ExportableList<DayEndQuery, DayEndRow> = {
  permission: 'payments.read',
  ofCommunity: true,
  filter: DayEndQuery,
  columns: [
    { title: '日期', width: 12, kind: 'day', cell: (row) => row.day },
    { title: '收款人', width: 14, cell: (row) => row.cashierName },
    { title: '状态', width: 10, cell: (row) => dayEndStates[row.state] },
    { title: '现金收入（元）', width: 14, kind: 'money', cell: taken('cash') },
    { title: '现金退款（元）', width: 14, kind: 'money', cell: refunded('cash') },
    { title: '转账收入（元）', width: 14, kind: 'money', cell: taken('transfer') },
    { title: '转账退款（元）', width: 14, kind: 'money', cell: refunded('transfer') },
    { title: '刷卡收入（元）', width: 14, kind: 'money', cell: taken('pos') },
    { title: '刷卡退款（元）', width: 14, kind: 'money', cell: refunded('pos') },
    { title: '上次留存（元）', width: 14, kind: 'money', cell: (row) => row.openingFen / 100 },
    { title: '应有现金（元）', width: 14, kind: 'money', cell: (row) => row.expectedFen / 100 },
    { title: '清点现金（元）', width: 14, kind: 'money', cell: (row) => row.countedFen / 100 },
    { title: '差额（元）', width: 12, kind: 'money', cell: (row) => (row.countedFen - row.expectedFen) / 100 },
    { title: '差额原因', width: 30, cell: (row) => row.because },
    { title: '存入银行（元）', width: 14, kind: 'money', cell: (row) => row.depositedFen / 100 },
    { title: '缴款单号', width: 20, cell: (row) => row.depositSlip },
    { title: '移交现金（元）', width: 14, kind: 'money', cell: (row) => row.handedOverFen / 100 },
    { title: '日结时间', width: 20, kind: 'instant', cell: (row) => row.closedAt },
    { title: '复核人', width: 14, cell: (row) => row.decidedByName },
    { title: '复核时间', width: 20, kind: 'instant', cell: (row) => row.decidedAt },
    { title: '退回原因', width: 30, cell: (row) => row.returnedBecause },
  ],
  page: ({ database, act, communityId }, filter) => listDayEnds(database, act, communityId, filter),
}
