import type { Permission, UnmaskReason, UnmaskSubject } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import { recordAudit } from '../../../platform/audit/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import { groundsWithAll, holds, type CallerAct } from '../../access/index.ts'
import { todayIn } from '../../organisation/index.ts'

const MOST_A_DAY = 100

export interface UnmaskWish {
  subject: UnmaskSubject
  id: string
  reason: UnmaskReason
  note?: string
}

interface Source {
  /** of the page on which it stands masked */
  permission: Permission
  /** the name of such a thing in the audit log */
  kind: string
  find: string
}

const sources: Readonly<Record<UnmaskSubject, Source>> = {
  resident: {
    permission: 'archive.read',
    kind: 'resident',
    find: `SELECT name, phone FROM residents WHERE community_id = $1 AND id = $2 AND erased_at IS NULL`,
  },
  staff: {
    permission: 'people.read',
    kind: 'staff',
    find: `SELECT name, phone FROM staff s WHERE s.id = $2
             AND EXISTS (SELECT 1 FROM held_posts h WHERE h.community_id = $1 AND h.staff_id = s.id)`,
  },
  application: {
    permission: 'applications.review',
    kind: 'residence-application',
    find: `SELECT name, phone FROM residence_applications WHERE community_id = $1 AND id = $2`,
  },
  repair: {
    permission: 'repairs.read',
    kind: 'repair',
    find: `SELECT reporter_name AS name, reporter_phone AS phone FROM cases
           WHERE community_id = $1 AND id = $2 AND kind = 'repair' AND reporter_phone IS NOT NULL`,
  },
}

/**
 * The act, reaching no further than where the caller may both read the page and see what it masks.
 * @throws ProblemError NOT_ALLOWED where they may not read the page at all.
 */
export function withinGrounds(act: CallerAct, communityId: string, subject: UnmaskSubject): CallerAct {
  const { permission } = sources[subject]
  if (!holds(act.caller, communityId, permission)) throw new ProblemError('NOT_ALLOWED')
  const buildings = groundsWithAll(act.caller, communityId, [permission, 'archive.unmask'])
  return { ...act, reach: { ...act.reach, buildings } }
}

/** One telephone number, whole: counted, and on the record with its reason. The record tells that it was shown, not what it is. */
export async function unmaskPerson(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  { subject, id, reason, note }: UnmaskWish,
): Promise<{ name: string; phone: string; left: number }> {
  const { kind, find } = sources[subject]
  if (reason === 'other' && !note) {
    throw new ProblemError('VALIDATION_FAILED', {}, [{ field: 'note', message: '请用一句话说明为什么要看完整手机号。' }])
  }
  const [person] = (await tx.query(find, [communityId, id])) as { name: string; phone: string }[]
  if (!person) throw new ProblemError('NOT_FOUND')
  const times = await count(tx, act)
  await recordAudit(tx, act, {
    companyId: act.caller.staff!.companyId,
    communityId,
    action: 'personal.unmask',
    subjectKind: kind,
    subjectId: id,
    before: null,
    after: { shown: 'phone', why: reason, note: note ?? null },
  })
  return { ...person, left: MOST_A_DAY - times }
}

/** @throws ProblemError UNMASK_LIMIT_REACHED when the day's share is used up. */
async function count(tx: EntityManager, act: CallerAct): Promise<number> {
  const { companyId, id } = act.caller.staff!
  const rows = (await tx.query(
    `INSERT INTO unmask_counts AS c (company_id, staff_id, day, times) VALUES ($1, $2, $3, 1)
     ON CONFLICT (company_id, staff_id, day) DO UPDATE SET times = c.times + 1 WHERE c.times < $4 RETURNING times`,
    [companyId, id, todayIn(act), MOST_A_DAY],
  )) as { times: number }[]
  if (!rows[0]) throw new ProblemError('UNMASK_LIMIT_REACHED', { most: MOST_A_DAY })
  return rows[0].times
}
