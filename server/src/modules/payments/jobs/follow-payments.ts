import { Inject, Injectable, Logger } from '@nestjs/common'
import { Interval } from '@nestjs/schedule'
import { Clock } from '../../../platform/clock/index.ts'
import { CONFIG, type Config } from '../../../platform/config/index.ts'
import { isConnectionLoss, WorkerDatabase } from '../../../platform/database/index.ts'
import { PayError } from '../../../wechat/index.ts'
import { TradeRefused } from '../orders/take-trade.ts'
import { WechatOrders } from '../orders/wechat-orders.ts'
import { WechatRefunds } from '../refunds/wechat-refunds.ts'
import { askAgainAt, askOrderAt, REFUNDS_APART_MS } from '../rules/index.ts'

const EVERY_MS = 5_000
const AT_ONCE = 40
const IN_PARALLEL = 8

interface DueOrder {
  communityId: string
  paymentId: string
  asked: number
  expiresAt: Date
}

interface DueRefund {
  communityId: string
  refundId: string
  asked: number
}

/** Whoever moves `ask_at` on asks; who dies over it is replaced when that time comes. */
const ORDERS = `
  WITH due AS (
    SELECT community_id, id FROM payments WHERE way = 'wechat' AND state = 'open' AND ask_at <= $1
    ORDER BY ask_at LIMIT ${AT_ONCE} FOR UPDATE SKIP LOCKED),
  taken AS (UPDATE payments p SET ask_at = $2, asked = p.asked + 1 FROM due WHERE p.community_id = due.community_id AND p.id = due.id
    RETURNING p.community_id AS "communityId", p.id AS "paymentId", p.asked, p.expires_at AS "expiresAt")
  SELECT * FROM taken`

/** Of one order one refund at a time, a minute apart. */
const REFUNDS = `
  WITH due AS (
    SELECT r.community_id, r.id FROM refunds r
    WHERE r.way = 'wechat' AND r.state IN ('approved', 'sent', 'abnormal') AND r.ask_at <= $1 AND NOT (r.state = 'approved' AND EXISTS (
      SELECT 1 FROM refunds o WHERE o.community_id = r.community_id AND o.payment_id = r.payment_id AND o.id <> r.id
        AND (o.sent_at > $3 OR (o.state = 'approved' AND o.ask_at IS NOT NULL AND (o.created_at, o.id) < (r.created_at, r.id)))))
    ORDER BY r.ask_at LIMIT ${AT_ONCE} FOR UPDATE SKIP LOCKED),
  taken AS (UPDATE refunds r SET ask_at = $2, asked = r.asked + 1 FROM due WHERE r.community_id = due.community_id AND r.id = due.id
    RETURNING r.community_id AS "communityId", r.id AS "refundId", r.asked)
  SELECT * FROM taken`

const LEASE_MS = 60_000

/** Nothing depends on a notice: orders are asked about until they are paid or closed, refunds until they have ended. */
@Injectable()
export class FollowPayments {
  readonly #log = new Logger('payments')
  readonly #database: WorkerDatabase
  readonly #clock: Clock
  readonly #orders: WechatOrders
  readonly #refunds: WechatRefunds
  readonly #works: boolean
  #isRunning = false

  constructor(
    database: WorkerDatabase,
    clock: Clock,
    orders: WechatOrders,
    refunds: WechatRefunds,
    @Inject(CONFIG) config: Config,
  ) {
    this.#database = database
    this.#clock = clock
    this.#orders = orders
    this.#refunds = refunds
    this.#works = config.ROLE !== 'api' && config.NODE_ENV !== 'test'
  }

  @Interval(EVERY_MS)
  async tick(): Promise<void> {
    if (!this.#works || this.#isRunning) return
    this.#isRunning = true
    try {
      while ((await this.run()) === AT_ONCE);
    } catch (error) {
      if (!isConnectionLoss(error)) throw error
      this.#log.warn('payments wait for the database')
    } finally {
      this.#isRunning = false
    }
  }

  /** @returns how many were asked about, of orders or of refunds, whichever were more */
  async run(): Promise<number> {
    const now = this.#clock.now()
    const lease = new Date(now.getTime() + LEASE_MS)
    const orders = await this.#database.run<DueOrder>(ORDERS, [now, lease])
    await inTurns(orders, (order) => this.#order(order))
    const apart = new Date(now.getTime() - REFUNDS_APART_MS)
    const refunds = await this.#database.run<DueRefund>(REFUNDS, [now, lease, apart])
    await inTurns(refunds, (refund) => this.#refund(refund))
    return Math.max(orders.length, refunds.length)
  }

  async #order({ communityId, paymentId, asked, expiresAt }: DueOrder): Promise<void> {
    await this.#trying(paymentId, () => this.#orders.follow({ communityId, paymentId }))
    await this.#database.run(`UPDATE payments SET ask_at = $3 WHERE community_id = $1 AND id = $2 AND state = 'open'`, [
      communityId,
      paymentId,
      askOrderAt(asked, this.#clock.now(), expiresAt),
    ])
  }

  async #refund({ communityId, refundId, asked }: DueRefund): Promise<void> {
    await this.#trying(refundId, () => this.#refunds.follow({ communityId, refundId }))
    await this.#database.run(
      `UPDATE refunds SET ask_at = $3 WHERE community_id = $1 AND id = $2 AND state IN ('approved', 'sent', 'abnormal')`,
      [communityId, refundId, askAgainAt(asked, this.#clock.now())],
    )
  }

  /** One that cannot be followed must not keep others from it. */
  async #trying(id: string, follow: () => Promise<void>): Promise<void> {
    try {
      await follow()
    } catch (error) {
      if (isConnectionLoss(error)) throw error
      if (error instanceof PayError) this.#log.warn(`${id}: ${error.message}`)
      else if (error instanceof TradeRefused) this.#log.error(`${id}: ${error.message}`)
      else this.#log.error(`${id}: ${(error as Error).stack}`)
    }
  }
}

async function inTurns<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const waiting = [...items]
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await work(next)
  }
  await Promise.all(Array.from({ length: Math.min(IN_PARALLEL, items.length) }, worker))
}
