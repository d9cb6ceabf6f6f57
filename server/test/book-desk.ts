import type { FundRecordView, LedgerMonths, NewFundRecord } from '@yinuo/contracts'
import type { TestApp } from './app.ts'
import { answered } from './improvement-story.ts'
import type { Person } from './person.ts'
import type { TestCommunity } from './world.ts'

/** Finance at work on the books of a community. */
export class BookDesk {
  readonly community: TestCommunity
  /** enters */
  readonly clerk: Person
  /** looks at what the clerk entered, and closes months */
  readonly head: Person
  readonly path: string

  private constructor(community: TestCommunity, clerk: Person, head: Person) {
    this.community = community
    this.clerk = clerk
    this.head = head
    this.path = `/communities/${community.id}`
  }

  static async open(app: TestApp): Promise<BookDesk> {
    const community = await app.world.community({ companyId: await app.world.company() })
    return new BookDesk(
      community,
      await app.world.staff(community, {
        permissions: ['ledger.read', 'ledger.edit', 'lists.export', 'arrears.read', 'arrears.remind'],
      }),
      await app.world.staff(community, { post: 'project-manager' }),
    )
  }

  spending(more: Partial<NewFundRecord> = {}): NewFundRecord {
    return {
      ...{
        side: 'spending',
        fund: 'property-fee',
        category: 'cleaning',
        amountFen: 120_000,
        happenedOn: '2026-10-08',
        account: 'bank',
      },
      ...{ text: '十月保洁费', fileIds: [], documentIds: [], caseIds: [], ...more },
    }
  }

  enter(more: Partial<NewFundRecord> = {}): Promise<FundRecordView> {
    return answered<FundRecordView>(this.clerk.post(`${this.path}/fund-records`, this.spending(more)), 201)
  }

  months(): Promise<LedgerMonths> {
    return answered<LedgerMonths>(this.head.get(`${this.path}/ledger-months`))
  }

  close(month: string, status = 200): Promise<LedgerMonths & { code?: string }> {
    return answered(this.head.post(`${this.path}/ledger-months/close`, { month }), status)
  }
}
