import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { asOffice, asPhone } from './api.ts'
import { eventually } from './eventually.ts'
import { addressOf } from './product.ts'
import { garden } from './repairs.ts'

const fund = 'collected'

/** Past the program and its locks, with the database in one's hands. */
export async function inDatabase(text: string, values: unknown[]): Promise<number> {
  const client = new pg.Client(addressOf('database'))
  await client.connect()
  try {
    return (await client.query(text, values)).rowCount ?? 0
  } finally {
    await client.end()
  }
}

/** The month before this one, by its first day and one in its middle. */
function lastMonth(): { first: string; middle: string } {
  const today = new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' })
  const [year, month] = today.split('-').map(Number) as [number, number]
  const first = new Date(Date.UTC(year, month - 2, 1)).toISOString().slice(0, 10)
  return { first, middle: `${first.slice(0, 8)}15` }
}

/** What a phone's home paid last month for water that is collected for others, as payment and books have it. */
async function paidLastMonth(phoneId: string, amountFen: number): Promise<void> {
  const { id: communityId } = await garden()
  const me = await (await asPhone(phoneId))('GET /me')
  const { unitId } = me.homes.find((home) => home.communityId === communityId)!
  const [paymentId, entryId] = [randomUUID(), randomUUID()]
  const { middle } = lastMonth()
  await inDatabase(
    `INSERT INTO payments (community_id, id, unit_id, way, state, amount_fen, taken_by, taken_by_name, proof, paid_at, created_at)
     VALUES ($1, $2, $3, 'cash', 'paid', $4, $2, '前台', 'counter', $5::date + interval '4 hours', $5::date + interval '4 hours')`,
    [communityId, paymentId, unitId, amountFen, middle],
  )
  await inDatabase(
    `WITH entry AS (INSERT INTO ledger_entries (community_id, id, booked_on, kind, text, source_kind, source_id, posted_by_name, posted_at)
       VALUES ($1, $2, $3, 'payment', '收款', 'payment', $4, '前台', now()) RETURNING *)
     INSERT INTO ledger_lines (community_id, entry_id, line, booked_on, account, side, amount_fen, fund, category, unit_id, payment_id, published_as)
     SELECT e.community_id, e.id, l.line, e.booked_on, l.account, l.side, $5, l.fund, l.category, $6, $4, l.published_as
     FROM entry e, (VALUES (1, 'cash', 'debit', NULL, NULL, NULL), (2, 'receivable', 'credit', '${fund}', '自来水费', 'received'))
       AS l (line, account, side, fund, category, published_as)`,
    [communityId, entryId, middle, paymentId, amountFen, unitId],
  )
}

/** A draft for last month in which a home's payment is, made by the calendar. @returns where it is */
export async function draftWithPaymentOf(phoneId: string, amountFen: number): Promise<{ communityId: string; id: string }> {
  await paidLastMonth(phoneId, amountFen)
  const call = await asOffice('manager')
  const path = { communityId: (await garden()).id }
  const { plans, version } = await call('GET /communities/{communityId}/disclosure-calendar', { path })
  const plan = { fund, cycle: 'month', dueAfterDays: 60, since: lastMonth().first } as const
  const body = { checklist: 'national', plans: [...plans.filter((each) => each.fund !== fund), plan], version } as const
  await call('PUT /communities/{communityId}/disclosure-calendar', { path, body: { ...body, plans: [...body.plans] } })
  return eventually(async () => {
    const list = await call('GET /communities/{communityId}/disclosures', { path, query: { fund } })
    const [draft] = list.items
    if (!draft) throw new Error('nothing is drafted yet')
    return { ...path, id: draft.id }
  })
}
