import { codesOf, repeatRules, usualRepeats, type RepeatLimit } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import { recordAudit } from '../../../platform/audit/index.ts'
import type { Act, Database } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'

const rules = codesOf(repeatRules)

/** The rules as rows, with what goes where a community has decided nothing. */
export const USUAL_RULES = `(VALUES ${rules
  .map((rule, at) => `('${rule}', ${usualRepeats[rule].cases}, ${usualRepeats[rule].days}, ${at})`)
  .join(', ')}) AS usual (rule, cases, days, ordinal)`

const READ = {
  name: 'repeat-rules',
  text: `
    SELECT usual.rule, coalesce(r.cases, usual.cases) AS cases, coalesce(r.days, usual.days) AS days
    FROM ${USUAL_RULES} LEFT JOIN repeat_rules r ON r.community_id = $1 AND r.rule = usual.rule ORDER BY usual.ordinal`,
}

export function readRepeatRules(database: Database, act: Act, communityId: string): Promise<RepeatLimit[]> {
  return database.read<RepeatLimit>(act.reach, READ, [communityId])
}

/** All of them at once, so that what is seen is what was meant. */
export async function setRepeatRules(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  wished: readonly RepeatLimit[],
): Promise<void> {
  if (new Set(wished.map(({ rule }) => rule)).size !== rules.length)
    throw new ProblemError('VALIDATION_FAILED', {}, [{ field: 'rules', message: '每条规则各填一次。' }])
  const before = (await tx.query(READ.text, [communityId])) as RepeatLimit[]
  await tx.query(
    `INSERT INTO repeat_rules (community_id, rule, cases, days)
     SELECT $1, w.rule, w.cases, w.days FROM jsonb_to_recordset($2::jsonb) AS w (rule text, cases int, days int)
     ON CONFLICT (community_id, rule) DO UPDATE SET cases = excluded.cases, days = excluded.days`,
    [communityId, JSON.stringify(wished)],
  )
  const { companyId } = act.caller.staff!
  const change = { action: 'improvement.set-rules', before, after: wished }
  await recordAudit(tx, act, { companyId, communityId, subjectKind: 'repeat-rules', subjectId: communityId, ...change })
}
