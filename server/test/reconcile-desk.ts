import { randomInt, randomUUID } from 'node:crypto'
import type { DifferenceRow, Page, StatementRow } from '@yinuo/contracts'
import { ReconcileDays } from '../src/modules/reconciliation/index.ts'
import type { TestApp } from './app.ts'
import { PayDesk } from './pay-desk.ts'

type Amendment = Parameters<TestApp['sandbox']['world']['pay']['bills']['amend']>[1]
export type Trade = ReturnType<Amendment>[number]

const HOURS_BEHIND = 8

/** A company of its own, whose merchant's bill of a day says what a test wants. */
export class ReconcileDesk extends PayDesk {
  static override async open(app: TestApp): Promise<ReconcileDesk> {
    const community = await app.world.community({ companyId: await app.world.company() })
    const desk = new ReconcileDesk(app, community, await app.world.staff(community, { post: 'project-manager' }))
    const answer = await desk.manager.post(`${desk.path}/pay-merchants`, await desk.merchantDraft('1900007001')).expect(201)
    desk.merchantId = (answer.body as { id: string }[])[0]!.id
    return desk
  }

  /** In Shanghai. */
  today(): string {
    return new Date(this.app.clock.now().getTime() + HOURS_BEHIND * 3600_000).toISOString().slice(0, 10)
  }

  /** The bill of a day, today's when left out, says something else than what happened. */
  amend(amendment: Amendment, day = this.today()): void {
    this.app.sandbox.world.pay.bills.amend(day, amendment)
  }

  /** Noon of the day after. */
  goToMorning(day: string): void {
    this.app.clock.set(`${day}T04:00:00Z`)
    this.app.clock.advance({ days: 1 })
  }

  /** Today's statement, as the program checks it by itself when the next day's bills are there. */
  async nextDay(): Promise<StatementRow> {
    const day = this.today()
    this.goToMorning(day)
    await this.app.nest.get(ReconcileDays).run()
    return (await this.statements()).find((each) => each.day === day)!
  }

  async check(day: string): Promise<StatementRow> {
    return ((await this.manager.post(`${this.path}/pay-statements/check`, { day }).expect(200)).body as StatementRow[])[0]!
  }

  async statements(): Promise<StatementRow[]> {
    return ((await this.manager.get(`${this.path}/pay-statements`).expect(200)).body as Page<StatementRow>).items
  }

  /** All of them, page by page. */
  async differences(): Promise<DifferenceRow[]> {
    const rows: DifferenceRow[] = []
    for (let cursor: string | null = ''; cursor !== null;) {
      const page = await this.manager.get(`${this.path}/pay-differences?limit=100${cursor && `&cursor=${cursor}`}`).expect(200)
      const { items, nextCursor } = page.body as Page<DifferenceRow>
      rows.push(...items)
      cursor = nextCursor
    }
    return rows
  }

  /** The sandbox's trades of orders by their numbers, for the bill of whichever day. */
  tradesOf(numbers: readonly string[]): Trade[] {
    const orders = this.app.sandbox.world.pay.orders.all().filter(({ outTradeNo }) => numbers.includes(outTradeNo))
    return orders.map((order) => ({ order, refund: null, totalFen: order.totalFen, refundFen: 0, feeFen: 0 }))
  }

  /** One like another, of which we know nothing. */
  strange(like: Trade, totalFen: number): Trade {
    const number = randomUUID().replaceAll('-', '')
    const order = { ...like.order, outTradeNo: number, transactionId: `42${randomInt(1e12)}`, totalFen }
    return { ...like, order, totalFen, feeFen: 0 }
  }
}
