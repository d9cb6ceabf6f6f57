import {
  type ComplaintCategoryCode,
  type ComplaintReceipt,
  type ComplaintSort,
  type Permission,
  type RepairCategoryCode,
  type RepairReceipt,
  type Urgency,
} from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import { newId } from '../../../platform/clock/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import { holds, type CallerAct } from '../../access/index.ts'
import { registerComplaint } from '../../complaints/index.ts'
import { openRepairFrom } from '../../repairs/index.ts'
import { auditMeeting, loadMeeting, type MeetingRecord } from './load-meeting.ts'

export async function raisePoint(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  meetingId: string,
  { text, residentId }: { text: string; residentId?: string },
): Promise<void> {
  const meeting = await loadMeeting(tx, communityId, meetingId, { step: 'raise' })
  if (residentId) {
    const known = (await tx.query('SELECT 1 FROM residents WHERE community_id = $1 AND id = $2', [
      communityId,
      residentId,
    ])) as unknown[]
    if (known.length === 0) throw new ProblemError('NOT_FOUND')
  }
  const id = newId(act.now)
  await tx.query(
    `INSERT INTO meeting_points (community_id, id, meeting_id, text, raised_by, written_by_name, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [communityId, id, meetingId, text, residentId ?? null, act.actor.name, act.now],
  )
  await auditMeeting(tx, act, meeting, { action: 'meetings.raise', before: null, after: { pointId: id, text } })
}

interface Point {
  id: string
  meetingId: string
  text: string
  answer: string | null
  caseNumber: string | null
  version: number
  /** who raised it, and a home of theirs */
  raiser: {
    residentId: string
    name: string
    phone: string | null
    accountId: string | null
    unit: { id: string; label: string; buildingId: string } | null
  } | null
}

const POINT = `
  SELECT p.id, p.meeting_id AS "meetingId", p.text, p.answer, k.number AS "caseNumber", p.version,
    CASE WHEN r.id IS NOT NULL THEN jsonb_build_object('residentId', r.id, 'name', r.name, 'phone', nullif(r.phone, ''),
      'accountId', r.account_id, 'unit', (
        SELECT jsonb_build_object('id', u.id, 'label', u.label, 'buildingId', u.building_id) FROM units u
        WHERE u.community_id = p.community_id AND u.id = coalesce(b.unit_id, (SELECT h.unit_id FROM residencies h
          WHERE h.community_id = p.community_id AND h.resident_id = r.id ORDER BY h.valid_until IS NULL DESC, h.valid_from DESC LIMIT 1)))
      ) END AS raiser
  FROM meeting_points p
  LEFT JOIN residents r ON r.community_id = p.community_id AND r.id = p.raised_by AND r.erased_at IS NULL
  LEFT JOIN meeting_bookings b ON b.community_id = p.community_id AND b.id = p.booking_id
  LEFT JOIN meeting_point_cases x ON x.community_id = p.community_id AND x.point_id = p.id
  LEFT JOIN cases k ON k.community_id = x.community_id AND k.id = x.case_id
  WHERE p.community_id = $1 AND p.id = $2 FOR UPDATE OF p`

async function loadPoint(
  tx: EntityManager,
  communityId: string,
  id: string,
  version: number,
): Promise<{ point: Point; meeting: MeetingRecord }> {
  const [point] = (await tx.query(POINT, [communityId, id])) as Point[]
  if (!point) throw new ProblemError('NOT_FOUND')
  if (point.version !== version) throw new ProblemError('STALE_VERSION')
  return { point, meeting: await loadMeeting(tx, communityId, point.meetingId) }
}

/** @returns the meeting in which it was raised */
export async function answerPoint(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  id: string,
  { answer, version }: { answer: string; version: number },
): Promise<string> {
  const { point, meeting } = await loadPoint(tx, communityId, id, version)
  await tx.query(
    `UPDATE meeting_points SET answer = $3, answered_by = $4, answered_by_name = $5, answered_at = $6, version = version + 1
     WHERE community_id = $1 AND id = $2`,
    [communityId, id, answer, act.actor.id, act.actor.name, act.now],
  )
  const after = { pointId: id, answer }
  await auditMeeting(tx, act, meeting, { action: 'meetings.answer', before: { answer: point.answer }, after })
  return meeting.id
}

interface Turned {
  urgency: Urgency
  description: string
  version: number
}

/** A complaint, a suggestion or praise; of who raised it, where somebody did. */
export function turnIntoComplaint(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  id: string,
  { version, ...told }: Turned & { sort: ComplaintSort; category: ComplaintCategoryCode },
): Promise<ComplaintReceipt> {
  const how = { id, version, permission: 'complaints.assign', action: 'meetings.to-complaint' } as const
  return turnInto(tx, act, communityId, how, ({ raiser }) => {
    const complainant = raiser && {
      residentId: raiser.residentId,
      name: raiser.name,
      ...(raiser.phone && { phone: raiser.phone }),
      ...(raiser.unit && { unitId: raiser.unit.id }),
    }
    const registration = { ...told, fileIds: [], channel: 'meeting' as const, ...(complainant && { complainant }) }
    return registerComplaint(tx, act, communityId, registration)
  })
}

/** A repair in the building that is named, else in the home of who raised it, else somewhere in the community. */
export function turnIntoRepair(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  id: string,
  { version, buildingId, ...told }: Turned & { category: RepairCategoryCode; buildingId?: string },
): Promise<RepairReceipt> {
  const how = { id, version, permission: 'repairs.report', action: 'meetings.to-repair' } as const
  return turnInto(tx, act, communityId, how, async ({ raiser }) => {
    const [found] = (await tx.query(
      `SELECT c.name, b.name AS building FROM communities c
       LEFT JOIN buildings b ON b.community_id = c.id AND b.id = $2 WHERE c.id = $1`,
      [communityId, buildingId ?? null],
    )) as { name: string; building: string | null }[]
    if (buildingId && !found!.building) throw new ProblemError('NOT_FOUND')
    const place = buildingId
      ? { kind: 'building' as const, id: buildingId, label: found!.building!, buildingId }
      : raiser?.unit
        ? { kind: 'unit' as const, ...raiser.unit }
        : { kind: 'community' as const, id: null, label: `${found!.name}公共区域`, buildingId: null }
    const reporter = raiser
      ? { accountId: raiser.accountId, residentId: raiser.residentId, name: raiser.name, phone: raiser.phone }
      : { accountId: null, residentId: null, name: '会议提出', phone: null }
    return openRepairFrom(tx, act, communityId, { ...told, place, reporter, fileIds: [], channel: 'meeting' })
  })
}

interface How {
  id: string
  version: number
  permission: Permission
  action: string
}

/** Once: what is followed already is not opened again. */
async function turnInto<Receipt extends { id: string; number: string }>(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  { id, version, permission, action }: How,
  open: (point: Point) => Promise<Receipt>,
): Promise<Receipt> {
  if (!holds(act.caller, communityId, permission, null)) throw new ProblemError('NOT_ALLOWED')
  const { point, meeting } = await loadPoint(tx, communityId, id, version)
  if (point.caseNumber) throw new ProblemError('MEETING_POINT_FOLLOWED', { number: point.caseNumber })
  const receipt = await open(point)
  await tx.query(
    `WITH followed AS (UPDATE meeting_points SET version = version + 1 WHERE community_id = $1 AND id = $2)
     INSERT INTO meeting_point_cases (community_id, point_id, case_id, created_at) VALUES ($1, $2, $3, $4)`,
    [communityId, id, receipt.id, act.now],
  )
  const after = { pointId: id, caseId: receipt.id, number: receipt.number }
  await auditMeeting(tx, act, meeting, { action, before: null, after })
  return receipt
}
