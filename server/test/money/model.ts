import {
  ACCOUNTS,
  ALONE_FEN,
  BACK,
  FEE_FEN,
  UNITS,
  type Bill,
  type Part,
  type Payment,
  type Refund,
  type RefundWish,
  type Way,
} from './standing.ts'

const UNDER_WAY = ['asked', 'approved', 'sent', 'abnormal']
const sum = (numbers: number[]) => numbers.reduce((one, other) => one + other, 0)
const monthsLater = (month: string, by: number) =>
  new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)) - 1 + by)).toISOString().slice(0, 7)
export const daysLater = (day: string, by: number) => new Date(Date.parse(day) + by * 86_400_000).toISOString().slice(0, 10)

/** What money does, in plain numbers. Every move answers with 'done', with what else is worth knowing, or with the code of what refuses it. */
export class Model {
  today = '2026-11-21'
  readonly bills: Bill[] = []
  readonly payments: Payment[] = []
  readonly refunds: Refund[] = []
  readonly balances = Array.from({ length: UNITS }, () => 0)
  /** what lies on an account of a fund, and what is published of a fund, month by month: debits less credits */
  readonly books = new Map<string, number>()
  closed: string | null = null
  readonly #everClosed = new Set<string>()
  readonly #waived = new Set<number>()
  #first: string | null = null

  owed = ({ reversed, fen, paid }: Bill) => (reversed ? 0 : fen - paid)
  pending = (of: (refund: Refund) => number) =>
    sum(this.refunds.filter(({ state }) => UNDER_WAY.includes(state)).map((refund) => of(refund)))
  free = (unit: number) =>
    this.balances[unit]! - this.pending(({ payment, ahead }) => (this.payments[payment]!.unit === unit ? ahead : 0))
  month = () => this.today.slice(0, 7)
  nextToClose = () => (this.closed ? monthsLater(this.closed, 1) : this.#first)

  #book(day: string, lines: [account: string, fen: number, fund?: string, published?: string][]): void {
    const isClosed = day > this.today || (this.closed !== null && day.slice(0, 7) <= this.closed)
    const month = (isClosed ? this.today : day).slice(0, 7)
    const moved = lines.filter(([, fen]) => fen !== 0)
    if (moved.length > 0 && (!this.#first || month < this.#first)) this.#first = month
    for (const [account, fen, fund = '-', published] of moved)
      for (const key of [`${month} ${account} ${fund}`, ...(published ? [`${month} ${published} ${fund}`] : [])])
        this.books.set(key, (this.books.get(key) ?? 0) + fen)
  }

  #ask(bill: Omit<Bill, 'paid' | 'reversed'>): void {
    this.bills.push({ ...bill, paid: 0, reversed: false })
    const { fen, fund } = bill
    this.#book(this.today, [
      ['receivable', fen, fund],
      [fund === 'collected' ? 'collected' : 'income', -fen, fund],
    ])
  }

  service(unit: number, fund: string, fen: number): string {
    this.#ask({ unit, fund, fen, kind: 'service', about: '' })
    return 'done'
  }

  run(month: string): string {
    for (let unit = 0; unit < UNITS; unit++)
      if (!this.bills.some((bill) => bill.unit === unit && bill.about === month && !bill.reversed))
        this.#ask({ unit, fund: 'property-fee', fen: FEE_FEN, kind: 'charge', about: month })
    return 'done'
  }

  lateFee(late: number, fen: number): string {
    if (this.#feeOf(late) !== undefined) return 'again'
    this.#ask({ unit: this.bills[late]!.unit, fund: 'property-fee', fen, kind: 'late-fee', about: `fee ${late}` })
    return 'done'
  }
  isWaived = (late: number) => this.#waived.has(late)
  #feeOf = (late: number) => this.bills.find(({ about, reversed }) => about === `fee ${late}` && !reversed)

  waive(late: number): string {
    const fee = this.#feeOf(late)
    if (this.bills[late]!.reversed) return 'NOT_FOUND'
    if (!fee) return 'LATE_FEE_NONE'
    if (fee.paid > 0) return 'LATE_FEE_PAID'
    this.#waived.add(late)
    return this.reverse(this.bills.indexOf(fee), false)
  }

  reverse(at: number, intoBalance: boolean): string {
    const bill = this.bills[at]!
    const { unit, fund, fen, paid } = bill
    if (bill.reversed) return 'BILL_REVERSED'
    if (paid > 0 && !intoBalance) return 'BILL_PAID'
    if (paid > 0 && this.pending(({ parts }) => sum(parts.filter((part) => part.bill === at).map((part) => part.fen))) > 0)
      return 'BILL_BEING_REFUNDED'
    this.balances[unit]! += paid
    Object.assign(bill, { reversed: true, paid: 0 })
    this.#book(this.today, [
      [fund === 'collected' ? 'collected' : 'income', fen, fund],
      ['receivable', -fen, fund],
      ['receivable', paid, fund, 'refunded'],
      ['prepaid', -paid],
    ])
    return 'done'
  }

  /** Opens a payment; all but one by WeChat are settled at once. */
  pay(unit: number, way: Way, parts: Part[], ahead: number): string {
    const fen = sum(parts.map((part) => part.fen)) + ahead
    if (fen <= 0 || parts.some((part) => part.fen <= 0)) return 'PAYMENT_AMOUNT'
    if (parts.some((part) => part.fen > this.owed(this.bills[part.bill]!))) return 'BILLS_CHANGED'
    const isHeld = (bill: number) =>
      this.payments.some(({ state, parts: held }) => state === 'open' && held.some((part) => part.bill === bill))
    if (way === 'wechat' && parts.some((part) => isHeld(part.bill))) return 'PAYMENT_OPEN'
    if (way === 'balance' && fen > this.free(unit)) return 'BALANCE_TOO_SMALL'
    const at = this.payments.push({
      unit,
      way,
      state: 'open',
      ahead,
      fen,
      refunded: 0,
      over: null,
      parts: parts.map((part) => ({ ...part, settled: 0, refunded: 0 })),
    })
    if (way !== 'wechat') this.settle(at - 1, this.today)
    return 'done'
  }

  settle(at: number, paidOn: string): string {
    const payment = this.payments[at]!
    const { unit, way, parts, ahead, fen } = payment
    if (payment.state === 'paid') return 'again'
    const late = payment.state === 'closed'
    for (const part of parts) {
      const bill = this.bills[part.bill]!
      part.settled = Math.min(part.fen, this.owed(bill))
      bill.paid += part.settled
    }
    const over = sum(parts.map((part) => part.fen - part.settled))
    const reversed = parts.some((part) => this.bills[part.bill]!.reversed)
    if (over > 0) payment.over = { fen: over, reason: late ? 'late' : reversed ? 'reversed' : 'double', state: 'open' }
    payment.state = 'paid'
    this.balances[unit]! += ahead - (way === 'balance' ? fen : 0)
    this.#bookParts(paidOn, { ...payment, over, parts: parts.map(({ bill, settled }) => ({ bill, fen: settled })) }, 'received')
    return 'done'
  }

  #bookParts(day: string, moved: { way: Way; parts: Part[]; ahead: number; over: number; fen: number }, published: string): void {
    const sign = published === 'received' ? 1 : -1
    this.#book(day, [
      [ACCOUNTS[moved.way], sign * moved.fen],
      ...moved.parts.map(
        ({ bill, fen }) => ['receivable', -sign * fen, this.bills[bill]!.fund, published] as [string, number, string, string],
      ),
      ['prepaid', -sign * moved.ahead],
      ['suspense', -sign * moved.over],
    ])
  }

  close(at: number): string {
    const payment = this.payments[at]!
    if (payment.state !== 'open') return 'again'
    payment.state = 'closed'
    return 'done'
  }

  askRefund({ payment: at, way, parts: wished, ahead, overpaid, by }: RefundWish): string {
    const payment = this.payments[at]!
    if (payment.state !== 'paid') return 'REFUND_TOO_MUCH'
    if (!BACK[payment.way].includes(way)) return 'REFUND_WAY'
    const parts = wished.filter(({ fen }) => fen > 0)
    if (parts.some(({ bill, fen }) => fen > this.refundable(at, bill))) return 'REFUND_TOO_MUCH'
    const given = sum(
      this.refunds
        .filter((each) => each.payment === at && (each.state === 'done' || UNDER_WAY.includes(each.state)))
        .map((each) => each.ahead),
    )
    if (ahead > 0 && (ahead > payment.ahead - given || ahead > this.free(payment.unit))) return 'REFUND_TOO_MUCH'
    if (overpaid && !this.isOver(at)) return 'OVERPAYMENT_STATE'
    const over = overpaid ? payment.over!.fen : 0
    const fen = sum(parts.map((part) => part.fen)) + ahead + over
    if (fen <= 0) return 'REFUND_TOO_MUCH'
    const before = this.refunds.filter((each) => each.payment === at && !['refused', 'closed'].includes(each.state))
    const state = sum(before.map((each) => each.fen)) + fen <= ALONE_FEN ? 'approved' : 'asked'
    this.refunds.push({ payment: at, way, parts, ahead, over, fen, state, by })
    return 'done'
  }
  isOver = (at: number) =>
    this.payments[at]!.over?.state === 'open' && this.pending(({ payment, over }) => (payment === at ? over : 0)) === 0
  refundable(at: number, bill: number): number {
    const of = (refund: Refund) => sum(refund.parts.filter((part) => part.bill === bill).map((part) => part.fen))
    const part = this.payments[at]!.parts.find((each) => each.bill === bill)!
    const own = part.settled - part.refunded - this.pending((refund) => (refund.payment === at ? of(refund) : 0))
    return Math.max(0, Math.min(own, this.bills[bill]!.paid - this.pending(of)))
  }

  decide(at: number, agrees: boolean, by: number): string {
    const refund = this.refunds[at]!
    if (refund.state !== 'asked') return 'REFUND_STATE'
    if (refund.by === by) return 'REFUND_OWN'
    refund.state = agrees ? 'approved' : 'refused'
    return 'done'
  }

  /** What WeChat, or who gives it back by hand, says of it. */
  refundSaid(at: number, said: string, on: string): string {
    const refund = this.refunds[at]!
    const payment = this.payments[refund.payment]!
    if (refund.state === 'done') return 'done'
    if (said === 'SUCCESS' && !UNDER_WAY.slice(1).includes(refund.state)) return 'REFUND_STATE'
    if (said !== 'SUCCESS') {
      const isOver =
        ['asked', 'refused', 'closed'].includes(refund.state) || (refund.state === 'abnormal' && said === 'PROCESSING')
      if (!isOver) refund.state = said === 'PROCESSING' ? 'sent' : said.toLowerCase()
      return 'done'
    }
    refund.state = 'done'
    payment.refunded += refund.fen
    for (const { bill, fen } of refund.parts) {
      payment.parts.find((part) => part.bill === bill)!.refunded += fen
      this.bills[bill]!.paid -= fen
    }
    if (refund.over > 0) payment.over!.state = 'refunded'
    this.balances[payment.unit]! += (refund.way === 'balance' ? refund.fen : 0) - refund.ahead
    this.#bookParts(on, refund, 'refunded')
    return 'done'
  }

  credit(at: number): string {
    const { unit, over } = this.payments[at]!
    if (!this.isOver(at)) return 'OVERPAYMENT_STATE'
    over!.state = 'credited'
    this.balances[unit]! += over!.fen
    this.#book(this.today, [
      ['suspense', over!.fen],
      ['prepaid', -over!.fen],
    ])
    return 'done'
  }

  closeMonth(): string {
    const next = this.nextToClose()
    if (!next) return 'MONTH_EMPTY'
    if (next >= this.month()) return 'MONTH_NOT_OVER'
    this.closed = next
    this.#everClosed.add(next)
    return 'done'
  }

  reopenMonth(): string {
    if (!this.closed) return 'MONTH_NOT_CLOSED'
    const isBefore = [...this.#everClosed].some((month) => month < this.closed!)
    this.closed = isBefore ? monthsLater(this.closed, -1) : null
    return 'done'
  }
}
