import { meetingKinds, type MeetingKind, type MessageKind } from '@yinuo/contracts'
import { DateTime } from 'luxon'
import type { EntityManager } from 'typeorm'
import { recordAudit } from '../../../platform/audit/index.ts'
import type { Act } from '../../../platform/database/index.ts'
import type { OutboxEvent } from '../../../platform/outbox/index.ts'
import { tellMany, tellPeople } from '../../messages/index.ts'
import type { AudienceName } from '../queries/audiences.ts'

interface Told {
  meetingId: string
  what: 'announced' | 'changed' | 'reminded' | 'cancelled' | 'minutes' | 'corrected'
  /** tells one change apart from the next */
  turn: number
}

interface Facts {
  companyId: string
  kind: MeetingKind
  title: string
  place: string
  startsAt: Date
  dueOn: string | null
  slotMinutes: number | null
  state: string
  forAll: boolean
  cancelledBecause: string | null
  note: string | null
}

const said = (at: Date) => DateTime.fromJSDate(at, { zone: 'Asia/Shanghai' }).toFormat('M月d日 HH:mm')
const where = ({ startsAt, place }: Facts) => `${said(startsAt)}，${place}`

interface Words {
  kind: MessageKind
  /** of a meeting for everybody all are meant, of one with times or for some who booked */
  audience: AudienceName | ((facts: Facts) => AudienceName)
  lead: string
  body: (facts: Facts) => string
}

const words: Readonly<Record<Told['what'], Words>> = {
  announced: {
    kind: 'meeting.announced',
    audience: 'meeting.all',
    lead: '',
    body: (facts) =>
      `${meetingKinds[facts.kind]}：${where(facts)}。${facts.slotMinutes === null ? '可以先报名，写下想谈的事。' : '请预约时段，写下想谈的事。'}`,
  },
  changed: { kind: 'meeting.changed', audience: 'meeting.all', lead: '变更：', body: (facts) => `改为 ${where(facts)}。` },
  reminded: {
    kind: 'meeting.reminded',
    audience: ({ forAll, slotMinutes }) => (forAll && slotMinutes === null ? 'meeting.all' : 'meeting.booked'),
    lead: '明天：',
    body: (facts) =>
      `${where(facts)}。${facts.slotMinutes === null ? '请准时参加。' : '请按预约的时段到场，来不了请取消，让给别人。'}`,
  },
  cancelled: {
    kind: 'meeting.cancelled',
    audience: 'meeting.booked',
    lead: '已取消：',
    body: (facts) => `原定 ${where(facts)}，已取消。原因：${facts.cancelledBecause}`,
  },
  minutes: {
    kind: 'meeting.minutes',
    audience: 'meeting.all',
    lead: '纪要：',
    body: ({ title }) => `“${title}”的纪要已公布，可以看到提出的问题和答复。`,
  },
  corrected: {
    kind: 'meeting.corrected',
    audience: 'meeting.all',
    lead: '纪要更正：',
    body: ({ note }) => `${note}。请查看更正后的纪要。`,
  },
}

const FACTS = `
  SELECT c.company_id AS "companyId", n.kind, n.title, n.place, n.starts_at AS "startsAt", n.due_on::text AS "dueOn",
    n.slot_minutes AS "slotMinutes", n.state, (n.audience ->> 'whole')::boolean AS "forAll", n.cancelled_because AS "cancelledBecause",
    (SELECT e.note FROM meeting_minutes e WHERE e.community_id = n.community_id AND e.meeting_id = n.id ORDER BY e.number DESC LIMIT 1) AS note
  FROM meetings n JOIN communities c ON c.id = n.community_id WHERE n.community_id = $1 AND n.id = $2 FOR SHARE OF n`

/** Tells those a meeting is for; of one that was cancelled meanwhile, only that it is. */
export async function tellOfMeeting(tx: EntityManager, act: Act, { communityId, payload }: OutboxEvent): Promise<void> {
  const { meetingId, what, turn } = payload as unknown as Told
  const [meeting] = (await tx.query(FACTS, [communityId, meetingId])) as Facts[]
  if (!meeting || (meeting.state === 'cancelled') !== (what === 'cancelled')) return
  const { kind, audience, lead, body } = words[what]
  const text = body(meeting)
  await tellMany(tx, act, {
    communityId,
    kind,
    businessKey: `meeting:${meetingId}:${what}:${turn}`,
    audience: typeof audience === 'function' ? audience(meeting) : audience,
    aboutId: meetingId,
    title: `${lead}${meeting.title}`,
    body: text,
    values: { content: text, at: meeting.startsAt.toISOString() },
    urgent: what === 'cancelled',
  })
}

/** Who holds meetings here. */
const HOLDERS = `
  SELECT DISTINCT s.id AS "staffId", s.name FROM held_posts h
  JOIN posts p ON p.company_id = h.company_id AND p.id = h.post_id AND 'meetings.edit' = ANY (p.permissions)
  JOIN staff s ON s.company_id = h.company_id AND s.id = h.staff_id AND s.active
  WHERE h.community_id = $1 AND h.building_ids = '{}'`

/** The standard wants one: who holds meetings is asked to fill the draft in. */
export async function tellOfDraft(tx: EntityManager, act: Act, { communityId, payload }: OutboxEvent): Promise<void> {
  const { meetingId } = payload as { meetingId: string }
  const [meeting] = (await tx.query(FACTS, [communityId, meetingId])) as Facts[]
  if (!meeting?.dueOn) return
  const due = DateTime.fromISO(meeting.dueOn).toFormat('yyyy年M月d日')
  await recordAudit(tx, act, {
    companyId: meeting.companyId,
    communityId,
    action: 'meetings.draft',
    subjectKind: 'meeting',
    subjectId: meetingId,
    before: null,
    after: { title: meeting.title, startsAt: meeting.startsAt, dueOn: meeting.dueOn },
  })
  await tellPeople(tx, act, {
    communityId,
    kind: 'meeting.drafted',
    businessKey: `meeting:${meetingId}:drafted`,
    recipients: (await tx.query(HOLDERS, [communityId])) as { staffId: string; name: string }[],
    title: `请安排：${meeting.title}`,
    body: `按服务标准最迟 ${due} 举行。已拟好草稿（${said(meeting.startsAt)}），请补充地点和议程后通知住户。`,
    values: { content: meeting.title, dueAt: meeting.startsAt.toISOString() },
    caseId: null,
  })
}
