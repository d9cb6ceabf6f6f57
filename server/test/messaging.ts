import { randomUUID } from 'node:crypto'
import type { InboxMessage, Page, PersonalChannel, SubscriptionOffer } from '@yinuo/contracts'
import { demonstrationTemplates } from '@yinuo/wechat-sandbox'
import { DeliveryWatch, tellPeople, type Telling } from '../src/modules/messages/index.ts'
import { WorkerDatabase } from '../src/platform/database/index.ts'
import { Jobs } from '../src/platform/jobs/index.ts'
import { OutboxRelay } from '../src/platform/outbox/index.ts'
import type { TestApp } from './app.ts'
import type { Person } from './person.ts'
import type { TestCommunity } from './world.ts'

export const PROGRESS = demonstrationTemplates['repair-progress']!
export const SEND = '/cgi-bin/message/subscribe/send'
export const SMS = '/sms/send'
export const SMTP = 'smtp'
export const ROBOT = '/cgi-bin/webhook/send'

export type Reachable = Person & { phone: string }
interface Channel {
  state: string
  attempts: number
  reason: string | null
}

/** Messages of one community on their way to people, with WeChat and the text-message gateway played by the sandbox. */
export class Messaging {
  readonly #app: TestApp
  readonly #community: TestCommunity
  #phones = 0

  constructor(app: TestApp, community: TestCommunity) {
    this.#app = app
    this.#community = community
  }

  /** Sets WeChat's clock to ours, and takes back what a test before broke. */
  calm(): void {
    const { clock, faults, calls } = this.#app.sandbox.world
    clock.advance(this.#app.clock.now().getTime() - clock.now())
    faults.clear()
    calls.clear()
  }

  /** Somebody with a WeChat that WeChat knows, who lives in the community. */
  async resident(): Promise<Reachable> {
    const phone = `137${String(++this.#phones).padStart(8, '0')}`
    const person = await this.#app.world.resident(this.#community, { phone })
    this.#app.sandbox.world.phones.add({ id: person.openid!, openid: person.openid!, phoneNumber: phone })
    return Object.assign(person, { phone })
  }

  report(person: Person, askId: string = randomUUID()) {
    return person.post('/me/subscriptions', { askId, answers: [{ templateId: PROGRESS, answer: 'accept' }] })
  }

  /** Taps accept, and the phone tells us so. */
  async accept(person: Person, times = 1): Promise<void> {
    for (let time = 0; time < times; time++) {
      this.#app.sandbox.world.grants.answer(person.openid!, PROGRESS, 'accept', false)
      await this.report(person).expect(200)
    }
  }

  async grantsLeft(person: Person): Promise<number> {
    const offers = (await person.get('/me/subscriptions').expect(200)).body as SubscriptionOffer[]
    return offers.find(({ template }) => template === 'repair-progress')!.grantsLeft
  }

  /** Tells people that their repair was accepted. */
  tell(recipients: readonly Person[], more: Partial<Telling> = {}): Promise<number> {
    const now = this.#app.clock.now()
    const act = {
      actor: { kind: 'system' as const, id: null, name: '系统' },
      reach: { communities: [this.#community.id], companies: [] },
      now,
      traceId: 'test',
      address: null,
      idempotency: null,
    }
    const telling: Telling = {
      communityId: this.#community.id,
      kind: 'repair.accepted',
      businessKey: `repair:${randomUUID()}:accepted`,
      recipients: recipients.map(({ name, accountId, staffId }) => ({ name, accountId, staffId })),
      title: '报修已接单',
      body: '张建国已接单，预计半小时内到达。',
      values: { number: 'YN20261121-0001', place: '1号楼1单元101', at: now.toISOString() },
      caseId: null,
      ...more,
    }
    return this.#app.nest.get(WorkerDatabase).transaction((tx) => tellPeople(tx, act, telling))
  }

  /** Does everything there is to do now; `ahead` also what would be tried again later. */
  async settle({ ahead = false } = {}): Promise<void> {
    const relay = this.#app.nest.get(OutboxRelay)
    const jobs = this.#app.nest.get(Jobs)
    const watch = this.#app.nest.get(DeliveryWatch)
    for (let done = -1; done !== 0;) done = (await relay.deliverDue()) + (await watch.run()) + (await jobs.runDueJobs({ ahead }))
  }

  order(endpoint: string, fault: object, times = 1): void {
    this.#app.sandbox.world.faults.order({ endpoint, times, ...fault })
  }

  pushes(person: Person) {
    return this.#app.sandbox.world.inboxes.of(person.openid!).filter((item) => item.kind === 'push')
  }

  texts(person: Reachable) {
    return this.#app.sandbox.world.textMessages.all().filter(({ phoneNumber }) => phoneNumber === person.phone)
  }

  mails(address: string) {
    return this.#app.sandbox.world.mail.all().filter(({ to }) => to === address)
  }

  /** Takes an address into use, by the code that is sent to it. */
  async confirmEmail(person: Person, address: string): Promise<void> {
    await person.post('/me/message-preferences/email', { email: address }).expect(200)
    const { raw } = this.mails(address).at(-1)!
    await person.post('/me/message-preferences/email/confirm', { code: codeIn(raw) }).expect(200)
  }

  /** Has a person told by these channels only, of repairs. */
  choose(person: Person, channels: PersonalChannel[], quiet?: { from: string; until: string }) {
    return person
      .put('/me/message-preferences', { groups: [{ group: 'repairs', channels }], ...(quiet ? { quiet } : {}) })
      .expect(200)
  }

  callsOf(endpoint: string): number {
    return this.#app.sandbox.world.calls.all().filter((call) => call.endpoint === endpoint).length
  }

  async inboxOf(person: Person): Promise<InboxMessage[]> {
    return ((await person.get('/me/messages').expect(200)).body as Page<InboxMessage>).items
  }

  async channelsOf(person: Person): Promise<Record<string, Channel>> {
    const { rows } = await this.#app.owner.query<Channel & { channel: string }>(
      `SELECT channel, state, d.attempts, reason FROM deliveries d JOIN messages m ON m.id = d.message_id
       WHERE m.account_id = $1 OR m.staff_id = $2`,
      [person.accountId, person.staffId],
    )
    return Object.fromEntries(rows.map(({ channel, ...rest }) => [channel, rest]))
  }
}

/** The parts of a mail as people read them; they are written in base64 or with quoted signs. */
export function textsOf(parts: readonly string[]): string[] {
  return parts.map((part) => {
    const content = part.split('\r\n--')[0]!
    return /^[A-Za-z0-9+/=\r\n]*$/.test(content) ? Buffer.from(content, 'base64').toString('utf8') : unquoted(content)
  })
}

function unquoted(content: string): string {
  const bytes = content
    .replaceAll('=\r\n', '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}

/** The code in a mail. */
export function codeIn(raw: string): string {
  const texts = textsOf(raw.split('\r\n\r\n'))
  const code = texts.concat(raw).flatMap((text) => /验证码：(\d{6})/.exec(text)?.[1] ?? [])[0]
  if (!code) throw new Error('there is no code in the mail')
  return code
}
