import {
  leftOutReasons,
  type ChargeBasis,
  type ChargeCycle,
  type Fund,
  type LeftOutReason,
  type RunPreview,
} from '@yinuo/contracts'
import type { Database } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { todayIn } from '../../organisation/index.ts'
import { monthsOpen, periodOf, plusDays } from '../rules/index.ts'
import { refuseFar } from '../store/refuse-far.ts'
import { PRICES, reckonedBy } from './reckon.sql.ts'

interface Chosen {
  id: string
  name: string
  fund: Fund
  basis: ChargeBasis
  cycle: ChargeCycle
  prices: object[]
}

const CHOSEN = {
  name: 'charges-of-run',
  text: `
    SELECT c.id, c.name, c.fund, c.basis, c.cycle, ${PRICES} AS prices FROM charges c
    WHERE c.community_id = $1 AND c.kind = 'charge' AND (c.id = ANY ($2::uuid[]) OR ($3 AND c.stopped_on IS NULL)) ORDER BY c.created_at, c.id`,
}

const sums = (basis: ChargeBasis) => ({
  name: `preview-${basis}`,
  text: `
    WITH ${reckonedBy(basis)}, found AS (
      SELECT coalesce(reason, '') AS reason, count(*)::int AS count, sum(amount_fen) FILTER (WHERE reason IS NULL) AS fen FROM reckoned GROUP BY 1)
    SELECT coalesce(jsonb_agg(jsonb_build_object('reason', reason, 'count', count) ORDER BY count DESC) FILTER (WHERE reason <> ''), '[]') AS "leftOut",
      coalesce(sum(count) FILTER (WHERE reason = ''), 0)::int AS bills, coalesce(sum(fen), 0)::float8 AS "sumFen",
      (SELECT coalesce(jsonb_agg(jsonb_build_object('unitLabel', u.label, 'reason', r.reason) ORDER BY r.reason, u.label), '[]')
       FROM (SELECT * FROM reckoned WHERE reason NOT IN ('billed') ORDER BY reason, unit_id LIMIT 50) r
       JOIN units u ON u.community_id = $1 AND u.id = r.unit_id) AS examples
    FROM found`,
})

/** What runs made of the period before; a run that was reversed made nothing. */
const BEFORE = {
  name: 'preview-before',
  text: `
    SELECT coalesce(sum(r.bills), 0)::int AS bills, coalesce(sum(r.sum_fen), 0)::float8 AS "sumFen" FROM bill_run_charges r
    JOIN bill_runs n ON n.community_id = r.community_id AND n.id = r.run_id
    WHERE r.community_id = $1 AND r.charge_id = $2 AND r.period_to = $3 AND n.reversed_at IS NULL`,
}

interface Sums {
  leftOut: { reason: LeftOutReason; count: number }[]
  bills: number
  sumFen: number
  examples: { unitLabel: string; reason: LeftOutReason }[]
}

/** What a run would make, by the statement the run itself uses: how many, how much, what is left out and why, and what it was last time. */
export async function previewRun(
  database: Database,
  act: CallerAct,
  communityId: string,
  { month, chargeIds }: { month: string; chargeIds?: string[] },
): Promise<RunPreview> {
  refuseFar(month, todayIn(act))
  const chosen = await database.read<Chosen>(act.reach, CHOSEN, [communityId, chargeIds ?? [], !chargeIds?.length])
  if (chosen.length < (chargeIds?.length ?? 0)) throw new ProblemError('NOT_FOUND')
  const charges: RunPreview['charges'] = []
  for (const { prices, id, name, fund, basis, cycle } of chosen) {
    const period = periodOf(cycle, `${month}-01`)
    const [found] = await database.read<Sums>(act.reach, sums(basis), [
      communityId,
      id,
      period.from,
      period.to,
      JSON.stringify(prices),
      null,
      null,
      true,
    ])
    const [before] = await database.read<{ bills: number; sumFen: number }>(act.reach, BEFORE, [
      communityId,
      id,
      plusDays(period.from, -1),
    ])
    charges.push({
      chargeId: id,
      chargeName: name,
      fund,
      periodFrom: period.from,
      periodTo: period.to,
      bills: found!.bills,
      sumFen: found!.sumFen,
      lastBills: before!.bills,
      lastSumFen: before!.sumFen,
      leftOut: found!.leftOut.map(({ reason, count }) => ({ reason, text: leftOutReasons[reason], count })),
      examples: found!.examples.map(({ unitLabel, reason }) => ({ unitLabel, text: leftOutReasons[reason] })),
    })
  }
  return { month, charges, ...monthsOpen(todayIn(act)) }
}
