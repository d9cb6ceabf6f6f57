import { denominations, type CounterWay } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import type pg from 'pg'
import type { CallerAct } from '../../modules/access/index.ts'
import { closeDay, confirmDay, takeMoney } from '../../modules/counter/index.ts'
import { phones } from './phones.ts'
import { garden } from './sites.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

interface Person {
  id: string
  name: string
}

interface Place {
  communityId: string
  companyId: string
  cashier: Person
  checker: Person
}

const PLACE = `
  SELECT c.id AS "communityId", c.company_id AS "companyId",
    (SELECT json_build_object('id', s.id, 'name', s.name) FROM staff s WHERE s.company_id = c.company_id AND s.login = 'frontdesk') AS cashier,
    (SELECT json_build_object('id', s.id, 'name', s.name) FROM staff s WHERE s.company_id = c.company_id AND s.login = 'manager') AS checker
  FROM communities c WHERE c.name = $1`

/** Homes that owe this month alone, as their owner comes to the counter with it. */
const OWING = `
  SELECT b.unit_id AS "unitId", jsonb_agg(jsonb_build_object('billId', b.id, 'amountFen', b.amount_fen - b.waived_fen - b.paid_fen)) AS parts,
    (SELECT r.name FROM residencies l JOIN residents r ON r.community_id = l.community_id AND r.id = l.resident_id
     WHERE l.community_id = $1 AND l.unit_id = b.unit_id AND l.role = 'owner' ORDER BY r.id LIMIT 1) AS "payerName"
  FROM bills b JOIN units u ON u.community_id = b.community_id AND u.id = b.unit_id
  WHERE b.community_id = $1 AND b.reversed_at IS NULL AND b.paid_fen + b.waived_fen < b.amount_fen AND u.label <> $2
  GROUP BY b.unit_id, u.label HAVING count(DISTINCT b.period_from) = 1 AND max(b.due_on) >= $3 ORDER BY u.label DESC LIMIT $4`

interface Owing {
  unitId: string
  payerName: string | null
  parts: { billId: string; amountFen: number }[]
}

const yesterday: readonly CounterWay[] = ['cash', 'cash', 'transfer', 'cash', 'pos']
const today: readonly CounterWay[] = ['cash', 'transfer', 'cash']

/** Yesterday at the counter, with the cash counted and brought to the bank; and what has come in today. */
export async function keepCounter(client: pg.ClientBase, now: Date): Promise<void> {
  const place = (await client.query<Place>(PLACE, [garden.name])).rows[0]
  if (!place?.cashier || !place.checker) return
  const tx = { query: async (text: string, values: unknown[]) => (await client.query(text, values)).rows } as EntityManager
  const { communityId } = place
  const before = new Date(now.getTime() - DAY)
  const homes = (await tx.query(OWING, [communityId, phones.lin.room, now, yesterday.length + today.length])) as Owing[]
  const cashFen = await stand(tx, place, { ways: yesterday, homes: homes.slice(0, yesterday.length), until: before })
  if (cashFen > 0) await endDay(tx, place, { before, now, cashFen })
  await stand(tx, place, { ways: today, homes: homes.slice(yesterday.length), until: now })
  await client.query(`DELETE FROM outbox WHERE community_id = $1 AND topic = 'payment.settled'`, [communityId])
}

/** Home after home pays. @returns the cash that came in */
async function stand(
  tx: EntityManager,
  { communityId, companyId, cashier }: Pick<Place, 'communityId' | 'companyId' | 'cashier'>,
  { ways, homes, until }: { ways: readonly CounterWay[]; homes: readonly Owing[]; until: Date },
): Promise<number> {
  let cashFen = 0
  for (const [index, { unitId, parts, payerName }] of homes.entries()) {
    const way = ways[index]!
    const act = actOf({ communityId, companyId }, cashier, new Date(until.getTime() - (90 - 10 * index) * MINUTE))
    const reference = way === 'cash' ? '' : `${way === 'pos' ? 'P' : 'T'}${act.now.getTime()}`
    const wish = { communityId, unitId, way, parts, aheadFen: 0, payerName: payerName ?? '业主', reference }
    const { amountFen } = await takeMoney(tx, act, wish)
    if (way === 'cash') cashFen += amountFen
  }
  return cashFen
}

async function endDay(
  tx: EntityManager,
  place: Place,
  { before, now, cashFen }: { before: Date; now: Date; cashFen: number },
): Promise<void> {
  const { communityId, cashier, checker } = place
  // What coins there are is counted; the few fen no coin is there for are short.
  let left = cashFen
  const counted = denominations.map((fen) => {
    const pieces = Math.floor(left / fen)
    left -= pieces * fen
    return { fen, pieces }
  })
  const depositedFen = Math.floor((cashFen - left) / 10_000) * 10_000
  const dayEndId = await closeDay(tx, actOf(place, cashier, new Date(before.getTime() - 5 * MINUTE)), communityId, {
    counted,
    expectedFen: cashFen,
    because: left > 0 ? '分币抹零，差额由收款人补足' : '',
    depositedFen,
    depositSlip: depositedFen > 0 ? 'XJ20260118' : '',
    handedOverFen: 0,
  })
  await confirmDay(tx, actOf(place, checker, new Date(now.getTime() - 5 * MINUTE)), { communityId, dayEndId, version: 1 })
}

function actOf({ communityId, companyId }: Pick<Place, 'communityId' | 'companyId'>, { id, name }: Person, now: Date): CallerAct {
  return {
    actor: { kind: 'staff', id, name },
    reach: { communities: [communityId], companies: [companyId] },
    caller: { staff: { companyId } },
    now,
    traceId: '0'.repeat(32),
    address: null,
    idempotency: null,
  } as unknown as CallerAct
}
