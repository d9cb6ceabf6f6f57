import type { ConsultationFigures } from '@yinuo/contracts'
import type pg from 'pg'
import { calendarFrom, CALENDAR_COLUMN, stopClock, type CalendarRow } from '../../modules/cases/index.ts'
import { replyClock } from '../../modules/conversations/index.ts'
import type { Random } from '../random.ts'
import { phones } from './phones.ts'
import { garden } from './sites.ts'

const MINUTE_MS = 60_000

type Said = readonly [minutesAgo: number, by: 'resident' | 'staff', text: string]

/** What residents of 一诺花园 and its front desk said to each other; one of them still waits. */
const talks: readonly { said: readonly Said[]; closed?: boolean; rating?: number }[] = [
  { said: [[6, 'resident', '你好，今天下午三点有人送家具，货车可以从东门进吗？']] },
  {
    said: [
      [95, 'resident', '请问装修垃圾放在哪里？'],
      [88, 'staff', '您好，3 号楼北侧有临时堆放点，请装袋后放入，每周二、周五清运。'],
      [86, 'resident', '好的，谢谢'],
      [84, 'staff', '不客气，感谢配合。'],
    ],
  },
  {
    said: [
      [240, 'resident', '家里有老人，想借一下轮椅'],
      [231, 'staff', '可以的，前台有两辆，凭身份证登记就能借，当天归还即可。'],
    ],
  },
  {
    said: [
      [1500, 'resident', '这个月停水通知的时间改了吗？'],
      [1491, 'staff', '改到周三 9:00–17:00，公告已更新。'],
      [1489, 'resident', '看到了'],
    ],
    closed: true,
    rating: 5,
  },
  {
    said: [
      [2900, 'resident', '快递柜满了怎么办？'],
      [2885, 'staff', '已联系快递公司清理，今晚会空出来一半。'],
    ],
    closed: true,
    rating: 4,
  },
  {
    said: [
      [4300, 'resident', '物业费可以开发票吗？'],
      [4288, 'staff', '可以，缴费后在前台开，电子发票次日发到您的邮箱。'],
    ],
    closed: true,
    rating: 5,
  },
  {
    said: [
      [5800, 'resident', '楼下晚上跳广场舞声音太大了'],
      [5779, 'staff', '秩序员已去提醒，21:30 后不再放音乐。'],
    ],
    closed: true,
    rating: 3,
  },
  {
    said: [
      [7300, 'resident', '想给孩子办一张门禁卡'],
      [7290, 'staff', '请带孩子身份证到前台，当场办好。'],
    ],
    closed: true,
  },
  {
    said: [
      [8700, 'resident', '地库的充电桩什么时候修好？'],
      [8676, 'staff', '配件周五到，周六恢复，修好后会发公告。'],
    ],
    closed: true,
    rating: 4,
  },
  {
    said: [
      [10_200, 'resident', '周末能预约会客厅吗？'],
      [10_191, 'staff', '可以，周六上午还空着，已为您留到 10 点。'],
    ],
    closed: true,
    rating: 5,
  },
  {
    said: [
      [11_600, 'resident', '车位线看不清了'],
      [11_584, 'staff', '已安排重新划线，本周内完成。'],
    ],
    closed: true,
  },
  {
    said: [
      [13_100, 'resident', '请问前台几点下班？'],
      [13_096, 'staff', '每天 20:00 下班，夜间请拨打服务热线。'],
    ],
    closed: true,
    rating: 5,
  },
]

interface Ground {
  id: string
  adoption_id: string
  figures: ConsultationFigures
  calendar: CalendarRow
  desk: { id: string; name: string }
}

interface Resident {
  id: string
  account_id: string | null
  name: string
  phone: string
  unit_id: string
  label: string
  building_id: string
}

/** Tells the conversations of the demonstration, and words the quick replies of every community. */
export async function tellConversations(client: pg.ClientBase, random: Random, now: Date): Promise<void> {
  await client.query(
    'DO $$ DECLARE c uuid; BEGIN FOR c IN SELECT id FROM communities LOOP CALL lay_quick_replies(c); END LOOP; END $$',
  )
  const { rows: grounds } = await client.query<Ground>(
    `SELECT c.id, a.id AS adoption_id, a.figures -> 'consultations' AS figures, ${CALENDAR_COLUMN} AS calendar,
       (SELECT json_build_object('id', s.id, 'name', s.name) FROM staff s WHERE s.login = 'frontdesk') AS desk
     FROM communities c JOIN standard_adoptions a ON a.community_id = c.id WHERE c.name = $1 ORDER BY a.effective_from DESC LIMIT 1`,
    [garden.name],
  )
  const ground = grounds[0]!
  const { rows: residents } = await client.query<Resident>(
    `SELECT r.id, r.account_id, r.name, r.phone, u.id AS unit_id, u.label, u.building_id
     FROM residents r JOIN residencies h ON h.community_id = r.community_id AND h.resident_id = r.id AND h.valid_until IS NULL
     JOIN units u ON u.community_id = h.community_id AND u.id = h.unit_id
     WHERE r.community_id = $1 AND r.name <> $2
     ORDER BY r.phone <> $3, r.account_id IS NULL, r.id LIMIT $4`,
    [ground.id, phones.chen.name, phones.lin.phone, talks.length],
  )
  for (const [at, talk] of talks.entries()) await tellTalk(client, random, ground, residents[at]!, talk, now, at)
}

async function tellTalk(
  client: pg.ClientBase,
  random: Random,
  ground: Ground,
  resident: Resident,
  { said, closed = false, rating = null }: { said: readonly Said[]; closed?: boolean; rating?: number | null },
  now: Date,
  at: number,
): Promise<void> {
  const instants = said.map(([minutesAgo]) => new Date(now.getTime() - minutesAgo * MINUTE_MS))
  const [first, last] = [instants[0]!, instants.at(-1)!]
  const id = random.id(first)
  const answeredAt = instants[said.findIndex(([, by]) => by === 'staff')] ?? null
  const state = closed ? 'closed' : said.at(-1)![1] === 'staff' ? 'answered' : answeredAt ? 'answered' : 'waiting'
  const started = replyClock({ figures: ground.figures, calendar: calendarFrom(ground.calendar), hotline: '' }, first)!
  const clock = answeredAt ? stopClock(started, answeredAt) : started
  const number = `${first.toISOString().slice(2, 10).replaceAll('-', '')}-ZX${String(at + 1).padStart(3, '2')}`
  await client.query(
    `INSERT INTO cases (community_id, id, number, kind, state, open, channel, category, urgency, description, place_kind, place_id,
       place_label, building_id, reporter_account_id, reporter_resident_id, reporter_name, reporter_phone, assignee_id,
       standard_adoption_id, due_at, due_clock, reported_at, closed_at)
     VALUES ($1, $2, $3, 'consultation', $4, $5, 'miniprogram', 'consultation', 'routine', $6, 'unit', $7, $8, $9, $10, $11, $12, $13, $14,
       $15, $16, $17, $18, $19)`,
    [
      ground.id,
      id,
      number,
      state,
      !closed,
      said[0]![2],
      resident.unit_id,
      resident.label,
      resident.building_id,
      resident.account_id,
      resident.id,
      resident.name,
      resident.phone,
      answeredAt && ground.desk.id,
      ground.adoption_id,
      answeredAt ? null : clock.dueAt,
      answeredAt ? null : clock.name,
      first,
      closed ? new Date(last.getTime() + 20 * MINUTE_MS) : null,
    ],
  )
  const entries = said.map(([, by, text], index) => ({
    id: random.id(instants[index]!),
    at: instants[index]!,
    by,
    kind: index === 0 ? 'opened' : by === 'staff' ? 'reply' : 'ask',
    content: index === 0 ? {} : { text },
  }))
  for (const entry of entries)
    await client.query(
      `INSERT INTO case_events (community_id, case_id, id, kind, at, actor_kind, actor_id, actor_name, content)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        ground.id,
        id,
        entry.id,
        entry.kind,
        entry.at,
        entry.by,
        entry.by === 'staff' ? ground.desk.id : resident.account_id,
        entry.by === 'staff' ? ground.desk.name : resident.name,
        JSON.stringify(entry.content),
      ],
    )
  await client.query(
    `INSERT INTO consultations (community_id, case_id, last_at, last_entry_id, desk_unread, resident_seen_at, answered_at, rating)
     VALUES ($1, $2, $3, $4, $5, $3, $6, $7)`,
    [ground.id, id, last, entries.at(-1)!.id, answeredAt ? 0 : said.length, answeredAt, rating],
  )
  await client.query(
    `INSERT INTO case_clocks (community_id, case_id, name, target_minutes, round_the_clock, started_at, due_at, ladder, steps, next_step_at,
       stopped_at, breached_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      ground.id,
      id,
      clock.name,
      clock.targetMinutes,
      clock.roundTheClock,
      clock.startedAt,
      clock.dueAt,
      clock.ladder,
      clock.steps,
      clock.nextStepAt,
      clock.stoppedAt,
      clock.breachedAt,
    ],
  )
}
