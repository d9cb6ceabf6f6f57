import { randomUUID } from 'node:crypto'
import type { Fund } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import type { CallerAct } from '../../src/modules/access/index.ts'
import { approveWaiver, askWaiver } from '../../src/modules/arrears/index.ts'
import { addBill, MakeBills, reverseBill, startRun } from '../../src/modules/billing/index.ts'
import { closeMonth, reopenMonth } from '../../src/modules/ledger/index.ts'
import * as payments from '../../src/modules/payments/index.ts'
import { newId } from '../../src/platform/clock/index.ts'
import { Database } from '../../src/platform/database/index.ts'
import { ProblemError } from '../../src/platform/http/index.ts'
import type { TestApp } from '../app.ts'
import { MoneyDesk } from '../money-desk.ts'
import type { TestCommunity } from '../world.ts'
import { ALONE_FEN, UNITS, type Part, type RefundWish, type Way } from './standing.ts'

/** A merchant of WeChat's, as far as taking its word asks. */
const MERCHANT_ID = randomUUID()
const merchant = { id: MERCHANT_ID, mchid: '1900007001', subMchid: null, appid: 'wx0000yinuosandbox' } as never
const STAFF = [randomUUID(), randomUUID()]
const atNoon = (day: string) => new Date(`${day}T12:00:00+08:00`)

/** How the office and WeChat act on the money of one community, by the doors of the modules; what is made is known by its place. */
export class Till {
  readonly #app: TestApp
  readonly #desk: MoneyDesk
  readonly community: TestCommunity
  readonly #chargeId: string
  readonly units: string[] = []
  readonly bills: string[] = []
  readonly payments: string[] = []
  readonly refunds: string[] = []

  private constructor(app: TestApp, community: TestCommunity, chargeId: string) {
    this.#app = app
    this.#desk = new MoneyDesk(app, community)
    this.community = community
    this.#chargeId = chargeId
  }

  static async open(app: TestApp, today: string): Promise<Till> {
    app.clock.set(atNoon(today).toISOString())
    const community = await app.world.community()
    const chargeId = newId(app.clock.now())
    const till = new Till(app, community, chargeId)
    for (let count = 0; count < UNITS; count++) till.units.push((await app.world.unit(community)).id)
    await app.owner.query(
      `WITH c AS (INSERT INTO charges (community_id, id, name, fund, basis, cycle, due_after_days, created_at)
         VALUES ($1, $2, '物业费', 'property-fee', 'unit', 'month', 10, now())),
       p AS (INSERT INTO charge_prices (community_id, charge_id, valid_from, rate, tiers, set_by_name, set_at)
         VALUES ($1, $2, '2020-01-01', 1234500, '[]', '系统', now()))
       INSERT INTO payment_rules (community_id, refund_alone_fen) VALUES ($1, $3)`,
      [community.id, chargeId, ALONE_FEN],
    )
    return till
  }

  get #ids() {
    return { communityId: this.community.id }
  }

  #act(by = 0): CallerAct {
    const { companyId } = this.community
    const act = this.#desk.act({ staffId: STAFF[by]!, name: `员工${by}` })
    return { ...act, caller: { staff: { companyId } } as CallerAct['caller'] }
  }

  /** Somebody of the office does it, within the walls of row-level security. */
  async #office(work: (tx: EntityManager, act: CallerAct) => Promise<unknown>, by = 0): Promise<string> {
    const act = this.#act(by)
    return outcome(() => this.#app.nest.get(Database).write(act, (tx) => work(tx, act)))
  }

  passDays(today: string): void {
    this.#app.clock.set(atNoon(today).toISOString())
  }

  service(unit: number, fund: string, fen: number): Promise<string> {
    const subjectId = randomUUID()
    return this.#bill({ unit, fund, fen, subjectId, kind: 'service', from: '2026-11-01' })
  }

  lateFee(late: number, unit: number, fen: number): Promise<string> {
    return this.#bill({ unit, fund: 'property-fee', fen, subjectId: this.bills[late]!, kind: 'late-fee', from: '2026-10-01' })
  }

  #bill(bill: { unit: number; fund: string; fen: number; subjectId: string; kind: 'service' | 'late-fee'; from: string }) {
    const { unit, fund, fen, subjectId, kind, from } = bill
    return this.#office(async (tx, act) => {
      const id = await addBill(tx, act, {
        ...this.#ids,
        ...{ unitId: this.units[unit]!, kind, fund: fund as Fund, subjectId, from, to: from, dueOn: from },
        lines: [{ text: '一件事', amountFen: fen }],
      })
      if (id) this.bills.push(id)
      return id !== null
    })
  }

  async run(month: string): Promise<string> {
    let runId = ''
    const started = await this.#office(async (tx, act) => {
      runId = await startRun(tx, act, this.community.id, { month, chargeIds: [this.#chargeId] })
    })
    await this.#app.nest.get(MakeBills).run({ ...this.#ids, runId })
    const { rows } = await this.#app.owner.query<{ id: string }>(
      'SELECT id FROM bills WHERE community_id = $1 AND run_id = $2 ORDER BY array_position($3::uuid[], unit_id)',
      [this.community.id, runId, this.units],
    )
    this.bills.push(...rows.map(({ id }) => id))
    return started
  }

  async waive(late: number): Promise<string> {
    let id = ''
    const billId = this.bills[late]!
    const asked = await this.#office(async (tx, act) => {
      id = await askWaiver(tx, act, this.community.id, { billId, reason: '老人独居' })
    })
    if (asked !== 'done') return asked
    return this.#office((tx, act) => approveWaiver(tx, act, this.community.id, id, { version: 1 }), 1)
  }

  reverse(bill: number, intoBalance: boolean): Promise<string> {
    const paidInto = intoBalance ? { paidInto: 'balance' as const } : {}
    return this.#office((tx, act) =>
      reverseBill(tx, act, { ...this.#ids, billId: this.bills[bill]!, reason: '有误', ...paidInto }),
    )
  }

  pay(unit: number, way: Way, wished: Part[], aheadFen: number): Promise<string> {
    const parts = wished.map(({ bill, fen }) => ({ billId: this.bills[bill]!, amountFen: fen }))
    return this.#office(async (tx, act) => {
      const { now } = act
      const order = { accountId: randomUUID(), merchantId: MERCHANT_ID, expiresAt: now, askAt: now }
      const draft = { ...this.#ids, unitId: this.units[unit]!, way, parts, aheadFen, ...(way === 'wechat' ? { order } : {}) }
      const paymentId = await payments.openPayment(tx, act, draft)
      const amountFen = parts.reduce((sum, part) => sum + part.amountFen, aheadFen)
      const proof = way === 'balance' ? 'balance' : 'counter'
      if (way !== 'wechat') await payments.settlePayment(tx, act, { ...this.#ids, paymentId, proof, paidAt: now, amountFen })
      this.payments.push(paymentId)
    })
  }

  /** WeChat's word that an order is paid. */
  settle(payment: number, paidOn: string, { fen, transaction = '' }: { fen: number; transaction?: string }): Promise<string> {
    const outTradeNo = this.payments[payment]!.replaceAll('-', '')
    const whose = { mchid: '1900007001', subMchid: null, appid: 'wx0000yinuosandbox', openid: null, currency: 'CNY' }
    const trade = {
      ...whose,
      outTradeNo,
      transactionId: `42${outTradeNo}${transaction}`,
      state: 'SUCCESS',
      totalFen: fen,
      paidAt: atNoon(paidOn),
    }
    return outcome(() => this.#app.nest.get(payments.Trades).take(merchant, trade, 'notice'))
  }

  close(payment: number): Promise<string> {
    return this.#office((tx, act) => payments.closePayment(tx, act, { ...this.#ids, paymentId: this.payments[payment]! }))
  }

  askRefund({ payment, way, parts, ahead, overpaid, by }: RefundWish): Promise<string> {
    return this.#office(async (tx, act) => {
      const { id } = await payments.askRefund(tx, act, {
        ...this.#ids,
        paymentId: this.payments[payment]!,
        parts: parts.map(({ bill, fen }) => ({ billId: this.bills[bill]!, amountFen: fen })),
        ...{ aheadFen: ahead, overpaid, way, reason: '多收' },
      })
      this.refunds.push(id)
    }, by)
  }

  decide(refund: number, agrees: boolean, by: number): Promise<string> {
    const key = { ...this.#ids, refundId: this.refunds[refund]! }
    return this.#office(async (tx, act) => {
      const [row] = (await tx.query('SELECT version FROM refunds WHERE community_id = $1 AND id = $2', [key.communityId, key.refundId])) as { version: number }[] // prettier-ignore
      const version = row!.version
      await (agrees ? payments.approveRefund(tx, act, { ...key, version }) : payments.refuseRefund(tx, act, { ...key, version, because: '不退' })) // prettier-ignore
    }, by)
  }

  refundSaid(refund: number, said: string, on: string, { fen, totalFen, way }: { fen: number; totalFen: number; way: Way }) {
    const refundId = this.refunds[refund]!
    const doneAt = atNoon(on)
    if (way !== 'wechat')
      return this.#office(async (tx, act) => void (await payments.doRefund(tx, act, { ...this.#ids, refundId, doneAt })))
    const outRefundNo = refundId.replaceAll('-', '')
    const standing = {
      outRefundNo,
      refundId: `50${outRefundNo}`,
      outTradeNo: null,
      state: said,
      refundFen: fen,
      totalFen,
      doneAt,
    }
    return outcome(() => this.#app.nest.get(payments.WechatRefunds).take(merchant, standing))
  }

  credit(payment: number): Promise<string> {
    return this.#office(async (tx, act) => {
      const [over] = (await tx.query('SELECT id, version FROM overpayments WHERE community_id = $1 AND payment_id = $2', [this.community.id, this.payments[payment]])) as { id: string; version: number }[] // prettier-ignore
      await payments.creditOverpayment(tx, act, { ...this.#ids, overpaymentId: over!.id, version: over!.version })
    })
  }

  closeMonth(month: string): Promise<string> {
    return this.#office((tx, act) => closeMonth(tx, act, this.community.id, month))
  }

  reopenMonth(month: string): Promise<string> {
    return this.#office((tx, act) => reopenMonth(tx, act, this.community.id, { month, reason: '补记' }))
  }
}

/** 'done', 'again' where nothing was new, or the code of what refuses it. */
async function outcome(work: () => Promise<unknown>): Promise<string> {
  try {
    return (await work()) === false ? 'again' : 'done'
  } catch (error) {
    if (error instanceof ProblemError) return error.code
    if (error instanceof payments.TradeRefused) return `trade ${error.fault}`
    if (error instanceof payments.RefundRefused) return `refund ${error.message}`
    if (error instanceof Error && error.message.endsWith('is proved twice')) return 'proved twice'
    throw error
  }
}
