import { randomUUID } from 'node:crypto'
import type { DisclosureView, Fund } from '@yinuo/contracts'
import { DraftDisclosures } from '../src/modules/disclosures/index.ts'
import { postEntry, reverseEntry } from '../src/modules/ledger/index.ts'
import { Database, type Act } from '../src/platform/database/index.ts'
import { newId } from '../src/platform/clock/index.ts'
import type { TestApp } from './app.ts'
import type { Person } from './person.ts'
import type { TestCommunity } from './world.ts'

const bookkeeper = (app: TestApp, { id, companyId }: TestCommunity): Act => ({
  actor: { kind: 'system', id: null, name: '系统' },
  reach: { communities: [id], companies: [companyId] },
  now: app.clock.now(),
  traceId: randomUUID().replaceAll('-', ''),
  address: null,
  idempotency: null,
})

/** A household pays for a charge: the payment, and what it leaves in the books. */
export async function pay(
  app: TestApp,
  community: TestCommunity,
  {
    unitId,
    day,
    amountFen,
    charge = '物业服务费',
    fund = 'property-fee',
  }: { unitId: string; day: string; amountFen: number; charge?: string; fund?: Fund },
): Promise<string> {
  const act = bookkeeper(app, community)
  const paymentId = newId(act.now)
  const billId = newId(act.now)
  await app.owner.query(
    `INSERT INTO payments (community_id, id, unit_id, way, state, amount_fen, taken_by, taken_by_name, proof, paid_at, created_at)
     VALUES ($1, $2, $3, 'cash', 'paid', $4, $5, '前台', 'counter', $6, $6)`,
    [community.id, paymentId, unitId, amountFen, randomUUID(), `${day}T02:00:00Z`],
  )
  const about = { fund, category: charge, unitId, billId, paymentId }
  await app.nest.get(Database).write(act, (tx) =>
    postEntry(tx, act, {
      communityId: community.id,
      kind: 'payment',
      text: '收款',
      source: { kind: 'payment', id: paymentId },
      bookedOn: day,
      lines: [
        { account: 'cash', side: 'debit', amountFen },
        { account: 'receivable', side: 'credit', amountFen, publishedAs: 'received', ...about },
      ],
    }),
  )
  return paymentId
}

export async function spend(
  app: TestApp,
  community: TestCommunity,
  {
    day,
    amountFen,
    category = 'lift',
    text = '电梯维保费',
    fund = 'property-fee',
  }: { day: string; amountFen: number; category?: string; text?: string; fund?: Fund },
): Promise<{ entryId: string; sourceId: string }> {
  const act = bookkeeper(app, community)
  const sourceId = newId(act.now)
  const entryId = await app.nest.get(Database).write(act, (tx) =>
    postEntry(tx, act, {
      communityId: community.id,
      kind: 'spending',
      text,
      source: { kind: 'spending', id: sourceId },
      bookedOn: day,
      lines: [
        { account: 'expense', side: 'debit', amountFen, fund, category, publishedAs: 'spent' },
        { account: 'bank', side: 'credit', amountFen },
      ],
    }),
  )
  return { entryId: entryId!, sourceId }
}

/** An entry is put right on a day. */
export async function reverse(app: TestApp, community: TestCommunity, entryId: string, day: string): Promise<void> {
  const act = { ...bookkeeper(app, community), now: new Date(`${day}T02:00:00Z`) }
  await app.nest
    .get(Database)
    .write(act, (tx) => reverseEntry(tx, act, { communityId: community.id, entryId, reason: '重复入账' }))
}

export interface Desk {
  community: TestCommunity
  finance: Person
  checker: Person
}

export async function openDesk(app: TestApp): Promise<Desk> {
  const community = await app.world.community()
  const finance = await app.world.staff(community, {
    post: 'finance',
    permissions: ['disclosures.read', 'disclosures.edit', 'disclosures.post', 'lists.export'],
  })
  const checker = await app.world.staff(community, { post: 'project-manager' })
  return { community, finance, checker }
}

export const here = ({ id }: TestCommunity) => `/communities/${id}`

/** Sets the calendar and lets its day come. @returns the drafts, the newest period first */
export async function draft(
  app: TestApp,
  { community, finance }: Desk,
  plan: { fund?: Fund; cycle?: string; dueAfterDays?: number; since: string },
): Promise<DisclosureView[]> {
  const calendar = await finance.get(`${here(community)}/disclosure-calendar`)
  const { version, plans } = calendar.body as { version: number; plans: { fund: Fund }[] }
  const wish = { fund: 'property-fee' as Fund, cycle: 'quarter', dueAfterDays: 30, ...plan }
  const others = plans.filter(({ fund }) => fund !== wish.fund)
  const set = await finance.put(`${here(community)}/disclosure-calendar`, {
    checklist: 'shanghai',
    plans: [...others, wish],
    version,
  })
  if (set.status !== 200) throw new Error(`the calendar was not set: ${set.text}`)
  await app.nest.get(DraftDisclosures).run()
  await app.deliver()
  const list = await finance.get(`${here(community)}/disclosures?fund=${wish.fund}`)
  return (list.body as { items: DisclosureView[] }).items
}

/** Checked by one, posted by another. */
export async function publish(app: TestApp, { community, finance, checker }: Desk, id: string): Promise<DisclosureView> {
  const path = `${here(community)}/disclosures/${id}`
  for (const [person, step] of [
    [checker, 'check'],
    [finance, 'post'],
  ] as const) {
    const { version } = (await finance.get(path)).body as DisclosureView
    const answer = await person.post(`${path}/${step}`, { version })
    if (answer.status !== 200) throw new Error(`${step} failed: ${answer.text}`)
  }
  await app.deliver()
  return (await finance.get(path)).body as DisclosureView
}

/** One that is posted and asked about, and two that are being prepared. */
export async function disclosuresOf(
  app: TestApp,
  community: TestCommunity,
  finance: Person,
  resident: Person,
): Promise<{ ids: string[]; questionIds: string[] }> {
  const checker = await app.world.staff(community, { post: 'project-manager' })
  const desk = { community, finance, checker }
  await spend(app, community, { day: '2026-02-01', amountFen: 100_00 })
  await pay(app, community, { unitId: resident.unitId, day: '2026-02-02', amountFen: 50_00 })
  const drafts = await draft(app, desk, { since: '2026-01-01' })
  const ids = drafts.map(({ id }) => id).reverse()
  await publish(app, desk, ids[0]!)
  const asked = await resident.post(`/me/disclosures/${ids[0]}/questions`, { line: 1, text: '这笔钱做了什么？' })
  return { ids, questionIds: [(asked.body as { id: string }).id] }
}
