import type { EntityManager } from 'typeorm'
import { recordAudit } from '../../../platform/audit/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { todayIn } from '../../organisation/index.ts'
import { threatIn, type LateFeeTerms } from '../rules/index.ts'

interface Change {
  action: string
  subjectKind: string
  subjectId: string
  before: unknown
  after: unknown
}

const audit = (tx: EntityManager, act: CallerAct, communityId: string, change: Change) =>
  recordAudit(tx, act, { companyId: act.caller.staff!.companyId, communityId, ...change })

/**
 * Says when and with which words households are reminded, all stages at once. One whose day stays keeps what it has reminded of; a
 * new one begins with bills that reach it from today on.
 * @throws ProblemError REMINDER_WORDING
 */
export async function setStages(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  stages: readonly { days: number; wording: string }[],
): Promise<void> {
  for (const { wording } of stages) {
    const word = threatIn(wording)
    if (word) throw new ProblemError('REMINDER_WORDING', { word })
  }
  if (new Set(stages.map(({ days }) => days)).size !== stages.length)
    throw new ProblemError('VALIDATION_FAILED', {}, [{ field: 'stages', message: '同一天只设一次提醒。' }])
  const before = (await tx.query(
    'SELECT days, wording FROM reminder_stages WHERE community_id = $1 AND ended_at IS NULL ORDER BY days FOR UPDATE',
    [communityId],
  )) as unknown[]
  await tx.query(
    `UPDATE reminder_stages SET ended_at = $3 WHERE community_id = $1 AND ended_at IS NULL AND days <> ALL ($2::int[])`,
    [communityId, stages.map(({ days }) => days), act.now],
  )
  await tx.query(
    `INSERT INTO reminder_stages (community_id, id, days, wording, set_on)
     SELECT $1, uuidv7(), s.days, s.wording, $3 FROM jsonb_to_recordset($2) AS s(days int, wording text)
     ON CONFLICT (community_id, days) WHERE ended_at IS NULL DO UPDATE SET wording = excluded.wording`,
    [communityId, JSON.stringify(stages), todayIn(act)],
  )
  await audit(tx, act, communityId, {
    ...{ action: 'arrears.set-stages', subjectKind: 'reminder-stages', subjectId: communityId, before, after: stages },
  })
}

/** Stops or resumes reminding a household: it disputes the bill, has agreed on parts, or is in hardship. */
export async function stopReminding(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  unitId: string,
  { stopped, reason, until }: { stopped: boolean; reason?: string; until?: string },
): Promise<void> {
  const [home] = (await tx.query('SELECT id FROM units WHERE community_id = $1 AND id = $2', [communityId, unitId])) as unknown[]
  if (!home) throw new ProblemError('NOT_FOUND')
  if (stopped && !reason)
    throw new ProblemError('VALIDATION_FAILED', {}, [{ field: 'reason', message: '请说明为什么暂停提醒。' }])
  const [before] = (await tx.query('SELECT reason, until::text FROM reminder_stops WHERE community_id = $1 AND unit_id = $2', [
    communityId,
    unitId,
  ])) as unknown[]
  if (stopped)
    await tx.query(
      `INSERT INTO reminder_stops (community_id, unit_id, reason, until, stopped_by, stopped_by_name, stopped_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7)
       ON CONFLICT (community_id, unit_id) DO UPDATE SET reason = excluded.reason, until = excluded.until,
         stopped_by = excluded.stopped_by, stopped_by_name = excluded.stopped_by_name, stopped_at = excluded.stopped_at`,
      [communityId, unitId, reason, until ?? null, act.actor.id, act.actor.name, act.now],
    )
  else await tx.query('DELETE FROM reminder_stops WHERE community_id = $1 AND unit_id = $2', [communityId, unitId])
  await audit(tx, act, communityId, {
    ...{ action: 'arrears.stop-reminding', subjectKind: 'reminder-stop', subjectId: unitId, before: before ?? null },
    after: stopped ? { reason, until: until ?? null } : null,
  })
}

export interface TermsWish extends LateFeeTerms {
  active: boolean
  contract: string
  validFrom: string
  /** 0: there were none. */
  version: number
}

/** Puts a contract's late fee on a charge, changes it, or takes it off. Fees that are bills already stay as they are. */
export async function setLateFee(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  chargeId: string,
  { version, ...wish }: TermsWish,
): Promise<void> {
  const [charge] = (await tx.query(
    `SELECT t.rate, t.grace_days AS "graceDays", t.cap_percent AS "capPercent", t.contract, t.valid_from::text AS "validFrom", t.active,
       coalesce(t.version, 0) AS version
     FROM charges c LEFT JOIN late_fee_terms t ON t.community_id = c.community_id AND t.charge_id = c.id
     WHERE c.community_id = $1 AND c.id = $2 AND c.kind = 'charge' FOR UPDATE OF c`,
    [communityId, chargeId],
  )) as (Omit<TermsWish, 'version'> & { version: number })[]
  if (!charge) throw new ProblemError('NOT_FOUND')
  if (charge.version !== version) throw new ProblemError('STALE_VERSION')
  await tx.query(
    `INSERT INTO late_fee_terms (community_id, charge_id, rate, grace_days, cap_percent, contract, valid_from, active)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
     ON CONFLICT (community_id, charge_id) DO UPDATE SET rate = excluded.rate, grace_days = excluded.grace_days,
       cap_percent = excluded.cap_percent, contract = excluded.contract, valid_from = excluded.valid_from, active = excluded.active,
       version = late_fee_terms.version + 1`,
    [communityId, chargeId, wish.rate, wish.graceDays, wish.capPercent, wish.contract, wish.validFrom, wish.active],
  )
  const before = version === 0 ? null : charge
  await audit(tx, act, communityId, {
    action: 'arrears.set-late-fee',
    subjectKind: 'late-fee-terms',
    subjectId: chargeId,
    before,
    after: wish,
  })
}
