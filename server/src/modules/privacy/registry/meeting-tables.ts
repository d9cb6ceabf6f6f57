import { cleared, employment, type PersonalTable } from './table.ts'

const OWN = 't.resident_id = ANY (p.residents)'
const kept = {
  law: '民法典第九百四十三条：物业服务情况应向业主公开、报告；住户档案以代号保存后，不再指向本人',
  until: '随小区会议记录长期保存（代号）',
}

/** Meetings and reception days: who came, what they raised, and who of the office wrote it down. */
// prettier-ignore
export const meetingTables: Readonly<Record<string, PersonalTable>> = {
  meetings: {
    title: '安排的会议', group: 'work', within: 'community', own: 't.planned_by = ANY (p.staff)',
    personal: { planned_by_name: null }, secret: 'check_in_key',
    plain: `kind title place starts_at ends_at agenda audience slot_minutes slot_capacity state promised due_on cancelled_because minutes
      minutes_edition planned_by reminded_for created_at updated_at`, kept: employment,
  },
  meeting_minutes: {
    title: '撰写的会议纪要', group: 'work', within: 'community', own: 't.written_by = ANY (p.staff)',
    personal: { written_by_name: null }, plain: 'meeting_id number text note written_by at', kept: employment,
  },
  meeting_bookings: {
    title: '会议预约', group: 'household', within: 'community', own: OWN,
    personal: { topic: cleared('topic'), booked_by_name: null },
    plain: 'meeting_id resident_id unit_id slot_at seat booked_by created_at cancelled_at', kept,
  },
  meeting_attendances: {
    title: '会议签到', group: 'household', within: 'community', own: OWN,
    personal: { marked_by_name: null }, plain: 'meeting_id resident_id unit_id way at', kept,
  },
  meeting_points: {
    title: '会上提出的问题', group: 'household', within: 'community', own: 't.raised_by = ANY (p.residents)',
    personal: { text: cleared('text'), answer: null, answered_by_name: null, written_by_name: null },
    plain: 'meeting_id raised_by booking_id answered_by answered_at created_at', kept,
  },
}
