import type { MerchantCard } from '@yinuo/wechat-sandbox'
import { FollowPayments } from '../src/modules/payments/index.ts'
import type { TestApp } from './app.ts'
import { MoneyDesk } from './money-desk.ts'
import type { Person } from './person.ts'
import type { TestCommunity } from './world.ts'

interface Opened {
  paymentId: string
  balancePaymentId: string | null
  request: { package: string }
}

/** A community that takes money by the sandbox's WeChat Pay, its manager, and residents with phones. */
export class PayDesk extends MoneyDesk {
  readonly app: TestApp
  readonly manager: Person
  merchantId = ''

  protected constructor(app: TestApp, community: TestCommunity, manager: Person) {
    super(app, community)
    this.app = app
    this.manager = manager
  }

  static async begin(app: TestApp, mchid = '1900007001'): Promise<PayDesk> {
    const community = await app.world.community()
    const desk = new PayDesk(app, community, await app.world.staff(community, { post: 'project-manager' }))
    const answer = await desk.manager.post(`${desk.path}/pay-merchants`, await desk.merchantDraft(mchid)).expect(201)
    desk.merchantId = (answer.body as { id: string }[])[0]!.id
    return desk
  }

  get path(): string {
    return `/communities/${this.community.id}`
  }

  /** What the sandbox's merchant platform shows of a merchant, as the office types it in. */
  async merchantDraft(mchid: string) {
    const cards = (await (await fetch(`${this.app.sandboxUrl}/control/pay/merchants`)).json()) as MerchantCard[]
    const card = cards.find((each) => each.mchid === mchid)!
    const platformKeys = Object.entries(card.platformKeys).map(([serial, pem]) => ({ serial, pem }))
    return {
      ofCompany: false,
      mode: card.mode,
      mchid,
      ...(card.mode === 'partner' ? { subMchid: card.subMerchants[0]!.mchid } : {}),
      serialNo: card.serialNo,
      privateKey: card.privateKeyPem,
      apiKey: card.apiV3Key,
      platformKeys,
      keySerial: platformKeys.at(-1)!.serial,
    }
  }

  /** With a phone in the sandbox, which alone can pay. */
  async resident(unitId?: string): Promise<Person> {
    const person = await this.app.world.resident(this.community, unitId ? { unitId } : {})
    this.app.sandbox.world.phones.add({ id: person.openid!, openid: person.openid! })
    return person
  }

  /** An order for bills of the resident's home. */
  async order(person: Person, parts: { billId: string; amountFen: number }[], more: object = {}): Promise<Opened> {
    const body = { unitId: person.unitId, parts, aheadFen: 0, useBalance: false, ...more }
    return (await person.post('/me/payments', body).expect(201)).body as Opened
  }

  /** The resident types the password; WeChat tells the server. */
  async confirm(person: Person, { request }: Opened): Promise<void> {
    this.app.sandbox.world.pay.payAs(person.openid!, request.package.replace('prepay_id=', ''))
    await this.app.sandbox.world.pay.notices.delivered()
  }

  async pay(person: Person, parts: { billId: string; amountFen: number }[], more: object = {}): Promise<string> {
    const opened = await this.order(person, parts, more)
    await this.confirm(person, opened)
    return opened.paymentId
  }

  /** Each notice WeChat sends from now on is lost. */
  loseNotices(times = 1_000): void {
    this.app.sandbox.world.faults.order({ endpoint: 'notice/TRANSACTION.SUCCESS', kind: 'drop', times })
  }

  followPayments(): Promise<number> {
    return this.app.nest.get(FollowPayments).run()
  }

  /** Titles of what somebody was told. */
  async messages(person: Person): Promise<string[]> {
    await this.app.deliver()
    const { rows } = await this.app.owner.query<{ title: string }>(
      'SELECT title FROM messages WHERE account_id = $1 ORDER BY created_at, id',
      [person.accountId],
    )
    return rows.map(({ title }) => title)
  }
}
