import type { MeetingKind, MeetingState } from '@yinuo/contracts'
import type pg from 'pg'
import type { Random } from '../random.ts'
import { centre, garden, plaza } from './sites.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

interface Point {
  text: string
  answer?: string
}

interface Meeting {
  at: string
  kind: MeetingKind
  title: string
  place: string
  state: MeetingState
  /** the hour it begins, and how long it is */
  hour: number
  hours: number
  agenda: readonly string[]
  /** how many booked and what some of them want to raise, how many came */
  booked: number
  topics?: readonly string[]
  came?: number
  minutes?: string
  /** what the minutes said before they were corrected, and why they were */
  before?: { text: string; note: string }
  points?: readonly Point[]
  /** one more point is followed by a complaint that is being handled */
  followed?: true
}

const halfYear: Meeting = {
  at: garden.name,
  kind: 'owners-meeting',
  title: '下半年业主会议',
  place: '社区活动中心二楼会议室',
  state: 'published',
  hour: 9.5,
  hours: 2,
  agenda: ['上半年物业服务情况', '5号楼电梯大修与维修资金使用', '电动车充电位增设'],
  booked: 18,
  came: 26,
  minutes:
    '# 服务情况\n- 上半年报修 **96.4%** 按时完成，投诉全部在期限内答复\n# 电梯大修\n- 5号楼两部电梯更换曳引机，预算 ¥186,000.00，提交业主大会表决\n# 充电位\n- 西侧车棚增设 40 个充电位，年底前启用',
  before: {
    text: '# 服务情况\n- 上半年报修 **96.4%** 按时完成，投诉全部在期限内答复\n# 电梯大修\n- 5号楼两部电梯更换曳引机，预算 ¥168,000.00，提交业主大会表决\n# 充电位\n- 西侧车棚增设 40 个充电位，年底前启用',
    note: '电梯大修预算应为 ¥186,000.00',
  },
  points: [
    { text: '儿童乐园地垫破损，容易绊倒', answer: '已更换全部地垫，本周三验收完毕。' },
    { text: '希望公共收益每季度公示到单元门口', answer: '从第四季度起在每个单元门厅张贴，小程序同步公示。' },
    { text: '北门行人道晚上太暗' },
  ],
  followed: true,
}

const receptionDay = { kind: 'reception-day', title: '总经理接待日', place: '物业服务中心接待室', hour: 14, hours: 3 } as const

/** What was held and what is to come, by how many days it is from the first of the month, or from today. */
const told: readonly (Meeting & ({ fromToday: number } | { fromFirst: number }))[] = [
  { ...halfYear, fromToday: -38 },
  {
    ...receptionDay,
    at: garden.name,
    state: 'published',
    fromFirst: -9,
    agenda: ['一对一接待'],
    booked: 5,
    came: 4,
    minutes: '# 接待情况\n接待 4 户，谈到停车、渗水和噪音，均已记录并答复本人。',
    points: [
      { text: '地下车库 B 区总有外来车占位', answer: '已加装车位锁，并在入口核验车牌。' },
      { text: '楼上装修周末施工', answer: '已约谈装修公司，周末和午休时段停工。' },
    ],
  },
  {
    ...receptionDay,
    at: garden.name,
    state: 'announced',
    fromToday: 3,
    agenda: ['一对一接待，每户 20 分钟'],
    booked: 4,
    topics: ['楼道声控灯经常不亮', '想了解电梯大修什么时候开始', '快递柜占了消防通道'],
  },
  {
    ...receptionDay,
    at: plaza.name,
    state: 'published',
    fromFirst: -8,
    agenda: ['商户接待'],
    booked: 3,
    came: 3,
    minutes: '接待 3 家商户，均已答复。',
  },
  {
    ...receptionDay,
    at: centre.name,
    state: 'published',
    fromFirst: -7,
    agenda: ['客户接待'],
    booked: 2,
    came: 2,
    minutes: '接待 2 家客户，均已答复。',
  },
]

const AUDIENCE = JSON.stringify({ whole: true, buildings: [], entrances: [], units: [], roles: [] })

const PLACE = `
  SELECT c.id, s.id AS "staffId", s.name AS staff FROM communities c
  CROSS JOIN (SELECT id, name FROM staff WHERE login = 'frontdesk') s WHERE c.name = $1`

interface Place {
  id: string
  staffId: string
  staff: string
}

/** Meetings and reception days: one that can be booked, and some whose points are answered, followed or still open. */
export async function holdMeetings(client: pg.ClientBase, random: Random, now: Date): Promise<void> {
  for (const meeting of told) {
    const place = (await client.query<Place>(PLACE, [meeting.at])).rows[0]
    if (place) await hold(client, random, now, place, meeting)
  }
}

const midnightOf = (now: Date) => Math.floor((now.getTime() + 8 * HOUR) / DAY) * DAY - 8 * HOUR

function firstOfMonth(now: Date): number {
  const here = new Date(now.getTime() + 8 * HOUR)
  return Date.UTC(here.getUTCFullYear(), here.getUTCMonth(), 1) - 8 * HOUR
}

async function hold(
  client: pg.ClientBase,
  random: Random,
  now: Date,
  place: Place,
  meeting: (typeof told)[number],
): Promise<void> {
  const day = 'fromToday' in meeting ? midnightOf(now) + meeting.fromToday * DAY : firstOfMonth(now) + meeting.fromFirst * DAY
  const startsAt = new Date(day + meeting.hour * HOUR)
  const plannedAt = new Date(Math.min(now.getTime(), startsAt.getTime()) - 10 * DAY)
  const endsAt = new Date(startsAt.getTime() + meeting.hours * HOUR)
  const id = random.id(plannedAt)
  const isCut = meeting.kind === 'reception-day'
  const editions = meeting.minutes ? [...(meeting.before ? [meeting.before.text] : []), meeting.minutes] : []
  await client.query(
    `INSERT INTO meetings (community_id, id, kind, title, place, starts_at, ends_at, agenda, audience, slot_minutes, slot_capacity, state,
       minutes, minutes_edition, planned_by, planned_by_name, created_at, updated_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $17)`,
    [
      place.id,
      id,
      meeting.kind,
      meeting.title,
      meeting.place,
      startsAt,
      endsAt,
      meeting.agenda,
      AUDIENCE,
      isCut ? 20 : null,
      isCut ? 1 : null,
      meeting.state,
      meeting.minutes ?? '',
      editions.length,
      place.staffId,
      place.staff,
      plannedAt,
    ],
  )
  for (const [index, text] of editions.entries())
    await client.query(
      `INSERT INTO meeting_minutes (community_id, meeting_id, number, text, note, written_by, written_by_name, at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        place.id,
        id,
        index + 1,
        text,
        index > 0 ? meeting.before!.note : '',
        place.staffId,
        place.staff,
        new Date(endsAt.getTime() + (index + 1) * DAY),
      ],
    )
  await come(client, place.id, id, { ...meeting, startsAt, plannedAt, isCut })
  await raise(client, random, place, id, meeting, endsAt)
}

/** Residents of the community in the order of their homes; the first home stays free to book. */
const GUESTS = `
  SELECT r.id AS resident_id, h.unit_id, row_number() OVER (ORDER BY md5(u.label || r.id)) AS n
  FROM residencies h JOIN residents r ON r.community_id = h.community_id AND r.id = h.resident_id
  JOIN units u ON u.community_id = h.community_id AND u.id = h.unit_id
  LEFT JOIN accounts a ON a.id = r.account_id
  WHERE h.community_id = $1 AND h.role = 'owner' AND (h.valid_until IS NULL OR h.valid_until >= ($3::timestamptz)::date) AND r.erased_at IS NULL
    AND r.name <> '林晓梅'
    AND NOT EXISTS (SELECT 1 FROM residencies o WHERE o.community_id = h.community_id AND o.resident_id = h.resident_id AND o.id < h.id)`

async function come(
  client: pg.ClientBase,
  communityId: string,
  meetingId: string,
  meeting: Pick<Meeting, 'booked' | 'topics' | 'came'> & { startsAt: Date; plannedAt: Date; isCut: boolean },
): Promise<void> {
  await client.query(
    `INSERT INTO meeting_bookings (community_id, id, meeting_id, resident_id, unit_id, slot_at, seat, topic, created_at)
     SELECT $1, uuidv7(), $2, resident_id, unit_id, CASE WHEN $4 THEN $3::timestamptz + (n - 1) * interval '20 minutes' END,
       CASE WHEN $4 THEN 1 END, coalesce(($5::text[])[n], ''), $6::timestamptz + n * interval '3 hours'
     FROM (${GUESTS}) AS guests WHERE n <= $7`,
    [communityId, meetingId, meeting.startsAt, meeting.isCut, meeting.topics ?? [], meeting.plannedAt, meeting.booked],
  )
  await client.query(
    `INSERT INTO meeting_attendances (community_id, meeting_id, resident_id, unit_id, way, marked_by_name, at)
     SELECT $1, $2, resident_id, unit_id, CASE WHEN n % 6 = 0 THEN 'hand' ELSE 'code' END, CASE WHEN n % 6 = 0 THEN '前台' END,
       $3::timestamptz - interval '10 minutes' + n * interval '40 seconds'
     FROM (${GUESTS}) AS guests WHERE n <= $4`,
    [communityId, meetingId, meeting.startsAt, meeting.came ?? 0],
  )
}

async function raise(
  client: pg.ClientBase,
  random: Random,
  place: Place,
  meetingId: string,
  { points = [], followed }: Meeting,
  endsAt: Date,
): Promise<void> {
  for (const [index, { text, answer }] of points.entries())
    await client.query(
      `INSERT INTO meeting_points (community_id, id, meeting_id, text, answer, answered_by, answered_by_name, answered_at, written_by_name,
         created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        place.id,
        random.id(endsAt),
        meetingId,
        text,
        answer ?? null,
        answer ? place.staffId : null,
        answer ? place.staff : null,
        answer ? new Date(endsAt.getTime() + 5 * DAY) : null,
        place.staff,
        new Date(endsAt.getTime() + index * 60_000),
      ],
    )
  if (!followed) return
  await client.query(
    `WITH found AS (
       SELECT k.id, k.description, k.reporter_resident_id FROM cases k
       WHERE k.community_id = $1 AND k.kind = 'complaint' AND k.open AND k.reporter_resident_id IS NOT NULL ORDER BY k.reported_at, k.id LIMIT 1
     ), raised AS (
       INSERT INTO meeting_points (community_id, id, meeting_id, text, raised_by, written_by_name, created_at)
       SELECT $1, $2, $3, left(description, 300), reporter_resident_id, $4, $5 FROM found RETURNING id, community_id)
     INSERT INTO meeting_point_cases (community_id, point_id, case_id, created_at)
     SELECT raised.community_id, raised.id, found.id, $5 FROM raised, found`,
    [place.id, random.id(endsAt), meetingId, place.staff, new Date(endsAt.getTime() + HOUR)],
  )
}
