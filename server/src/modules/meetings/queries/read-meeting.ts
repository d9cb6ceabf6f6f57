import type { MeetingMinutes, MeetingPoint, MeetingTopic, MeetingView } from '@yinuo/contracts'
import type { Database } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { pointStateOf, slotsOf, type FollowedCase } from '../rules/index.ts'
import { ROW, rowView, type Row } from './meeting-row.ts'
import { POINTS } from './points.sql.ts'

export const EDITIONS = `
  (SELECT coalesce(jsonb_agg(jsonb_build_object('number', e.number, 'text', e.text, 'note', e.note, 'writtenByName', e.written_by_name,
      'at', e.at) ORDER BY e.number DESC), '[]')
   FROM meeting_minutes e WHERE e.community_id = n.community_id AND e.meeting_id = n.id)`

export const TAKEN = `
  (SELECT coalesce(jsonb_object_agg(extract(epoch FROM slot_at)::bigint, places), '{}') FROM (
    SELECT b.slot_at, count(*) AS places FROM meeting_bookings b WHERE b.community_id = n.community_id AND b.meeting_id = n.id
      AND b.cancelled_at IS NULL AND b.slot_at IS NOT NULL GROUP BY b.slot_at) AS counted)`

const READ = {
  name: 'read-meeting',
  text: `
    SELECT ${ROW('$3::timestamptz')}, n.agenda, n.slot_minutes AS "slotMinutes", n.slot_capacity AS "slotCapacity", ${TAKEN} AS taken,
      n.cancelled_because AS "cancelledBecause", n.minutes, ${EDITIONS} AS editions, n.planned_by_name AS "plannedByName",
      n.check_in_key IS NOT NULL AS "hasCode", n.version,
      ${POINTS(`'raisedByName', r.name, 'raisedById', r.id, 'answeredByName', p.answered_by_name, 'version', p.version,
        'caseId', k.id, 'caseNumber', k.number, 'result', coalesce(m.result, m.solution)`)} AS "raisedPoints",
      (SELECT coalesce(jsonb_agg(jsonb_build_object('bookingId', b.id, 'text', b.topic, 'residentName', r.name, 'unitLabel', u.label,
          'slotAt', b.slot_at) ORDER BY b.slot_at, b.created_at, b.id), '[]')
       FROM (SELECT * FROM meeting_bookings b WHERE b.community_id = n.community_id AND b.meeting_id = n.id
         AND b.cancelled_at IS NULL AND b.topic <> '' ORDER BY b.slot_at, b.created_at, b.id LIMIT 200) AS b
       JOIN residents r ON r.community_id = b.community_id AND r.id = b.resident_id
       JOIN units u ON u.community_id = b.community_id AND u.id = b.unit_id) AS topics
    FROM meetings n WHERE n.community_id = $1 AND n.id = $2`,
}

type PointRow = Omit<MeetingPoint, 'state' | 'followed'> & { followed: FollowedCase | null }

type ReadRow = Row & {
  taken: Record<string, number>
  slotCapacity: number | null
  slotMinutes: number | null
  editions: MeetingMinutes[]
  raisedPoints: PointRow[]
  topics: MeetingTopic[]
} & Pick<MeetingView, 'agenda' | 'cancelledBecause' | 'minutes' | 'plannedByName' | 'hasCode' | 'version'>

export async function readMeeting(database: Database, act: CallerAct, communityId: string, id: string): Promise<MeetingView> {
  const [row] = await database.read<ReadRow>(act.reach, READ, [communityId, id, act.now])
  if (!row) throw new ProblemError('NOT_FOUND')
  const { taken, raisedPoints, topics, editions, ...rest } = row
  return {
    ...rowView(rest),
    audience: { whole: row.audience.whole, buildingIds: row.audience.buildings },
    slots: slotsOf(row).map((at) => ({
      at: at.toISOString(),
      capacity: row.slotCapacity!,
      taken: taken[at.getTime() / 1000] ?? 0,
    })),
    editions: editions.map(editionView),
    raised: raisedPoints.map((point) => ({
      ...point,
      state: pointStateOf(point.followed, point.answer),
      answeredAt: iso(point.answeredAt),
    })),
    topics: topics.map((topic) => ({ ...topic, slotAt: iso(topic.slotAt) })),
  }
}

export const iso = (at: Date | string | null): string | null => (at === null ? null : new Date(at).toISOString())

export const editionView = (edition: MeetingMinutes): MeetingMinutes => ({ ...edition, at: iso(edition.at)! })
