import type { MeetingRow } from '@yinuo/contracts'
import { audienceText } from '../../notices/index.ts'
import type { KeptAudience } from '../../notices/rules/index.ts'
import { UNANSWERED } from './points.sql.ts'

/** What lists and pages of the office know of a meeting `n`. */
export const ROW = (now: string) => `
  n.id, n.kind, n.title, n.place, n.starts_at AS "startsAt", n.ends_at AS "endsAt", n.state, n.promised, n.due_on::text AS "dueOn",
  n.audience, n.state IN ('planned', 'announced') AND n.ends_at <= ${now} AS overdue,
  (SELECT count(*)::int FROM meeting_bookings b WHERE b.community_id = n.community_id AND b.meeting_id = n.id
    AND b.cancelled_at IS NULL) AS booked,
  (SELECT count(*)::int FROM meeting_attendances a WHERE a.community_id = n.community_id AND a.meeting_id = n.id) AS attended,
  (SELECT count(*)::int FROM meeting_points p WHERE p.community_id = n.community_id AND p.meeting_id = n.id) AS points,
  (SELECT count(*)::int FROM meeting_points p WHERE p.community_id = n.community_id AND p.meeting_id = n.id AND ${UNANSWERED})
    AS unanswered,
  (SELECT array_agg(b.name ORDER BY b.ordinal) FROM buildings b WHERE b.community_id = n.community_id
    AND jsonb_exists(n.audience -> 'buildings', b.id::text)) AS "buildingNames"`

export type Row = Omit<MeetingRow, 'startsAt' | 'endsAt' | 'audienceText' | 'finished'> & {
  startsAt: Date
  endsAt: Date
  audience: KeptAudience
  buildingNames: string[] | null
}

export function rowView<Given extends Row>({ audience, buildingNames, startsAt, endsAt, ...row }: Given) {
  return {
    ...row,
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    audienceText: audienceText(audience, buildingNames ?? []),
    finished: row.state === 'published' && row.unanswered === 0,
  }
}
