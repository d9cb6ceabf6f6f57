import { codesOf, retentionSubjects, type Page, type RetentionSubject } from '@yinuo/contracts'
import type { Act, Database } from '../../../platform/database/index.ts'
import { pageOf, readCursor } from '../../../platform/http/index.ts'
import type { RetentionCount, RetentionRule, RetentionRun } from '../http/privacy.dto.ts'
import { retentionPresets } from '../rules/index.ts'

interface Decided {
  subject: RetentionSubject
  keepDays: number
  basis: string
  effectiveFrom: string
  decidedByName: string
  isNext: boolean
}

/** For each subject the figure in force and, where there is one, the next that begins later. */
const DECIDED = {
  name: 'retention-rules',
  text: `
    SELECT DISTINCT ON (subject, effective_from > $2::date) subject, keep_days AS "keepDays", basis,
      effective_from::text AS "effectiveFrom", decided_by_name AS "decidedByName", effective_from > $2::date AS "isNext"
    FROM retention_rules WHERE company_id = $1
    ORDER BY subject, effective_from > $2::date, effective_from DESC, id DESC`,
}

export async function listRetentionRules(
  database: Database,
  act: Act,
  companyId: string,
  today: string,
): Promise<RetentionRule[]> {
  const decided = await database.read<Decided>(act.reach, DECIDED, [companyId, today])
  return codesOf(retentionSubjects).map((subject) => {
    const preset = retentionPresets[subject]
    const own = decided.find((each) => each.subject === subject && !each.isNext)
    const next = decided.find((each) => each.subject === subject && each.isNext)
    return {
      subject,
      keepDays: own?.keepDays ?? preset.keepDays,
      basis: own?.basis ?? preset.basis,
      leastDays: preset.leastDays,
      mostDays: preset.mostDays,
      law: preset.law,
      mayChange: preset.setBy === 'company',
      stays: preset.then === 'stays',
      effectiveFrom: own?.effectiveFrom ?? null,
      decidedByName: own?.decidedByName ?? null,
      nextKeepDays: next?.keepDays ?? null,
      nextFrom: next?.effectiveFrom ?? null,
    }
  })
}

const RUNS = {
  name: 'retention-runs',
  text: `
    SELECT at, json_agg(json_build_object('subject', subject, 'keepDays', keep_days, 'done', done) ORDER BY id) AS counts
    FROM retention_runs WHERE company_id = $1 AND ($2::timestamptz IS NULL OR at < $2) GROUP BY at ORDER BY at DESC LIMIT $3`,
}

export async function listRetentionRuns(
  database: Database,
  act: Act,
  companyId: string,
  wish: { cursor?: string | undefined; limit: number },
): Promise<Page<RetentionRun>> {
  const [before] = readCursor(wish.cursor, 1) ?? [null]
  const rows = await database.read<{ at: Date; counts: RetentionCount[] }>(act.reach, RUNS, [companyId, before, wish.limit + 1])
  return pageOf(
    rows,
    wish.limit,
    ({ at }) => [at.toISOString()],
    ({ at, counts }) => ({ at: at.toISOString(), counts }),
  )
}
