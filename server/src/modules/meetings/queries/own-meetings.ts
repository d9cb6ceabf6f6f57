import type { MeetingMinutes, OwnMeeting, OwnMeetingRow, OwnPoint, Page } from '@yinuo/contracts'
import type { Database } from '../../../platform/database/index.ts'
import { pageOf, ProblemError, readCursor } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { standingOf, visible } from '../../notices/index.ts'
import { mayBook, pointStateOf, slotsOf, type FollowedCase } from '../rules/index.ts'
import { UNANSWERED, POINTS } from './points.sql.ts'
import { EDITIONS, editionView, iso, TAKEN } from './read-meeting.ts'

/** What is the caller's own of table `t`, as a condition over its resident. */
const own = (resident: string) =>
  `${resident} IN (SELECT r.id FROM residents r WHERE r.community_id = n.community_id AND r.account_id = $1)`

const ROW = `
  n.id, n.community_id AS "communityId", n.kind, n.title, n.place, n.starts_at AS "startsAt", n.ends_at AS "endsAt", n.state,
  n.minutes_edition > 1 AS corrected,
  (SELECT jsonb_build_object('slotAt', b.slot_at, 'topic', b.topic, 'unitLabel', u.label) FROM meeting_bookings b
   JOIN units u ON u.community_id = b.community_id AND u.id = b.unit_id
   WHERE b.community_id = n.community_id AND b.meeting_id = n.id AND b.cancelled_at IS NULL AND ${own('b.resident_id')} LIMIT 1) AS booking,
  (SELECT min(a.at) FROM meeting_attendances a
   WHERE a.community_id = n.community_id AND a.meeting_id = n.id AND ${own('a.resident_id')}) AS "attendedAt",
  (SELECT count(*)::int FROM meeting_points p WHERE p.community_id = n.community_id AND p.meeting_id = n.id) AS points,
  (SELECT count(*)::int FROM meeting_points p WHERE p.community_id = n.community_id AND p.meeting_id = n.id AND ${UNANSWERED})
    AS unanswered`

const LIST = {
  name: 'list-own-meetings',
  text: `
    SELECT ${ROW} FROM meetings n
    WHERE n.state <> 'planned' AND ($4::uuid IS NULL OR n.community_id = $4) AND ${visible}
      AND ($5::timestamptz IS NULL OR (n.starts_at, n.id) < ($5, $6::uuid))
    ORDER BY n.starts_at DESC, n.id DESC LIMIT $7`,
}

const READ = {
  name: 'read-own-meeting',
  text: `
    SELECT ${ROW}, c.name AS "communityName", n.agenda, n.cancelled_because AS "cancelledBecause", n.slot_minutes AS "slotMinutes",
      n.slot_capacity AS "slotCapacity", ${TAKEN} AS taken, ${EDITIONS} AS editions,
      ${POINTS(`'mine', coalesce(r.account_id = $1, false), 'caseId', k.id, 'result', coalesce(m.result, m.solution)`)} AS "raisedPoints"
    FROM meetings n JOIN communities c ON c.id = n.community_id WHERE n.id = $4 AND n.state <> 'planned' AND ${visible}`,
}

type Row = Omit<OwnMeetingRow, 'startsAt' | 'endsAt' | 'attendedAt'> & { startsAt: Date; endsAt: Date; attendedAt: Date | null }
type PointRow = Omit<OwnPoint, 'state' | 'followed'> & { followed: FollowedCase | null }
type ReadRow = Row & {
  slotMinutes: number | null
  slotCapacity: number | null
  taken: Record<string, number>
  editions: MeetingMinutes[]
  raisedPoints: PointRow[]
} & Pick<OwnMeeting, 'communityName' | 'agenda' | 'cancelledBecause'>

const rowView = <Given extends Row>(row: Given) => ({
  ...row,
  startsAt: row.startsAt.toISOString(),
  endsAt: row.endsAt.toISOString(),
  attendedAt: iso(row.attendedAt),
  booking: row.booking && { ...row.booking, slotAt: iso(row.booking.slotAt) },
})

/** What was announced to where the caller lives or works, the latest first. */
export async function listOwnMeetings(
  database: Database,
  act: CallerAct,
  { communityId, cursor, limit }: { communityId?: string; cursor?: string; limit: number },
): Promise<Page<OwnMeetingRow>> {
  const after = readCursor(cursor, 2) ?? [null, null]
  const rows = await database.read<Row>(act.reach, LIST, [...standingOf(act), communityId ?? null, ...after, limit + 1])
  return pageOf(rows, limit, (row) => [row.startsAt.toISOString(), row.id], rowView)
}

/** Of a reception day somebody sees only the points they raised themselves: what is said there is said in private. */
export async function readOwnMeeting(database: Database, act: CallerAct, id: string): Promise<OwnMeeting> {
  const [row] = await database.read<ReadRow>(act.reach, READ, [...standingOf(act), id])
  if (!row) throw new ProblemError('NOT_FOUND')
  const { slotMinutes, slotCapacity, taken, editions, raisedPoints, ...rest } = row
  const isOpen = row.state === 'announced'
  const slots = slotsOf(row).map((at) => ({
    at: at.toISOString(),
    free: isOpen && mayBook(row, at, act.now) ? slotCapacity! - (taken[at.getTime() / 1000] ?? 0) : 0,
  }))
  return {
    ...rowView(rest),
    mayBook: isOpen && !row.booking && (slotMinutes === null ? mayBook(row, null, act.now) : slots.some(({ free }) => free > 0)),
    slots,
    editions: editions.map(editionView),
    raised: raisedPoints
      .filter(({ mine }) => mine || row.kind !== 'reception-day')
      .map(({ caseId, result, ...point }) => ({
        ...point,
        caseId: point.mine ? caseId : null,
        result: point.mine ? result : null,
        state: pointStateOf(point.followed, point.answer),
        answeredAt: iso(point.answeredAt),
      })),
  }
}
