import { belongs, dayAt } from '../../notices/index.ts'

const today = dayAt('b.created_at')

/** What `Audiences` is told: conditions over the resident `r` and the broadcast `b`. */
export const audiences = {
  'meeting.all': `EXISTS (SELECT 1 FROM meetings n WHERE n.community_id = b.community_id AND n.id = b.about_id
    AND n.state <> 'cancelled' AND ${belongs('n.audience', today)})`,
  'meeting.booked': `EXISTS (SELECT 1 FROM meeting_bookings k WHERE k.community_id = b.community_id AND k.meeting_id = b.about_id
    AND k.resident_id = r.id AND k.cancelled_at IS NULL)`,
} as const
export type AudienceName = keyof typeof audiences
