import type { LateFeeTermsRow, LateFeeWaiverRow, Page, ReminderStages, WaiverState } from '@yinuo/contracts'
import type { Act, Database } from '../../../platform/database/index.ts'
import { pageOf, readCursor } from '../../../platform/http/index.ts'

const STAGES = {
  name: 'list-reminder-stages',
  text: `
    SELECT s.id, s.days, s.wording, s.set_on::text AS "setOn" FROM reminder_stages s
    WHERE s.community_id = $1 AND s.ended_at IS NULL ORDER BY s.days`,
}

export async function reminderStages(database: Database, act: Act, communityId: string): Promise<ReminderStages> {
  return { stages: await database.read<ReminderStages['stages'][number]>(act.reach, STAGES, [communityId]) }
}

/** Every charge that runs make bills of, with its late fee where the contract has one. */
const TERMS = {
  name: 'list-late-fee-terms',
  text: `
    SELECT c.id AS "chargeId", c.name AS "chargeName", c.fund, coalesce(t.active, false) AS active, t.rate, t.grace_days AS "graceDays",
      t.cap_percent AS "capPercent", t.contract, t.valid_from::text AS "validFrom", coalesce(t.version, 0) AS version
    FROM charges c LEFT JOIN late_fee_terms t ON t.community_id = c.community_id AND t.charge_id = c.id
    WHERE c.community_id = $1 AND c.kind = 'charge' AND (c.stopped_on IS NULL OR t.active) ORDER BY c.name, c.id`,
}

export function lateFeeTerms(database: Database, act: Act, communityId: string): Promise<LateFeeTermsRow[]> {
  return database.read<LateFeeTermsRow>(act.reach, TERMS, [communityId])
}

const WAIVERS = {
  name: 'list-late-fee-waivers',
  text: `
    SELECT w.id, w.unit_id AS "unitId", u.label AS "unitLabel", c.name AS "chargeName", b.period_from::text AS "periodFrom",
      b.period_to::text AS "periodTo", w.fee_fen::float8 AS "feeFen", w.reason, w.state, w.asked_by AS "askedBy", w.asked_by_name AS "askedByName",
      w.asked_at AS "askedAt", w.decided_by_name AS "decidedByName", w.refused_because AS "refusedBecause", w.version
    FROM late_fee_waivers w
    JOIN bills b ON b.community_id = w.community_id AND b.id = w.bill_id
    JOIN charges c ON c.community_id = b.community_id AND c.id = b.charge_id
    JOIN units u ON u.community_id = w.community_id AND u.id = w.unit_id
    WHERE w.community_id = $1 AND ($2::text IS NULL OR w.state = $2) AND ($3::timestamptz IS NULL OR (w.asked_at, w.id) < ($3, $4::uuid))
    ORDER BY w.asked_at DESC, w.id DESC LIMIT $5`,
}

type WaiverRow = Omit<LateFeeWaiverRow, 'askedAt'> & { askedAt: Date }

export async function lateFeeWaivers(
  database: Database,
  act: Act,
  communityId: string,
  { state, cursor, limit }: { state?: WaiverState; cursor?: string; limit: number },
): Promise<Page<LateFeeWaiverRow>> {
  const after = readCursor(cursor, 2) ?? [null, null]
  const rows = await database.read<WaiverRow>(act.reach, WAIVERS, [communityId, state ?? null, ...after, limit + 1])
  return pageOf(
    rows,
    limit,
    (row) => [row.askedAt.toISOString(), row.id],
    (row) => ({ ...row, askedAt: row.askedAt.toISOString() }),
  )
}
