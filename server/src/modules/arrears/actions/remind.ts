import { usualStages, type ReminderWay } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import { recordAudit } from '../../../platform/audit/index.ts'
import { newId } from '../../../platform/clock/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import { tell } from '../../../platform/outbox/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { todayIn } from '../../organisation/index.ts'
import { filledIn, overdue, OWED } from '../queries/owed.sql.ts'

/** A household is reminded by message: {reminderId}. */
export const REMINDED = 'arrears.reminded'

const WORDING = usualStages[3].wording

/**
 * Reminds a household by hand: sends a message, or keeps on record that somebody wrote, called or went there.
 * @throws ProblemError REMINDING_STOPPED, NOTHING_OVERDUE
 */
export async function remindHousehold(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  unitId: string,
  { way, note }: { way: ReminderWay; note?: string },
): Promise<void> {
  const today = todayIn(act)
  const [home] = (await tx.query(
    `SELECT u.label, (SELECT x.reason FROM reminder_stops x WHERE x.community_id = $1 AND x.unit_id = u.id AND (x.until IS NULL OR x.until >= $3)) AS stopped
     FROM units u WHERE u.community_id = $1 AND u.id = $2`,
    [communityId, unitId, today],
  )) as { label: string; stopped: string | null }[]
  if (!home) throw new ProblemError('NOT_FOUND')
  if (home.stopped !== null) throw new ProblemError('REMINDING_STOPPED', { reason: home.stopped })
  const id = newId(act.now)
  const text = way === 'message' ? filledIn({ wording: '$6', label: '$7', bills: 'o.bills', owed: 'o.owed', due: 'o.due' }) : '$6'
  const made = (await tx.query(
    `INSERT INTO reminders (community_id, id, unit_id, way, reminded_on, bills, owed_fen, due_on, text, by_staff, by_name, created_at)
     SELECT $1, $4, $2, $5, $3, o.bills, o.owed, o.due, ${text}, $8, $9, $10
     FROM (SELECT count(*) AS bills, sum(${OWED}) AS owed, min(b.due_on) AS due FROM bills b
       WHERE b.community_id = $1 AND b.unit_id = $2 AND ${overdue('$3::date')}) o
     WHERE o.bills > 0 AND $7::text IS NOT NULL RETURNING id`,
    [
      communityId,
      unitId,
      today,
      id,
      way,
      way === 'message' ? WORDING : (note ?? ''),
      home.label,
      act.actor.id,
      act.actor.name,
      act.now,
    ],
  )) as unknown[]
  if (made.length === 0) throw new ProblemError('NOTHING_OVERDUE')
  if (way === 'message') await tell(tx, act, REMINDED, communityId, { reminderId: id })
  await recordAudit(tx, act, {
    companyId: act.caller.staff!.companyId,
    communityId,
    action: 'arrears.remind',
    subjectKind: 'reminder',
    subjectId: id,
    before: null,
    after: { unitId, way, ...(note ? { note } : {}) },
  })
}
