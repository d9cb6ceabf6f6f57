import type { MeetingParticipant, Page, ParticipantFilter } from '@yinuo/contracts'
import type { Database } from '../../../platform/database/index.ts'
import { pageOf, ProblemError, readCursor } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { iso } from './read-meeting.ts'

/** Who booked and who came, once each: by slot, then by home. */
const LIST = {
  name: 'list-meeting-participants',
  text: `
    SELECT asked.found, page.* FROM (
      SELECT EXISTS (SELECT 1 FROM meetings WHERE community_id = $1 AND id = $2) AS found) AS asked
    LEFT JOIN (
      SELECT * FROM (
        SELECT r.id, r.name, u.label AS "unitLabel", u.id AS "unitId", b.id AS "bookingId", b.slot_at AS "slotAt",
          coalesce(b.topic, '') AS topic, b.booked_by_name AS "bookedByName", a.at AS "attendedAt", a.way,
          coalesce(to_char(b.slot_at AT TIME ZONE 'UTC', 'YYYYMMDDHH24MI'), '') || u.label AS place
        FROM (SELECT * FROM meeting_bookings WHERE community_id = $1 AND meeting_id = $2 AND cancelled_at IS NULL) AS b
        FULL JOIN (SELECT * FROM meeting_attendances WHERE community_id = $1 AND meeting_id = $2) AS a ON a.resident_id = b.resident_id
        JOIN residents r ON r.community_id = $1 AND r.id = coalesce(b.resident_id, a.resident_id)
        JOIN units u ON u.community_id = $1 AND u.id = coalesce(b.unit_id, a.unit_id)
      ) AS who
      WHERE CASE $3::text WHEN 'booked' THEN "bookingId" IS NOT NULL WHEN 'attended' THEN "attendedAt" IS NOT NULL
          WHEN 'absent' THEN "bookingId" IS NOT NULL AND "attendedAt" IS NULL ELSE true END
        AND ($4::text IS NULL OR (place COLLATE "C", id) > ($4 COLLATE "C", $5::uuid))
      ORDER BY place COLLATE "C", id LIMIT $6) AS page ON true
    ORDER BY place COLLATE "C", id`,
}

type Row = Omit<MeetingParticipant, 'slotAt' | 'attendedAt'> & {
  slotAt: Date | null
  attendedAt: Date | null
  place: string
}

export interface ParticipantWish {
  filter?: ParticipantFilter
  cursor?: string
  limit: number
}

export async function listParticipants(
  database: Database,
  act: CallerAct,
  communityId: string,
  meetingId: string,
  { filter, cursor, limit }: ParticipantWish,
): Promise<Page<MeetingParticipant>> {
  const after = readCursor(cursor, 2) ?? [null, null]
  const values = [communityId, meetingId, filter ?? null, ...after, limit + 1]
  const found = await database.read<{ found: boolean } & (Row | { id: null })>(act.reach, LIST, values)
  if (!found[0]!.found) throw new ProblemError('NOT_FOUND')
  const rows = found.flatMap(({ found: _, ...row }) => (row.id === null ? [] : [row as Row]))
  return pageOf(
    rows,
    limit,
    (row) => [row.place, row.id],
    ({ place: _, ...row }) => ({ ...row, slotAt: iso(row.slotAt), attendedAt: iso(row.attendedAt) }),
  )
}
