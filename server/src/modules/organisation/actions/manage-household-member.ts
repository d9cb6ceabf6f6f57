import type { ResidencyRole } from '@yinuo/contracts'
import { DateTime } from 'luxon'
import type { EntityManager } from 'typeorm'
import { recordAudit } from '../../../platform/audit/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import { tell } from '../../../platform/outbox/index.ts'
import type { CallerAct, CallerHome } from '../../access/index.ts'
import { todayIn } from '../queries/today.ts'
import { refusalOfEnding, refusalOfManaging } from '../rules/household-member.ts'
import { faultOfValidity } from '../rules/residence-application.ts'
import { recordMove } from './record-move.ts'
import { lockUnit } from './send-invitation.ts'

export const MOVED_OUT = 'organisation.moved-out'

interface Member {
  id: string
  unit_id: string
  resident_id: string
  name: string
  account_id: string | null
  role: ResidencyRole
  valid_until: string | null
  other_owners: number
}

/** Ends a residency at once: an owner moves family or a tenant out, or somebody moves out themselves. */
export async function endResidency(tx: EntityManager, act: CallerAct, communityId: string, id: string): Promise<void> {
  const { member, home, callerOwns } = await loadMember(tx, act, communityId, id)
  const isOwn = member.account_id === act.caller.account!.id
  const refusal = refusalOfEnding({ isOwn, role: member.role, callerOwns, otherOwners: member.other_owners })
  if (refusal) throw new ProblemError(refusal)
  // Rights are read by the day, and these end within it: so yesterday was the last one.
  const lastDay = DateTime.fromISO(todayIn(act)).minus({ days: 1 }).toISODate()!
  await changeTerm(tx, act, home, member, lastDay, isOwn ? 'residencies.move-out' : 'residencies.end')
  const { unit_id: unitId, resident_id: residentId, role } = member
  await recordMove(tx, act, { communityId, unitId, residentId, role, kind: 'move-out', on: todayIn(act) })
  if (isOwn) await tell(tx, act, MOVED_OUT, communityId, { residencyId: id, at: act.now.toISOString() })
}

/** Sets the last day of a family member's or a tenant's residency. */
export async function limitResidency(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  id: string,
  validUntil: string,
): Promise<void> {
  const { member, home, callerOwns } = await loadMember(tx, act, communityId, id)
  const refusal = refusalOfManaging({ role: member.role, callerOwns })
  if (refusal) throw new ProblemError(refusal)
  const fault = faultOfValidity(member.role, validUntil, todayIn(act))
  if (fault) throw new ProblemError('VALIDATION_FAILED', {}, [{ field: 'validUntil', message: fault }])
  if (member.valid_until !== validUntil) await changeTerm(tx, act, home, member, validUntil, 'residencies.limit')
}

/** The residency, locked with its home; in a home of others, or over, it does not exist. */
async function loadMember(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  id: string,
): Promise<{ member: Member; home: CallerHome; callerOwns: boolean }> {
  const [at] = (await tx.query('SELECT unit_id FROM residencies WHERE community_id = $1 AND id = $2', [communityId, id])) as {
    unit_id: string
  }[]
  const homes = act.caller.homes.filter((home) => home.communityId === communityId && home.unitId === at?.unit_id)
  if (!at || homes.length === 0) throw new ProblemError('NOT_FOUND')
  await lockUnit(tx, communityId, at.unit_id)
  const [member] = (await tx.query(
    `SELECT h.id, h.unit_id, h.resident_id, r.name, r.account_id, h.role, h.valid_until::text,
       (SELECT count(*)::int FROM residencies o WHERE o.community_id = $1 AND o.unit_id = h.unit_id AND o.role = 'owner'
          AND o.resident_id <> h.resident_id AND o.valid_from <= $3::date AND (o.valid_until IS NULL OR o.valid_until >= $3::date)
       ) AS other_owners
     FROM residencies h JOIN residents r ON r.community_id = h.community_id AND r.id = h.resident_id
     WHERE h.community_id = $1 AND h.id = $2 AND h.valid_from <= $3::date AND (h.valid_until IS NULL OR h.valid_until >= $3::date)`,
    [communityId, id, todayIn(act)],
  )) as Member[]
  if (!member) throw new ProblemError('NOT_FOUND')
  return { member, home: homes[0]!, callerOwns: homes.some(({ role }) => role === 'owner') }
}

async function changeTerm(
  tx: EntityManager,
  act: CallerAct,
  home: CallerHome,
  member: Member,
  validUntil: string,
  action: string,
): Promise<void> {
  await tx.query('UPDATE residencies SET valid_until = $3, version = version + 1 WHERE community_id = $1 AND id = $2', [
    home.communityId,
    member.id,
    validUntil,
  ])
  await recordAudit(tx, act, {
    companyId: home.companyId,
    communityId: home.communityId,
    action,
    subjectKind: 'residency',
    subjectId: member.id,
    before: { validUntil: member.valid_until },
    after: { validUntil, unitId: member.unit_id, role: member.role },
  })
}
