import type { OwnBill, OwnBillAccount, OwnPayment, OwnPaymentRow, PayRequest } from '@yinuo/contracts'

const where = { communityId: 'c-1', communityName: '一诺花园', unitId: 'u-601', unitLabel: '3号楼2单元601' }

const bill = (id: string, chargeName: string, owedFen: number, more: Partial<OwnBill> = {}): OwnBill => ({
  ...where,
  id,
  chargeId: `charge-${id}`,
  chargeName,
  fund: 'property-fee',
  kind: 'charge',
  periodFrom: '2026-11-01',
  periodTo: '2026-11-30',
  dueOn: '2026-11-30',
  amountFen: owedFen,
  waivedFen: 0,
  paidFen: 0,
  owedFen,
  state: 'open',
  overdue: false,
  createdAt: '2026-11-01T01:00:00.000Z',
  madeOf: [{ text: '98.60 ㎡ × 2.80 元/㎡·月 × 1 个月', amountFen: owedFen }],
  reversed: false,
  ...more,
})

const bills = [
  bill('b-2', '车位服务费', 30_000),
  bill('b-1', '物业服务费', 27_608, { periodFrom: '2026-10-01', periodTo: '2026-10-31', overdue: true }),
]

const account: OwnBillAccount = { ...where, owedBills: 2, owedFen: 57_608, overdueFen: 27_608, balanceFen: 0 }

const row: OwnPaymentRow = {
  ...where,
  id: 'p-1',
  way: 'wechat',
  state: 'open',
  amountFen: 57_608,
  aheadFen: 0,
  overFen: 0,
  refundedFen: 0,
  payerName: '林晓梅',
  transactionId: null,
  receiptNumber: null,
  charges: '物业服务费、车位服务费',
  createdAt: '2026-11-21T04:00:00.000Z',
  paidAt: null,
  closedAt: null,
  mine: true,
}

const lines = bills.map(({ id, chargeName, owedFen }) => ({ billId: id, text: chargeName, amountFen: owedFen }))
const open: OwnPayment = {
  ...row,
  parts: lines.map((line) => ({ ...line, settledFen: 0, refundedFen: 0 })),
  receipt: null,
  refunds: [],
  expiresAt: '2026-11-21T04:30:00.000Z',
}

const paidAt = '2026-11-21T04:01:00.000Z'
const paid: OwnPayment = {
  ...open,
  state: 'paid',
  paidAt,
  transactionId: '4200001234202611211234567890',
  receiptNumber: 12,
  receipt: {
    id: 'receipt-1',
    number: 12,
    issuedAt: paidAt,
    issuedByName: '系统',
    content: {
      companyName: '一诺物业',
      communityName: where.communityName,
      unitLabel: where.unitLabel,
      payerName: '林晓梅',
      way: 'wechat',
      reference: '',
      paidAt,
      lines,
      aheadFen: 0,
      overFen: 0,
      amountFen: row.amountFen,
    },
  },
}

export const payRequest: PayRequest = {
  timeStamp: '1795233600',
  nonceStr: 'nonce',
  package: 'prepay_id=wx1',
  signType: 'RSA',
  paySign: 'signed-by-the-server',
}

/** What the server answers of money: `p-1` is begun and not paid, `p-2` is paid. `isPaid` asks whether WeChat has the money. */
export function moneyAnswer(route: string, isPaid: () => boolean): unknown {
  switch (route) {
    case 'GET /me/bill-accounts':
      return [account]
    case 'GET /me/bills':
      return { items: bills, nextCursor: null }
    case 'GET /me/payments':
      return { items: [{ ...row, id: 'p-2', state: 'paid', paidAt, receiptNumber: 12 }], nextCursor: null }
    case 'POST /me/payments':
      return { paymentId: 'p-1', balancePaymentId: null, request: payRequest }
    case 'GET /me/payments/p-1':
      return open
    case 'POST /me/payments/p-1/ask':
      return isPaid() ? paid : open
    case 'POST /me/payments/p-1/close':
      return { ...open, state: 'closed', closedAt: paidAt }
    case 'GET /me/payments/p-2':
      return { ...paid, id: 'p-2' }
    default:
      return undefined
  }
}
