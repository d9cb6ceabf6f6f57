import {
  ANONYMOUS,
  complaintDepartments,
  openComplaintStates,
  type ComplaintCategoryCode,
  type ComplaintFigures,
  type ComplaintSort,
} from '@yinuo/contracts'
import type pg from 'pg'
import { calendarFrom, CALENDAR_COLUMN, mostPressing, stopClock, type CalendarRow } from '../../modules/cases/index.ts'
import { clocksAtIntake } from '../../modules/complaints/index.ts'
import type { Random } from '../random.ts'
import { garden } from './sites.ts'

const HOUR_MS = 3_600_000
/** Every promise of this history was kept. */
const MOST_STEP_MS = 5 * HOUR_MS

/** How far it has come; the later ones have the earlier behind them. */
const way = ['registered', 'assigned', 'investigating', 'proposed', 'carrying-out', 'done', 'followed-up', 'archived'] as const

type Told = readonly [
  hoursAgo: number,
  sort: ComplaintSort,
  category: ComplaintCategoryCode,
  state: (typeof way)[number],
  text: string,
  solution: string,
  rating?: number,
]

/** What residents of 一诺花园 had to say in three months. */
const told: readonly Told[] = [
  [2, 'complaint', 'noise', 'registered', '楼上装修早上七点就开始电钻，周末也不停。', ''],
  [5, 'suggestion', 'greening', 'registered', '儿童游乐区旁边能不能种几棵遮阴的树？', ''],
  [9, 'complaint', 'parking', 'assigned', '3 号楼前的消防通道每晚都停满车，救护车进不来。', ''],
  [20, 'complaint', 'cleaning', 'investigating', '5 号楼负一层垃圾桶三天没清，味道很大。', ''],
  [
    26,
    'complaint',
    'facilities',
    'proposed',
    '2 号楼 2 单元电梯到 12 楼总要抖一下，老人不敢坐。',
    '请维保单位明天上午停梯检查导轨，结果当天贴在电梯里。',
  ],
  [
    50,
    'complaint',
    'security',
    'carrying-out',
    '东门夜里没人登记，外卖骑手直接骑进来。',
    '东门 22 点后改为双人值守，外卖车停在门外专用车位。',
  ],
  [74, 'praise', 'service', 'followed-up', '表扬保洁王阿姨，帮我把落在大堂的钱包送到家里。', '', 5],
  [
    120,
    'complaint',
    'charges',
    'done',
    '地下车位管理费涨了 20 元，没有看到通知。',
    '已核对：是漏贴公示。本月按原价收取，多收的退回，公示补贴在公告栏。',
  ],
  [150, 'suggestion', 'facilities', 'archived', '单元门口加一个快递置物架。', '', 4],
  [200, 'complaint', 'repairs', 'archived', '水管修过两次还是漏，师傅每次都说好了。', '换整段立管接头，工程主管到场验收。', 4],
  [
    260,
    'complaint',
    'cleaning',
    'archived',
    '电梯轿厢的扶手很黏，看得出几天没擦。',
    '改为每天两次擦拭并签到，签到表贴在轿厢。',
    5,
  ],
  [330, 'complaint', 'neighbours', 'archived', '隔壁把鞋柜放在公共走道，轮椅过不去。', '上门劝导并签了承诺书，鞋柜已搬进屋。', 5],
  [400, 'complaint', 'noise', 'archived', '楼下健身房深夜放音乐。', '与健身房约定 22 点后关音响，秩序员每晚巡查。', 3],
  [480, 'praise', 'repairs', 'archived', '张师傅雨夜来通下水道，收拾得干干净净。', '', 5],
  [560, 'complaint', 'parking', 'archived', '访客车位被业主长期占用。', '访客车位限停 4 小时，超时短信提醒。', 4],
  [640, 'complaint', 'service', 'archived', '前台打电话一直占线。', '午间增加一条线路，未接来电 15 分钟内回拨。', 4],
  [730, 'suggestion', 'parking', 'archived', '充电桩充满后请提醒车主挪车。', '', 4],
  [820, 'complaint', 'facilities', 'archived', '地库 B 区灯一闪一闪。', '更换 12 支灯管，每周检查一次。', 5],
  [930, 'complaint', 'greening', 'archived', '剪下来的树枝堆在路边两天。', '当天剪当天清，绿化主管签字。', 5],
  [1050, 'complaint', 'cleaning', 'archived', '顶楼楼道有烟头。', '楼道清扫增加到每天两次，张贴提示。', 4],
  [1200, 'complaint', 'security', 'archived', '推销人员能进楼按门铃。', '门岗核对访客预约，推销人员不放行。', 3],
  [1380, 'complaint', 'charges', 'archived', '水费分摊算不明白。', '附上每户分摊明细和公式，财务电话解释。', 4],
  [1560, 'praise', 'security', 'archived', '保安小刘帮老人提菜上楼。', '', 5],
  [1750, 'suggestion', 'cleaning', 'archived', '希望宠物便便箱多放几个。', '', 5],
  [2000, 'complaint', 'repairs', 'archived', '约好上午来修，下午四点才到。', '改约须提前两小时电话告知，纳入考核。', 2],
]

/** The one who would not say who they are, and the one everybody says is difficult. */
const UNNAMED = 5
const COMPLEX = 7

interface Ground {
  id: string
  name: string
  adoption_id: string
  figures: ComplaintFigures
  calendar: CalendarRow
  handler: { id: string; name: string }
  supervisor: { id: string; name: string }
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

/** Tells three months of complaints, suggestions and praise. */
export async function tellComplaints(client: pg.ClientBase, random: Random, now: Date): Promise<void> {
  const { rows: grounds } = await client.query<Ground>(
    `SELECT c.id, c.name, a.id AS adoption_id, a.figures -> 'complaints' AS figures, ${CALENDAR_COLUMN} AS calendar,
       (SELECT json_build_object('id', s.id, 'name', s.name) FROM staff s WHERE s.login = 'frontdesk') AS handler,
       (SELECT json_build_object('id', s.id, 'name', s.name) FROM staff s WHERE s.login = 'supervisor') AS supervisor
     FROM communities c JOIN standard_adoptions a ON a.community_id = c.id WHERE c.name = $1 ORDER BY a.effective_from DESC LIMIT 1`,
    [garden.name],
  )
  const ground = grounds[0]!
  const { rows: residents } = await client.query<Resident>(
    `SELECT r.id, r.account_id, r.name, r.phone, u.id AS unit_id, u.label, u.building_id
     FROM residents r JOIN residencies h ON h.community_id = r.community_id AND h.resident_id = r.id AND h.valid_until IS NULL
     JOIN units u ON u.community_id = h.community_id AND u.id = h.unit_id
     WHERE r.community_id = $1 ORDER BY r.account_id IS NULL, r.id DESC LIMIT $2`,
    [ground.id, told.length],
  )
  for (const [at, each] of told.entries()) await tellComplaint(client, random, ground, residents[at]!, each, now, at)
}

async function tellComplaint(
  client: pg.ClientBase,
  random: Random,
  ground: Ground,
  resident: Resident,
  [hoursAgo, sort, category, state, text, solution, rating]: Told,
  now: Date,
  at: number,
): Promise<void> {
  const start = new Date(now.getTime() - hoursAgo * HOUR_MS)
  const stages = stagesOf(sort, state)
  const step = Math.min(MOST_STEP_MS, (now.getTime() - start.getTime()) / (stages.length + 1))
  const instants = stages.map((_, index) => new Date(start.getTime() + step * index))
  const reached = (stage: (typeof way)[number]) => instants[stages.indexOf(stage)]
  const isUnnamed = at === UNNAMED
  const isComplex = at === COMPLEX
  const id = random.id(start)
  const promise = { figures: ground.figures, calendar: calendarFrom(ground.calendar), urgency: 'routine' as const, sort }
  const replied = reached('investigating')
  const solved = reached('proposed') ?? reached('done')
  const clocks = clocksAtIntake(promise, start).map((clock) => {
    const stop = clock.name === 'respond' ? (replied ?? solved) : solved
    return stop ? stopClock(clock, stop) : clock
  })
  const pressing = mostPressing(clocks)
  const isOpen = (openComplaintStates as readonly string[]).includes(state)
  await client.query(
    `INSERT INTO cases (community_id, id, number, kind, state, open, channel, category, urgency, description, place_kind, place_id,
       place_label, building_id, reporter_account_id, reporter_resident_id, reporter_name, reporter_phone, assignee_id,
       standard_adoption_id, due_at, due_clock, reported_at, closed_at)
     VALUES ($1, $2, $3, 'complaint', $4, $5, $6, $7, 'routine', $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22)`,
    [
      ground.id,
      id,
      `T${start.toISOString().slice(2, 10).replaceAll('-', '')}-TS${String(at + 1).padStart(3, '2')}`,
      state,
      isOpen,
      at % 6 === 3 ? 'code' : 'miniprogram',
      category,
      text,
      isUnnamed ? 'community' : 'unit',
      isUnnamed ? null : resident.unit_id,
      isUnnamed ? ground.name : resident.label,
      isUnnamed ? null : resident.building_id,
      isUnnamed ? null : resident.account_id,
      isUnnamed ? null : resident.id,
      isUnnamed ? ANONYMOUS : resident.name,
      isUnnamed ? null : resident.phone,
      state === 'registered' ? null : ground.handler.id,
      ground.adoption_id,
      pressing?.dueAt ?? null,
      pressing?.name ?? null,
      start,
      reached('followed-up') ?? null,
    ],
  )
  await client.query(
    `INSERT INTO complaints (community_id, case_id, sort, department, anonymous, complex_because, solution, solution_at, result, done_at, rating)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      ground.id,
      id,
      sort,
      complaintDepartments[category],
      isUnnamed,
      isComplex ? '要核对三个月的账目' : null,
      solved && solution ? solution : null,
      solved && solution ? solved : null,
      reached('done') ? '已照办，现场复核过。' : null,
      reached('done') ?? null,
      rating ?? null,
    ],
  )
  for (const clock of clocks)
    await client.query(
      `INSERT INTO case_clocks (community_id, case_id, name, target_minutes, round_the_clock, started_at, due_at, ladder, steps, next_step_at,
         breached_at, stopped_at)
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
        clock.breachedAt,
        clock.stoppedAt,
      ],
    )
  for (const [index, stage] of stages.entries()) {
    const event = eventOf(stage, { ground, solution, rating: rating ?? 5 })
    const by =
      event.by === 'resident'
        ? { id: isUnnamed ? null : resident.account_id, name: isUnnamed ? ANONYMOUS : resident.name }
        : ground[event.by]
    await client.query(
      `INSERT INTO case_events (community_id, case_id, id, kind, at, actor_kind, actor_id, actor_name, content)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        ground.id,
        id,
        random.id(instants[index]!),
        event.kind,
        instants[index],
        event.by === 'resident' ? 'resident' : 'staff',
        by.id,
        by.name,
        JSON.stringify(event.content),
      ],
    )
  }
}

/** A suggestion or praise is followed without a solution that somebody would have to accept. */
function stagesOf(sort: ComplaintSort, state: (typeof way)[number]) {
  const behind = way.slice(0, way.indexOf(state) + 1)
  return sort === 'complaint' ? behind : behind.filter((stage) => stage !== 'proposed' && stage !== 'carrying-out')
}

interface Event {
  kind: string
  by: 'resident' | 'handler' | 'supervisor'
  content: object
}

function eventOf(
  stage: (typeof way)[number],
  { ground, solution, rating }: { ground: Ground; solution: string; rating: number },
): Event {
  const events: Record<(typeof way)[number], Event> = {
    registered: { kind: 'opened', by: 'resident', content: {} },
    assigned: {
      kind: 'assign',
      by: 'supervisor',
      content: { assigneeId: ground.handler.id, assigneeName: ground.handler.name, departmentName: '', note: null },
    },
    investigating: { kind: 'investigate', by: 'handler', content: { note: '先到现场看，再和您联系。' } },
    proposed: { kind: 'propose', by: 'handler', content: { solution } },
    'carrying-out': { kind: 'accept-solution', by: 'resident', content: { note: null } },
    done: { kind: 'finish', by: 'handler', content: { result: '已照办，现场复核过。' } },
    'followed-up': { kind: 'rate', by: 'resident', content: { rating, comment: null } },
    archived: { kind: 'archive', by: 'supervisor', content: {} },
  }
  return events[stage]
}
