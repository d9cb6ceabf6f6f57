import type { WorkCalendar } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import { recordAudit } from '../../../platform/audit/index.ts'
import type { Act } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'

/** Replaces the hours and the special days in which a community's clocks run. Clocks already running keep their due times. */
export async function setWorkCalendar(
  tx: EntityManager,
  act: Act,
  communityId: string,
  wish: WorkCalendar,
): Promise<WorkCalendar> {
  const overlap = wish.slots.some((slot) => slot.from >= slot.until)
  if (overlap || wish.slots.length === 0) {
    throw new ProblemError('VALIDATION_FAILED', {}, [{ field: 'slots', message: '每段服务时间的结束要晚于开始，且至少有一段' }])
  }
  const [community] = (await tx.query('SELECT company_id FROM communities WHERE id = $1', [communityId])) as {
    company_id: string
  }[]
  if (!community) throw new ProblemError('NOT_FOUND')
  const before = (await tx.query('SELECT slots, observes_public_holidays FROM work_calendars WHERE community_id = $1', [
    communityId,
  ])) as unknown[]
  await tx.query(
    `INSERT INTO work_calendars (community_id, slots, observes_public_holidays) VALUES ($1, $2, $3)
     ON CONFLICT (community_id) DO UPDATE SET slots = excluded.slots, observes_public_holidays = excluded.observes_public_holidays`,
    [communityId, JSON.stringify(wish.slots), wish.observesPublicHolidays],
  )
  await tx.query('DELETE FROM calendar_days WHERE community_id = $1', [communityId])
  await tx.query(
    `INSERT INTO calendar_days (community_id, day, kind, name)
     SELECT $1, (d->>'on')::date, d->>'kind', d->>'name' FROM jsonb_array_elements($2::jsonb) d`,
    [communityId, JSON.stringify(wish.days)],
  )
  await recordAudit(tx, act, {
    companyId: community.company_id,
    communityId,
    action: 'standards.set-calendar',
    subjectKind: 'calendar',
    subjectId: communityId,
    before: before[0] ?? null,
    after: wish,
  })
  return wish
}
