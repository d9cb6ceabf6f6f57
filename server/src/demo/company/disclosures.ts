import type { EntityManager } from 'typeorm'
import type pg from 'pg'
import type { CallerAct } from '../../modules/access/index.ts'
import { addBill } from '../../modules/billing/index.ts'
import {
  checkDisclosure,
  DraftDisclosures,
  editDisclosure,
  planDisclosures,
  postDisclosure,
  SigningKeys,
} from '../../modules/disclosures/index.ts'
import { openPayment, settlePayment } from '../../modules/payments/index.ts'
import type { Config } from '../../platform/config/index.ts'
import type { WorkerDatabase } from '../../platform/database/index.ts'
import type { Random } from '../random.ts'
import { phones } from './phones.ts'
import { garden } from './sites.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

interface Place {
  communityId: string
  companyId: string
  unitIds: string[]
  linUnitId: string
  finance: { id: string; name: string }
  manager: { id: string; name: string }
}

const PLACE = `
  SELECT c.id AS "communityId", c.company_id AS "companyId",
    (SELECT id FROM units u WHERE u.community_id = c.id AND u.label = $2) AS "linUnitId",
    (SELECT array_agg(id) FROM (SELECT u.id FROM units u WHERE u.community_id = c.id AND u.label <> $2 AND u.state = 'occupied'
       ORDER BY md5(u.label) LIMIT 24) chosen) AS "unitIds",
    (SELECT json_build_object('id', s.id, 'name', s.name) FROM staff s WHERE s.login = 'manager') AS manager,
    (SELECT json_build_object('id', s.id, 'name', s.name) FROM held_posts h
     JOIN posts p ON p.company_id = h.company_id AND p.id = h.post_id AND p.code = 'finance'
     JOIN staff s ON s.company_id = h.company_id AND s.id = h.staff_id WHERE h.community_id = c.id ORDER BY s.id LIMIT 1) AS finance
  FROM communities c WHERE c.name = $1`

/** Two quarters of the public income published and the last one drafted; of the property fee the last published. */
export async function publishAccounts(
  client: pg.ClientBase,
  random: Random,
  now: Date,
  programKey: string | null,
): Promise<void> {
  const place = (await client.query<Place>(PLACE, [garden.name, phones.lin.room])).rows[0]
  if (!place?.finance || !place.linUnitId || programKey === null) return
  const tx = { query: async (text: string, values: unknown[]) => (await client.query(text, values)).rows } as EntityManager
  const quarters = [3, 2, 1].map((back) => quarterBefore(now, back))
  for (const [at, from] of quarters.entries()) await payRepairs(tx, random, place, from, at)
  const plans = [
    { fund: 'common-income', cycle: 'quarter', dueAfterDays: 60, since: dayOf(quarters[0]!) },
    { fund: 'property-fee', cycle: 'quarter', dueAfterDays: 60, since: dayOf(quarters[2]!) },
  ] as const
  const planned = actOf(place, 'finance', new Date(quarters[0]!.getTime() + DAY))
  await planDisclosures(tx, planned, place.communityId, { checklist: 'national', plans: [...plans], version: 1 })
  const work = { run: (text: string, values: unknown[]) => tx.query(text, values) } as unknown as WorkerDatabase
  const clock = { now: () => now }
  await new DraftDisclosures(work, clock, { ROLE: 'all', NODE_ENV: 'test' } as Config).run()
  const { rows } = await client.query<{ id: string; fund: string; from: string; closing: number }>(
    `SELECT d.id, d.fund, d.period_from::text AS from, (d.opening_fen + coalesce((SELECT sum(CASE l.side WHEN 'received' THEN l.amount_fen
       ELSE -l.amount_fen END) FROM disclosure_lines l WHERE l.community_id = d.community_id AND l.disclosure_id = d.id), 0))::float8 AS closing
     FROM disclosures d WHERE d.community_id = $1 ORDER BY d.period_from, d.fund`,
    [place.communityId],
  )
  // The slips of the demonstration are drawn and have nothing on them that would have to be covered.
  await client.query(
    `INSERT INTO disclosure_vouchers (community_id, disclosure_id, entry_id, entry_line, file_id, ordinal, sha256)
     SELECT l.community_id, l.disclosure_id, l.entry_id, l.entry_line, f.id, v.ordinal, encode(f.sha256, 'hex')
     FROM disclosure_lines l
     JOIN ledger_entries e ON e.community_id = l.community_id AND e.id = l.entry_id
     JOIN ledger_vouchers v ON v.community_id = e.community_id AND v.source_id = e.source_id
     JOIN files f ON f.community_id = v.community_id AND f.id = v.file_id
     JOIN disclosures d ON d.community_id = l.community_id AND d.id = l.disclosure_id
     WHERE l.community_id = $1 AND l.side = 'spent' AND NOT (d.fund = 'common-income' AND d.period_from = $2)`,
    [place.communityId, dayOf(quarters[2]!)],
  )
  const keys = new SigningKeys({ LINK_SIGNING_KEY: programKey } as Config)
  for (const { id, fund, from, closing } of rows) {
    const isLast = from === dayOf(quarters[2]!)
    const begun = new Date(`${from}T00:00:00+08:00`).getTime()
    const copied = new Date(Math.min(now.getTime() - 3 * DAY, begun + 98 * DAY + 9.4 * HOUR))
    await client.query('UPDATE disclosures SET copied_at = $3, created_at = $3 WHERE community_id = $1 AND id = $2', [
      place.communityId,
      id,
      copied,
    ])
    if (fund === 'common-income' && isLast) continue
    const posted = new Date(Math.min(now.getTime() - HOUR, begun + 112 * DAY + 10.6 * HOUR))
    await post(tx, place, keys, id, closing, posted)
  }
  // What is long over is told to nobody any more.
  await client.query(
    `DELETE FROM outbox WHERE community_id = $1 AND topic IN ('disclosures.told', 'disclosures.planned', 'payment.settled')`,
    [place.communityId],
  )
}

async function post(tx: EntityManager, place: Place, keys: SigningKeys, id: string, bankFen: number, at: Date): Promise<void> {
  const ref = { communityId: place.communityId, id }
  const finance = actOf(place, 'finance', at)
  const notes = '各项收支已与银行对账单核对。较大的支出附有合同和发票，可到物业服务中心查阅。'
  await editDisclosure(tx, finance, ref, { notes, bankFen, version: 1 })
  await checkDisclosure(tx, actOf(place, 'manager', new Date(at.getTime() - 19 * HOUR)), ref, { version: 2 })
  await postDisclosure(tx, finance, keys, ref, { version: 3 })
}

/** Homes that paid for repairs in a quarter; what was spent, and income besides bills, the books have already (books.ts). */
async function payRepairs(tx: EntityManager, random: Random, place: Place, from: Date, turn: number): Promise<void> {
  const homes = [place.linUnitId, ...place.unitIds.slice(turn * 8, turn * 8 + 8)]
  for (const [at, unitId] of homes.entries())
    await payForRepair(tx, random, place, unitId, new Date(from.getTime() + (at * 9 + 3) * DAY + 11 * HOUR))
}

async function payForRepair(tx: EntityManager, random: Random, place: Place, unitId: string, at: Date): Promise<void> {
  const act = actOf(place, 'finance', at)
  const { communityId } = place
  const amountFen = (30 + random.int(0, 180)) * 100
  const day = dayOf(at)
  const billId = await addBill(tx, act, {
    communityId,
    unitId,
    kind: 'service',
    fund: 'property-fee',
    subjectId: random.id(at),
    from: day,
    to: day,
    dueOn: day,
    lines: [{ text: '入户维修', amountFen }],
  })
  const paymentId = await openPayment(tx, act, { communityId, unitId, way: 'cash', parts: [{ billId: billId!, amountFen }] })
  await settlePayment(tx, act, { communityId, paymentId, proof: 'counter', paidAt: at, amountFen })
}

function actOf({ communityId, companyId, ...staff }: Place, who: 'finance' | 'manager', now: Date): CallerAct {
  const { id, name } = staff[who]
  return {
    actor: { kind: 'staff', id, name },
    reach: { communities: [communityId], companies: [companyId] },
    now,
    traceId: '0'.repeat(32),
    address: null,
    idempotency: null,
  } as unknown as CallerAct
}

function quarterBefore(now: Date, back: number): Date {
  const here = new Date(now.getTime() + 8 * HOUR)
  return new Date(Date.UTC(here.getUTCFullYear(), Math.floor(here.getUTCMonth() / 3) * 3 - back * 3, 1) - 8 * HOUR)
}

const dayOf = (at: Date) => new Date(at.getTime() + 8 * HOUR).toISOString().slice(0, 10)
