import { expect } from '@jest/globals'
import fc from 'fast-check'
import { daysLater, type Model } from './model.ts'
import { BACK, UNITS, type Part, type Way } from './standing.ts'
import type { Till } from './till.ts'

/** What somebody tries to do. Numbers choose among what there is at that moment. */
export type Wish =
  | { do: 'service'; unit: number; fund: string; fen: number }
  | { do: 'run'; month: number }
  | { do: 'pay'; unit: number; way: Way; bills: number[]; share: number; ahead: number }
  | { do: 'notice'; payment: number; daysAgo: number; wrong: '' | 'amount' | 'transaction' }
  | { do: 'close'; payment: number }
  | { do: 'refund'; payment: number; way: number; share: number; ahead: number; overpaid: boolean; by: number }
  | { do: 'decide'; refund: number; agrees: boolean; by: number }
  | { do: 'said'; refund: number; said: string; daysAgo: number }
  | { do: 'credit'; payment: number }
  | { do: 'reverse'; bill: number; intoBalance: boolean }
  | { do: 'fee'; bill: number; fen: number }
  | { do: 'waive'; bill: number }
  | { do: 'close-month' }
  | { do: 'reopen-month' }
  | { do: 'days'; count: number }

type Said = [Promise<string>, () => string]
type Places<Of> = (of: Of, at: number) => boolean

const all = () => true
const placesOf = <Of>(list: readonly Of[], fits: Places<Of>) => list.flatMap((of, at) => (fits(of, at) ? [at] : []))

/** One of those that fit; of none that fits one that does not, to see it refused. */
function pick<Of>(list: readonly Of[], number: number, fits: Places<Of> = all): number | null {
  const fitting = placesOf(list, fits)
  const from = fitting.length > 0 ? fitting : placesOf(list, all)
  return from.length > 0 ? from[number % from.length]! : null
}

/** Above 100 per cent it is a fen too much. */
const shareOf = (fen: number, percent: number) => (percent > 100 ? fen + 1 : Math.ceil((fen * percent) / 100))

function partsOf(model: Model, unit: number, numbers: number[], share: number): Part[] {
  const owed = placesOf(model.bills, (bill) => bill.unit === unit && model.owed(bill) > 0)
  const places = new Set(owed.length > 0 ? numbers.map((number) => owed[number % owed.length]!) : [])
  return [...places].map((bill) => ({ bill, fen: shareOf(model.owed(model.bills[bill]!), share) }))
}

/** What the till says to it, and what the model says; null where there is nothing to do it with. */
function said(wish: Wish, model: Model, till: Till): Said | null {
  switch (wish.do) {
    case 'service':
      return [till.service(wish.unit, wish.fund, wish.fen), () => model.service(wish.unit, wish.fund, wish.fen)]
    case 'run': {
      const month = daysLater(`${model.month()}-15`, wish.month * 30).slice(0, 7)
      return [till.run(month), () => model.run(month)]
    }
    case 'pay': {
      const ahead = wish.way === 'balance' ? 0 : wish.ahead
      const parts = partsOf(model, wish.unit, wish.bills, wish.share)
      return [till.pay(wish.unit, wish.way, parts, ahead), () => model.pay(wish.unit, wish.way, parts, ahead)]
    }
    case 'notice':
      return notice(wish, model, till)
    case 'close': {
      const at = pick(model.payments, wish.payment, ({ state }) => state === 'open')
      return at === null ? null : [till.close(at), () => model.close(at)]
    }
    case 'refund':
      return refund(wish, model, till)
    case 'decide': {
      const at = pick(model.refunds, wish.refund, ({ state }) => state === 'asked')
      return at === null ? null : [till.decide(at, wish.agrees, wish.by), () => model.decide(at, wish.agrees, wish.by)]
    }
    case 'said':
      return refundSaid(wish, model, till)
    case 'credit': {
      const overpaid = placesOf(model.payments, ({ over }) => over !== null)
      const at = overpaid[wish.payment % overpaid.length]
      return at === undefined ? null : [till.credit(at), () => model.credit(at)]
    }
    case 'reverse': {
      const at = pick(model.bills, wish.bill, ({ reversed, kind }) => !reversed && kind !== 'late-fee')
      return at === null ? null : [till.reverse(at, wish.intoBalance), () => model.reverse(at, wish.intoBalance)]
    }
    case 'fee': {
      const isLate = placesOf(
        model.bills,
        (bill, at) => bill.kind === 'charge' && model.owed(bill) === 0 && !bill.reversed && !model.isWaived(at),
      )
      const at = isLate[wish.bill % isLate.length]
      return at === undefined ? null : [till.lateFee(at, model.bills[at]!.unit, wish.fen), () => model.lateFee(at, wish.fen)]
    }
    case 'waive': {
      const at = pick(
        model.bills,
        wish.bill,
        ({ kind }, place) => kind === 'charge' && model.bills.some(({ about }) => about === `fee ${place}`),
      )
      return at === null ? null : [till.waive(at), () => model.waive(at)]
    }
    case 'close-month':
      return [till.closeMonth(model.nextToClose() ?? model.month()), () => model.closeMonth()]
    case 'reopen-month':
      return model.closed === null ? null : [till.reopenMonth(model.closed), () => model.reopenMonth()]
    case 'days':
      model.today = daysLater(model.today, wish.count)
      till.passDays(model.today)
      return null
  }
}

function notice({ payment, daysAgo, wrong }: Extract<Wish, { do: 'notice' }>, model: Model, till: Till): Said | null {
  const ordered = placesOf(model.payments, ({ way }) => way === 'wechat')
  const at = ordered[payment % ordered.length]
  if (at === undefined) return null
  const { fen, state } = model.payments[at]!
  const on = daysLater(model.today, -daysAgo)
  if (wrong === 'amount') return [till.settle(at, on, { fen: fen - 1 }), () => 'trade amount']
  if (wrong === 'transaction' && state === 'paid') return [till.settle(at, on, { fen, transaction: 'x' }), () => 'proved twice']
  return [till.settle(at, on, { fen }), () => model.settle(at, on)]
}

function refund(wish: Extract<Wish, { do: 'refund' }>, model: Model, till: Till): Said | null {
  const at = pick(model.payments, wish.payment, ({ state, fen, refunded }) => state === 'paid' && refunded < fen)
  if (at === null) return null
  const { way, parts: paid, ahead, over } = model.payments[at]!
  const back = [...BACK[way], 'pos' as const][wish.way % (BACK[way].length + 1)]!
  const parts = paid.map(({ bill }) => ({ bill, fen: shareOf(model.refundable(at, bill), wish.share) }))
  const overpaid = wish.overpaid && over !== null
  const asked = { payment: at, way: back, parts, ahead: shareOf(ahead, wish.ahead), overpaid, by: wish.by }
  return [till.askRefund(asked), () => model.askRefund(asked)]
}

function refundSaid(
  { refund: number, said: word, daysAgo }: Extract<Wish, { do: 'said' }>,
  model: Model,
  till: Till,
): Said | null {
  const at = pick(model.refunds, number, ({ state }) => ['approved', 'sent', 'abnormal'].includes(state))
  if (at === null) return null
  const { way, fen, payment, state } = model.refunds[at]!
  // What WeChat has closed stays closed.
  if (state === 'closed') return null
  const what = way === 'wechat' ? word : 'SUCCESS'
  const on = daysLater(model.today, -daysAgo)
  const totalFen = model.payments[payment]!.fen
  return [till.refundSaid(at, what, on, { fen, totalFen, way }), () => model.refundSaid(at, what, on)]
}

/** Does it at the till and in the model, and compares what both say. @returns what was said, null when there was nothing to do it with */
export async function take(wish: Wish, model: Model, till: Till): Promise<string | null> {
  const answers = said(wish, model, till)
  if (!answers) return null
  const [real, expected] = answers
  const answer = await real
  expect({ ...wish, answer }).toEqual({ ...wish, answer: expected() })
  return `${wish.do} ${answer}`
}

const unit = fc.nat(UNITS - 1)
const number = fc.nat(50)
const by = fc.nat(1)
const percent = fc.constantFrom(100, 100, 50, 33, 1, 101)
const back = fc.constantFrom(0, 0, 1, 25, 45)
const some = fc.constantFrom(0, 0, 1, 777, 5_000)
const ways = fc.constantFrom<Way>('wechat', 'wechat', 'wechat', 'cash', 'transfer', 'pos', 'balance')

const wishes: readonly [weight: number, wish: fc.Arbitrary<Wish>][] = [
  [
    3,
    fc.record({
      do: fc.constant('service'),
      unit,
      fund: fc.constantFrom('property-fee', 'parking', 'collected'),
      fen: fc.integer({ min: 1, max: 9_999 }),
    }),
  ],
  [2, fc.record({ do: fc.constant('run'), month: fc.constantFrom(-1, 0, 0, 1) })],
  [
    8,
    fc.record({
      do: fc.constant('pay'),
      unit,
      way: ways,
      bills: fc.array(number, { minLength: 1, maxLength: 3 }),
      share: percent,
      ahead: some,
    }),
  ],
  [
    1,
    fc.record({ do: fc.constant('pay'), unit, way: ways, bills: fc.constant<number[]>([]), share: fc.constant(0), ahead: some }),
  ],
  [
    5,
    fc.record({
      do: fc.constant('notice'),
      payment: number,
      daysAgo: back,
      wrong: fc.constantFrom('', '', '', 'amount', 'transaction'),
    }),
  ],
  [1, fc.record({ do: fc.constant('close'), payment: number })],
  [
    4,
    fc.record({
      do: fc.constant('refund'),
      payment: number,
      way: fc.nat(3),
      share: fc.constantFrom(100, 50, 1, 0, 101),
      ahead: fc.constantFrom(0, 0, 50, 100, 101),
      overpaid: fc.boolean(),
      by,
    }),
  ],
  [3, fc.record({ do: fc.constant('decide'), refund: number, agrees: fc.constantFrom(true, true, true, false), by })],
  [
    4,
    fc.record({
      do: fc.constant('said'),
      refund: number,
      said: fc.constantFrom('SUCCESS', 'SUCCESS', 'SUCCESS', 'PROCESSING', 'ABNORMAL', 'CLOSED'),
      daysAgo: back,
    }),
  ],
  [1, fc.record({ do: fc.constant('credit'), payment: number })],
  [2, fc.record({ do: fc.constant('reverse'), bill: number, intoBalance: fc.boolean() })],
  [2, fc.record({ do: fc.constant('fee'), bill: number, fen: fc.integer({ min: 1, max: 999 }) })],
  [1, fc.record({ do: fc.constant('waive'), bill: number })],
  [1, fc.constant({ do: 'close-month' })],
  [1, fc.constant({ do: 'reopen-month' })],
  [2, fc.record({ do: fc.constant('days'), count: fc.constantFrom(1, 10, 35) })],
]

/** Every kind of move there is. */
export const kinds = 'service run pay notice close refund decide said credit reverse fee waive close-month reopen-month'.split(
  ' ',
)

/** Something is owed at first, and here and there more has happened; then whatever comes. */
const owed: readonly Wish[] = [
  { do: 'run', month: 0 },
  { do: 'service', unit: 0, fund: 'parking', fen: 5_000 },
]
const order: Wish = { do: 'pay', unit: 0, way: 'wechat', bills: [0, 1], share: 100, ahead: 777 }
const told: Wish = { do: 'notice', payment: 0, daysAgo: 0, wrong: '' }
const begun: readonly (readonly Wish[])[] = [
  owed,
  [...owed, order, told],
  [...owed, order, { ...order, way: 'cash', bills: [0], share: 50, ahead: 0 }, told],
  [...owed, order, { do: 'days', count: 35 }, { do: 'close-month' }],
]

/** Sequences of so many moves at most. */
export const sequences = (most: number): fc.Arbitrary<Wish[]> =>
  fc
    .tuple(
      fc.constantFrom(...begun),
      fc.array(fc.oneof(...wishes.map(([weight, arbitrary]) => ({ weight, arbitrary }))), {
        minLength: 5,
        maxLength: most,
        size: 'max',
      }),
    )
    .map((both) => both.flat())
