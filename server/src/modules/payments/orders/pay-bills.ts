import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { Clock } from '../../../platform/clock/index.ts'
import { Database } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import type { PayParameters } from '../../../wechat/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { OWN_BILL } from '../../billing/index.ts'
import { todayIn } from '../../organisation/index.ts'
import { lockBills } from '../actions/lock-payment.ts'
import { openPayment } from '../actions/open-payment.ts'
import { settlePayment } from '../actions/settle-payment.ts'
import { freeBalance } from '../actions/unit-balance.ts'
import { Merchants } from '../merchants/merchants.ts'
import { askOrderAt, ORDER_LIVES_MS, takeFirst, type Part } from '../rules/index.ts'
import { WechatOrders } from './wechat-orders.ts'

export interface PayWish {
  unitId: string
  parts: Part[]
  aheadFen: number
  useBalance: boolean
}

export interface Opened {
  paymentId: string | null
  balancePaymentId: string | null
}

type Home = CallerAct['caller']['homes'][number]

/** Another device may open an order for the same bills between our closing one and opening ours. */
const MOST_TRIES = 3

/** A resident pays bills of a home of theirs. */
@Injectable()
export class PayBills {
  readonly #database: Database
  readonly #orders: WechatOrders
  readonly #merchants: Merchants
  readonly #clock: Clock

  constructor(database: Database, orders: WechatOrders, merchants: Merchants, clock: Clock) {
    this.#database = database
    this.#orders = orders
    this.#merchants = merchants
    this.#clock = clock
  }

  /** The order, and what the phone needs to pay it. Asked again under the same key it is the same order. */
  async pay(act: CallerAct, wish: PayWish): Promise<Opened & { request: PayParameters | null }> {
    const home = act.caller.homes.find(({ unitId }) => unitId === wish.unitId)
    if (!home) throw new ProblemError('NOT_FOUND')
    const opened = await this.#openOnce(act, home, wish)
    if (!opened.paymentId) return { ...opened, request: null }
    const request = await this.#orders.place({ communityId: home.communityId, paymentId: opened.paymentId })
    return { ...opened, request }
  }

  /** Bills somebody else's order holds are freed at WeChat first; what turns out to be paid is paid. */
  async #openOnce(act: CallerAct, home: Home, wish: PayWish): Promise<Opened> {
    for (let left = MOST_TRIES - 1; ; left--) {
      try {
        return await this.#database.write(act, (tx) => this.#open(tx, act, home, wish))
      } catch (error) {
        if (!(error instanceof ProblemError) || error.code !== 'PAYMENT_OPEN' || left === 0) throw error
        const billIds = wish.parts.map(({ billId }) => billId)
        await this.#orders.release(act, home.communityId, billIds)
      }
    }
  }

  async #open(tx: EntityManager, act: CallerAct, home: Home, { parts, aheadFen, useBalance }: PayWish): Promise<Opened> {
    const { communityId, unitId, residentName: payerName } = home
    const billIds = parts.map(({ billId }) => billId)
    await refuseForeign(tx, act, communityId, billIds)
    await lockBills(tx, communityId, billIds)
    const free = useBalance ? await freeBalance(tx, communityId, unitId) : 0
    const { taken, left } = takeFirst(parts, free)
    const whose = { communityId, unitId, payerName }
    const isMore = left.length > 0 || aheadFen > 0
    const paymentId = isMore
      ? await openPayment(tx, act, { ...whose, way: 'wechat', parts: left, aheadFen, order: await this.#order(act, communityId) })
      : null
    const balancePaymentId = taken.length > 0 ? await openPayment(tx, act, { ...whose, way: 'balance', parts: taken }) : null
    if (!paymentId && !balancePaymentId) throw new ProblemError('PAYMENT_AMOUNT')
    if (balancePaymentId) {
      const amountFen = taken.reduce((sum, part) => sum + part.amountFen, 0)
      await settlePayment(tx, act, { communityId, paymentId: balancePaymentId, proof: 'balance', paidAt: act.now, amountFen })
    }
    return { paymentId, balancePaymentId }
  }

  async #order(act: CallerAct, communityId: string) {
    const now = this.#clock.now()
    const expiresAt = new Date(now.getTime() + ORDER_LIVES_MS)
    const merchant = await this.#merchants.of(communityId)
    return { accountId: act.caller.account!.id, merchantId: merchant.id, expiresAt, askAt: askOrderAt(0, now, expiresAt) }
  }
}

/** Of their home, and of the time they live there: what others left behind is not theirs to see. */
async function refuseForeign(tx: EntityManager, act: CallerAct, communityId: string, billIds: string[]): Promise<void> {
  const own = (await tx.query(`SELECT b.id FROM bills b WHERE b.community_id = $3 AND b.id = ANY ($4::uuid[]) AND ${OWN_BILL}`, [
    act.caller.account?.id ?? null,
    todayIn(act),
    communityId,
    billIds,
  ])) as unknown[]
  if (own.length < new Set(billIds).size) throw new ProblemError('NOT_FOUND')
}
