import type { LeaveOffice } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import { recordAudit } from '../../../platform/audit/index.ts'
import { newId } from '../../../platform/clock/index.ts'
import type { Act } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'
import type { KindOfWork, OwedItem } from '../open-work.ts'
import { isInScope, type Taker } from '../rules/successor.ts'
import { auditedPosts } from './audited-staff.ts'
import { endDutyWithoutPost, endSessions } from './end-access.ts'
import { endPosts } from './keep-posts.ts'
import { oneAtATime, refuseWithoutKeeper } from './last-keeper.ts'
import type { StaffRecord } from './load-staff.ts'
import { loadLeaver, loadOwedWork, type OwedWork } from './owed-work.ts'
import { namedPosts } from './named-posts.ts'

interface Handed {
  kind: KindOfWork
  item: OwedItem
  to: Taker | null
}

/**
 * Ends somebody's employment: access ends, open work changes hands, and a record says what went to whom – together or
 * not at all. @returns the id of the record
 */
export async function leaveOffice(
  tx: EntityManager,
  act: CallerAct,
  kinds: readonly KindOfWork[],
  staffId: string,
  wish: LeaveOffice,
): Promise<string> {
  const { companyId } = act.caller.staff!
  await oneAtATime(tx, companyId)
  const staff = await loadLeaver(tx, act, staffId)
  refuseUnfit(act, staff, wish)
  const handed = (await loadOwedWork(tx, kinds, staffId, act.now)).flatMap((group) => assign(group, wish))
  const { names, communityIds } = await namedPosts(tx, staff)
  await endOffice(tx, act, staffId, wish)
  await refuseWithoutKeeper(tx, companyId)
  await passOn(tx, act, staff.name, handed, wish.reason)
  const id = newId(act.now)
  await tx.query(
    `INSERT INTO hand_overs (company_id, id, staff_id, staff_name, left_on, reason, note, posts, community_ids, done_by, done_by_name, done_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      companyId,
      id,
      staffId,
      staff.name,
      wish.leftOn,
      wish.reason,
      wish.note ?? '',
      names,
      communityIds,
      act.actor.id,
      act.actor.name,
      act.now,
    ],
  )
  await recordHanded(tx, act, id, handed)
  await recordAudit(tx, act, {
    companyId,
    communityId: null,
    action: 'people.end-employment',
    subjectKind: 'staff',
    subjectId: staffId,
    before: { name: staff.name, active: staff.active, posts: auditedPosts(staff.posts) },
    after: { active: false, leftOn: wish.leftOn, reason: wish.reason, handOverId: id, handedOver: handed.length },
  })
  return id
}

function refuseUnfit(act: CallerAct, staff: StaffRecord, wish: LeaveOffice): void {
  if (staff.version !== wish.version) throw new ProblemError('STALE_VERSION')
  if (staff.leftOn) throw new ProblemError('STAFF_LEFT', { name: staff.name })
  if (staff.id === act.caller.staff!.id) refuse('leftOn', '不能为自己办理离职，请由其他负责人办理。')
  if (new Date(`${wish.leftOn}T00:00:00+08:00`) > act.now)
    refuse('leftOn', '离职日期不能晚于今天；办理后立即不能登录，请到那一天再办理。')
}

/** Who takes each piece of a group: the one named, if able; otherwise nobody. */
function assign(group: OwedWork, { work }: LeaveOffice): Handed[] {
  const { kind, communityId, category, items, takers } = group
  const at = work.findIndex((each) => each.kind === kind.kind && each.communityId === communityId && each.category === category)
  const successorId = work[at]?.successorId
  if (!successorId) return items.map((item) => ({ kind, item, to: null }))
  const to = takers.find(({ id }) => id === successorId)
  if (!to) throw new ProblemError('STAFF_NOT_AVAILABLE')
  if (!kind.isQualified(to.skills, category))
    throw new ProblemError('STAFF_NOT_QUALIFIED', { name: to.name, skill: kind.qualification(category) })
  if (!items.every((item) => isInScope(to, item))) refuse(`work.${at}.successorId`, `${to.name}不负责其中的楼栋，请另选接手人。`)
  return items.map((item) => ({ kind, item, to }))
}

/** From the next request on they are nobody here any more. */
async function endOffice(tx: EntityManager, act: CallerAct, staffId: string, { leftOn, reason }: LeaveOffice): Promise<void> {
  await tx.query(
    `UPDATE staff SET active = false, left_on = $2, left_because = $3, account_id = NULL, password_hash = NULL, totp_secret = NULL,
       totp_offer = NULL, totp_confirmed_at = NULL, version = version + 1 WHERE id = $1`,
    [staffId, leftOn, reason],
  )
  await endPosts(tx, staffId)
  await endDutyWithoutPost(tx, act, staffId)
  await endSessions(tx, act, staffId)
}

/** Done by the system's right: who ends an employment need not be allowed to dispatch. */
async function passOn(
  tx: EntityManager,
  { caller: _caller, ...act }: CallerAct,
  fromName: string,
  handed: Handed[],
  reason: string,
) {
  for (const { kind, item, to } of handed) await kind.pass(tx, act, item, { fromName, to, reason })
}

async function recordHanded(tx: EntityManager, act: Act, handOverId: string, handed: readonly Handed[]): Promise<void> {
  const rows = handed.map(({ kind, item, to }) => ({
    community_id: item.communityId,
    id: newId(act.now),
    hand_over_id: handOverId,
    kind: kind.kind,
    subject_id: item.id,
    number: item.number,
    category: kind.categoryName(item.category),
    place_label: item.placeLabel,
    to_id: to?.id ?? null,
    to_name: to?.name ?? null,
  }))
  await tx.query(
    `INSERT INTO handed_work (community_id, id, hand_over_id, kind, subject_id, number, category, place_label, to_id, to_name)
     SELECT community_id, id, hand_over_id, kind, subject_id, number, category, place_label, to_id, to_name
     FROM jsonb_populate_recordset(NULL::handed_work, $1::jsonb)`,
    [JSON.stringify(rows)],
  )
}

function refuse(field: string, message: string): never {
  throw new ProblemError('VALIDATION_FAILED', {}, [{ field, message }])
}
