import { createHash, randomBytes } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { beijingDay } from '../state/clock.ts'
import { billText, fundFlowColumns, fundFlowSummary, tradeColumns, tradeSummary } from './bill-columns.ts'
import type { BillType } from './bill-columns.ts'
import { flowsOf } from './fund-flows.ts'
import type { Merchant } from './merchants.ts'
import type { Orders } from './orders.ts'
import { PayError, wrongField } from './pay-error.ts'
import type { Refunds } from './refunds.ts'
import { rowOf, summaryOf, tradesOf } from './trade-rows.ts'
import type { Trade } from './trade-rows.ts'

export interface BillWish {
  date: string
  gzip: boolean
  /** one of the merchants that are served; null for all of them */
  subMchid: string | null
}

export interface MadeBill {
  token: string
  sha1: string
}

interface File {
  mchid: string
  bytes: Buffer
  until: number
}

/** What a test does to the trades of a day before they are written. */
export type Amendment = (trades: Trade[]) => Trade[]

const urlLivesFor = 5 * 60_000
const hour = 3600_000

/** The bills WeChat makes for each day, from ten o'clock of the next. */
export class Bills {
  readonly #now: () => number
  readonly #orders: Orders
  readonly #refunds: Refunds
  readonly #files = new Map<string, File>()
  readonly #amendments = new Map<string, Amendment>()

  constructor(now: () => number, orders: Orders, refunds: Refunds) {
    this.#now = now
    this.#orders = orders
    this.#refunds = refunds
  }

  trade(merchant: Merchant, type: BillType, wish: BillWish): MadeBill {
    const trades = this.#tradesOf(merchant, type, wish)
    if (trades.length === 0) throw new PayError('NO_STATEMENT_EXIST')
    return this.#kept(merchant, wish, billText(tradeColumns[type], trades.map(rowOf), tradeSummary, summaryOf(trades)))
  }

  fundFlow(merchant: Merchant, wish: BillWish): MadeBill {
    const { rows, summary } = flowsOf(this.#tradesOf(merchant, 'ALL', wish))
    if (rows.length === 0) throw new PayError('NO_STATEMENT_EXIST')
    return this.#kept(merchant, wish, billText(fundFlowColumns, rows, fundFlowSummary, summary))
  }

  download(merchant: Merchant, token: string): Buffer {
    const file = this.#files.get(token)
    if (!file || file.mchid !== merchant.mchid || this.#now() >= file.until) throw new PayError('NO_AUTH', '下载地址无效或已过期')
    return file.bytes
  }

  /** Makes the bills of a day say something else than what happened. */
  amend(date: string, amendment: Amendment): void {
    this.#amendments.set(date, amendment)
  }

  #tradesOf({ mchid }: Merchant, type: BillType, { date, subMchid }: BillWish): Trade[] {
    this.#decide(date)
    const mine = (row: { mchid: string; subMchid: string | null }) =>
      row.mchid === mchid && (subMchid === null || row.subMchid === subMchid)
    const trades = tradesOf(date, this.#orders.all().filter(mine), this.#refunds.all().filter(mine), type)
    return this.#amendments.get(date)?.(trades) ?? trades
  }

  #decide(date: string): void {
    const start = Date.parse(`${date}T00:00:00+08:00`)
    if (!/^\d{4}-\d\d-\d\d$/.test(date) || Number.isNaN(start) || beijingDay(start) !== date)
      throw wrongField('bill_date', date, '格式为yyyy-MM-dd')
    const now = this.#now()
    if (now < start + 24 * hour) throw wrongField('bill_date', date, '账单日期须早于今天')
    if (now < start + 34 * hour) throw new PayError('STATEMENT_CREATING')
    const oldest = new Date(now)
    oldest.setUTCMonth(oldest.getUTCMonth() - 3)
    if (start < oldest.getTime() - 24 * hour) throw wrongField('bill_date', date, '仅支持三个月内的账单')
  }

  /** The hash is over the file as it is read, not as it is packed. */
  #kept({ mchid }: Merchant, { gzip }: BillWish, text: string): MadeBill {
    const token = randomBytes(32).toString('base64url')
    const bytes = gzip ? gzipSync(text) : Buffer.from(text, 'utf8')
    this.#files.set(token, { mchid, bytes, until: this.#now() + urlLivesFor })
    return { token, sha1: createHash('sha1').update(text, 'utf8').digest('hex') }
  }
}
