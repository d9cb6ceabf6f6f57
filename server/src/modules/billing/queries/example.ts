import { leftOutReasons, type ChargeBasis, type ChargeCycle, type ChargeExample, type LeftOutReason } from '@yinuo/contracts'
import type { Database } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { periodOf, sentencesOf, type MadeOf } from '../rules/index.ts'
import { PRICES, reckonedBy } from './reckon.sql.ts'

const FACTS = {
  name: 'example-facts',
  text: `
    SELECT c.basis, c.cycle, u.label, ${PRICES} AS prices FROM charges c
    LEFT JOIN units u ON u.community_id = $1 AND u.id = $3 WHERE c.community_id = $1 AND c.id = $2 AND c.kind = 'charge'`,
}
interface Facts {
  basis: ChargeBasis
  cycle: ChargeCycle
  label: string | null
  prices: object[]
}

const one = (basis: ChargeBasis) => ({
  name: `example-of-${basis}`,
  text: `WITH ${reckonedBy(basis)} SELECT amount_fen::float8 AS "amountFen", made_of AS "madeOf", reason FROM reckoned WHERE unit_id = $9`,
})

/** What the next run would make of a unit: reckoned by the statement of the run itself, for the whole community, and told for the one. */
export async function exampleOf(
  database: Database,
  act: CallerAct,
  communityId: string,
  chargeId: string,
  { unitId, month }: { unitId: string; month: string },
): Promise<ChargeExample> {
  const [facts] = await database.read<Facts>(act.reach, FACTS, [communityId, chargeId, unitId])
  if (!facts?.label) throw new ProblemError('NOT_FOUND')
  const period = periodOf(facts.cycle, `${month}-01`)
  const rows = await database.read<{ amountFen: number; madeOf: MadeOf; reason: LeftOutReason | null }>(
    act.reach,
    one(facts.basis),
    [communityId, chargeId, period.from, period.to, JSON.stringify(facts.prices), null, null, false, unitId],
  )
  const asked = rows.filter(({ reason }) => reason === null)
  return {
    unitLabel: facts.label,
    periodFrom: period.from,
    periodTo: period.to,
    amountFen: asked.reduce((sum, { amountFen }) => sum + amountFen, 0),
    madeOf: asked.flatMap(({ madeOf, amountFen }) => sentencesOf(madeOf, amountFen)),
    because: asked.length > 0 ? null : rows[0]?.reason ? leftOutReasons[rows[0].reason] : '不在这个项目的收费范围内',
  }
}
