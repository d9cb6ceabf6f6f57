import type { EntityManager } from 'typeorm'
import type pg from 'pg'
import type { CallerAct } from '../../modules/access/index.ts'
import { addCharge, addSharedCost, MakeBills, setPrice, startRun } from '../../modules/billing/index.ts'
import { openPayment, settlePayment } from '../../modules/payments/index.ts'
import type { WorkerDatabase } from '../../platform/database/index.ts'
import type { Random } from '../random.ts'
import { phones } from './phones.ts'
import { garden } from './sites.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const MONTHS = 6
const SINCE = '2020-01-01'

interface Place {
  communityId: string
  companyId: string
  buildingIds: string[]
  clerk: { id: string; name: string }
}

const PLACE = `
  SELECT c.id AS "communityId", c.company_id AS "companyId",
    (SELECT array_agg(b.id) FROM buildings b WHERE b.community_id = c.id AND b.name = ANY ($2)) AS "buildingIds",
    (SELECT json_build_object('id', s.id, 'name', s.name) FROM held_posts h
     JOIN posts p ON p.company_id = h.company_id AND p.id = h.post_id AND p.code = 'finance'
     JOIN staff s ON s.company_id = h.company_id AND s.id = h.staff_id WHERE h.community_id = c.id ORDER BY s.id LIMIT 1) AS clerk
  FROM communities c WHERE c.name = $1`

/** Bills of one building tell the story; the others are yet to be set up. */
const BUILDINGS = ['3号楼']

/** Half a year of bills, most of them paid, those of this month owed: made by the run itself, and paid by transfer. */
export async function billHomes(client: pg.ClientBase, random: Random, now: Date): Promise<void> {
  const place = (await client.query<Place>(PLACE, [garden.name, BUILDINGS])).rows[0]
  if (!place?.clerk) return
  await client.query('ANALYZE units, residencies, parking_spaces')
  const tx = { query: async (text: string, values: unknown[]) => (await client.query(text, values)).rows } as EntityManager
  const months = Array.from({ length: MONTHS }, (_, index) => firstOfMonth(now, index - MONTHS + 1))
  const begun = actOf(place, months[0]!)
  const { communityId, buildingIds } = place
  const everywhere = { uses: [], buildingIds, tenures: [], dueAfterDays: 30, cycle: 'month' as const }
  const fee = { ...everywhere, name: '物业费', fund: 'property-fee' as const, basis: 'area' as const, note: '按产权面积计收' }
  const parking = { ...everywhere, name: '车位管理费', fund: 'parking' as const, basis: 'space' as const }
  const light = { ...everywhere, name: '楼道照明公摊', fund: 'collected' as const, basis: 'shared' as const }
  const chargeIds: string[] = []
  for (const charge of [fee, parking, light]) chargeIds.push(await addCharge(tx, begun, communityId, charge))
  const changed = dayOf(months[3]!)
  for (const [validFrom, rate] of [[SINCE, 26_000], [changed, 28_500]] as const)
    await setPrice(tx, begun, communityId, chargeIds[0]!, { validFrom, rate }) // prettier-ignore
  await setPrice(tx, begun, communityId, chargeIds[1]!, { validFrom: SINCE, rate: 800_000 })
  for (const month of months) {
    const act = actOf(place, new Date(month.getTime() + 9 * HOUR))
    const of = dayOf(month).slice(0, 7)
    const cost = {
      chargeId: chargeIds[2]!,
      month: of,
      amountFen: 60_000 + random.int(0, 20_000),
      shareKey: 'area' as const,
      fileIds: [],
    }
    await addSharedCost(tx, act, communityId, { ...cost, text: `${Number(of.slice(5))}月楼道照明电费` })
    const runId = await startRun(tx, act, communityId, { month: of, chargeIds })
    const work = {
      transaction: (step: (tx: EntityManager) => Promise<unknown>) => step(tx),
      run: tx.query,
    } as unknown as WorkerDatabase
    await new MakeBills(work, { now: () => act.now }).run({ communityId, runId })
  }
  await client.query('ANALYZE bills')
  await payBills(tx, random, place, dayOf(months.at(-1)!), now)
  // What is long over is done by nobody any more.
  await client.query(`DELETE FROM outbox WHERE community_id = $1 AND topic IN ('billing.run-wished', 'payment.settled')`, [
    communityId,
  ])
}

interface Owing {
  unitId: string
  label: string
  bills: { id: string; amountFen: number; from: string }[]
}

const OWING = `
  SELECT b.unit_id AS "unitId", u.label, jsonb_agg(jsonb_build_object('id', b.id, 'amountFen', b.amount_fen, 'from', b.period_from) ORDER BY b.id) AS bills
  FROM bills b JOIN units u ON u.community_id = b.community_id AND u.id = b.unit_id
  WHERE b.community_id = $1 AND b.period_from < $2 GROUP BY b.unit_id, u.label ORDER BY u.label`

/** Most homes have paid all but this month; some are two months behind, a few have not paid for half a year. */
async function payBills(tx: EntityManager, random: Random, place: Place, thisMonth: string, now: Date): Promise<void> {
  const { communityId } = place
  const lately = dayOf(new Date(now.getTime() - 60 * DAY))
  for (const { unitId, label, bills } of (await tx.query(OWING, [communityId, thisMonth])) as Owing[]) {
    const lot = label === phones.lin.room ? 0 : random.int(0, 99)
    const paid = lot < 85 ? bills : lot < 96 ? bills.filter(({ from }) => from < lately) : []
    if (paid.length === 0) continue
    const act = actOf(place, new Date(now.getTime() - random.int(1, 18) * DAY - random.int(0, 6) * HOUR))
    const parts = paid.map(({ id, amountFen }) => ({ billId: id, amountFen }))
    const amountFen = parts.reduce((sum, part) => sum + part.amountFen, 0)
    const paymentId = await openPayment(tx, act, { communityId, unitId, way: 'transfer', parts })
    await settlePayment(tx, act, { communityId, paymentId, proof: 'counter', paidAt: act.now, amountFen })
  }
}

function actOf({ communityId, companyId, clerk }: Place, now: Date): CallerAct {
  return {
    actor: { kind: 'staff', id: clerk.id, name: clerk.name },
    reach: { communities: [communityId], companies: [companyId] },
    caller: { staff: { companyId } },
    now,
    traceId: '0'.repeat(32),
    address: null,
    idempotency: null,
  } as unknown as CallerAct
}

/** The first of a month where the communities are, so many months from this one. */
function firstOfMonth(now: Date, more: number): Date {
  const here = new Date(now.getTime() + 8 * HOUR)
  return new Date(Date.UTC(here.getUTCFullYear(), here.getUTCMonth() + more, 1) - 8 * HOUR)
}

const dayOf = (at: Date) => new Date(at.getTime() + 8 * HOUR).toISOString().slice(0, 10)
