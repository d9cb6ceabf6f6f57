import type { NoticeCategory, OutageService } from '@yinuo/contracts'
import type pg from 'pg'
import type { Random } from '../random.ts'
import { centre, garden, plaza } from './sites.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

interface Told {
  at: string
  category: NoticeCategory
  title: string
  body: string
  state: 'draft' | 'submitted' | 'scheduled' | 'published' | 'withdrawn'
  daysAgo: number
  /** a building of the community it is for; none: all of it */
  building?: number
  pinned?: boolean
  correction?: string
  /** of ten readers */
  read?: number
}

const told: readonly Told[] = [
  {
    at: garden.name,
    category: 'safety',
    title: '冬季防火与电动车充电安全提示',
    body: '# 请您留意\n- 电动自行车请勿推入楼内充电，**地下车库西侧有 40 个充电位**\n- 楼道和安全出口不要堆放纸箱、家具\n- 外出前关闭取暖器和燃气阀门\n发现隐患请拨打 24 小时服务电话。',
    state: 'published',
    daysAgo: 3,
    pinned: true,
    read: 7,
  },
  {
    at: garden.name,
    category: 'construction',
    title: '3号楼外墙渗漏维修施工安排',
    body: '# 时间\n下周一至周五 8:30–11:30、14:00–17:30。\n# 配合事项\n- 施工期间请关好临街窗户\n- 楼下停车位临时封闭，请改停南区\n给您带来不便，敬请谅解。',
    state: 'published',
    daysAgo: 6,
    building: 3,
    correction: '施工改为下周二开始',
    read: 6,
  },
  {
    at: garden.name,
    category: 'governance',
    title: '第三季度公共收益收支公示',
    body: '本季度公共收益收入 ¥86,420.00，支出 ¥31,275.50，结余转入公共收益专户。\n明细张贴在各楼大堂，票据可到服务中心查阅。',
    state: 'published',
    daysAgo: 20,
    read: 5,
  },
  {
    at: garden.name,
    category: 'community',
    title: '周六上午便民服务日：磨刀、理发、家电清洗',
    body: '# 时间地点\n本周六 9:00–11:30，中心广场。\n- 磨刀、理发免费\n- 家电清洗按成本价，现场登记\n60 岁以上住户可提前电话预约。',
    state: 'published',
    daysAgo: 1,
    read: 4,
  },
  {
    at: garden.name,
    category: 'fees',
    title: '停车月卡续费方式调整',
    body: '自下月起，停车月卡可在服务中心或收费岗亭续费，**不另收手续费**。',
    state: 'withdrawn',
    daysAgo: 12,
    read: 3,
  },
  {
    at: garden.name,
    category: 'affairs',
    title: '冬季供暖注水试压通知',
    body: '# 时间\n后天 8:00–18:00。\n请家中留人，发现漏水立即关闭入户阀门并联系我们。',
    state: 'scheduled',
    daysAgo: 0,
  },
  {
    at: garden.name,
    category: 'affairs',
    title: '生活水箱清洗消毒安排',
    body: '下周三 22:00 至次日 5:00 清洗消毒，期间水压偏低，请提前储水。',
    state: 'submitted',
    daysAgo: 0,
  },
  {
    at: garden.name,
    category: 'community',
    title: '元旦联欢节目征集',
    body: '欢迎住户报名表演。报名方式待定。',
    state: 'draft',
    daysAgo: 0,
  },
  {
    at: plaza.name,
    category: 'safety',
    title: '商铺闭店前消防自查清单',
    body: '- 关闭燃气总阀\n- 切断非必要电源\n- 卷帘门下不堆放货物\n每晚 22:00 秩序员巡查，请予配合。',
    state: 'published',
    daysAgo: 5,
    read: 6,
  },
  {
    at: centre.name,
    category: 'construction',
    title: '客梯年检期间运行安排',
    body: '本周日 9:00–15:00 逐台年检，每次停一台，请错峰出行。',
    state: 'published',
    daysAgo: 2,
    read: 6,
  },
]

const cutOff: { at: string; service: OutageService; scope: string; cause: string; building: number } = {
  at: garden.name,
  service: 'water',
  scope: '2号楼全部住户',
  cause: '楼前给水支管漏水抢修',
  building: 2,
}

const PLACE = `
  SELECT c.id, (SELECT jsonb_build_object('whole', b.id IS NULL, 'buildings', to_jsonb(array_remove(ARRAY[b.id], NULL)), 'entrances', '[]'::jsonb,
      'units', '[]'::jsonb, 'roles', '[]'::jsonb)) AS audience,
    w.id AS writer_id, w.name AS writer, a.id AS approver_id, a.name AS approver
  FROM communities c
  LEFT JOIN LATERAL (SELECT id FROM buildings WHERE community_id = c.id AND ordinal = $2) b ON true
  CROSS JOIN (SELECT id, name FROM staff WHERE login = 'frontdesk') w CROSS JOIN (SELECT id, name FROM staff WHERE login = 'manager') a
  WHERE c.name = $1`

interface Place {
  id: string
  audience: object
  writer_id: string
  writer: string
  approver_id: string
  approver: string
}

/** What hangs on the boards: out, waiting, withdrawn, and a water pipe that is being mended right now. */
export async function hangNotices(client: pg.ClientBase, random: Random, now: Date): Promise<void> {
  for (const notice of told) await hang(client, random, now, notice)
  const place = await placeOf(client, cutOff.at, cutOff.building)
  if (!place) return
  const id = random.id(now)
  const startsAt = new Date(now.getTime() - 2 * HOUR)
  const until = new Date(now.getTime() + 5 * HOUR)
  await client.query(
    `INSERT INTO outages (community_id, id, service, scope, cause, audience, starts_at, expected_until, announced_by, announced_by_name,
       created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $7)`,
    [place.id, id, cutOff.service, cutOff.scope, cutOff.cause, place.audience, startsAt, until, place.writer_id, place.writer],
  )
  for (const [kind, text, hoursAgo] of [
    ['announced', cutOff.cause, 2],
    ['updated', '漏点已挖开，正在更换管件，已安排两处临时取水点。', 0.5],
  ] as const)
    await client.query(
      `INSERT INTO outage_updates (community_id, id, outage_id, kind, text, expected_until, written_by, written_by_name, at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [place.id, random.id(now), id, kind, text, until, place.writer_id, place.writer, new Date(now.getTime() - hoursAgo * HOUR)],
    )
}

async function placeOf(client: pg.ClientBase, name: string, building: number | undefined): Promise<Place | undefined> {
  return (await client.query<Place>(PLACE, [name, building ?? null])).rows[0]
}

async function hang(client: pg.ClientBase, random: Random, now: Date, notice: Told): Promise<void> {
  const place = await placeOf(client, notice.at, notice.building)
  if (!place) return
  const at = new Date(now.getTime() - notice.daysAgo * DAY - 3 * HOUR)
  const isOut = notice.state === 'published' || notice.state === 'withdrawn'
  const id = random.id(at)
  const title = notice.correction ? `${notice.title}（更正）` : notice.title
  const edition = isOut ? (notice.correction ? 2 : 1) : 0
  await client.query(
    `INSERT INTO notices (community_id, id, category, title, body, audience, pinned_until, state, edition, told_edition, written_by,
       written_by_name, submitted_by, submitted_by_name, decided_by, decided_by_name, scheduled_for, published_at, withdrawn_because,
       created_at, updated_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, least($9, 1), $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $19)`,
    [
      place.id,
      id,
      notice.category,
      title,
      notice.body,
      place.audience,
      notice.pinned ? new Date(now.getTime() + 14 * DAY) : null,
      notice.state,
      edition,
      place.writer_id,
      place.writer,
      notice.state === 'draft' ? null : place.writer_id,
      notice.state === 'draft' ? null : place.writer,
      isOut || notice.state === 'scheduled' ? place.approver_id : null,
      isOut || notice.state === 'scheduled' ? place.approver : null,
      notice.state === 'scheduled' ? new Date(now.getTime() + DAY) : null,
      isOut ? at : null,
      notice.state === 'withdrawn' ? '续费方式仍在与车场公司确认' : null,
      at,
    ],
  )
  for (let number = 1; number <= edition; number++)
    await client.query(
      `INSERT INTO notice_editions (community_id, notice_id, number, title, body, note, state, written_by, written_by_name,
         decided_by_name, written_at, published_at) VALUES ($1, $2, $3, $4, $5, $6, 'published', $7, $8, $9, $10, $10)`,
      [
        place.id,
        id,
        number,
        number === 1 ? notice.title : title,
        notice.body,
        number === 1 ? '' : notice.correction,
        place.writer_id,
        place.writer,
        place.approver,
        new Date(at.getTime() + (number - 1) * HOUR),
      ],
    )
  if (notice.read) await open(client, place.id, id, notice.read, at)
}

/** Some of those it is for have opened it, each at a time of their own. */
async function open(client: pg.ClientBase, communityId: string, noticeId: string, ofTen: number, at: Date): Promise<void> {
  await client.query(
    `INSERT INTO notice_reads (community_id, notice_id, account_id, edition, read_at)
     SELECT n.community_id, n.id, r.account_id, n.edition, $4::timestamptz + (hashtext(r.id::text) & 127) * interval '1 minute'
     FROM notices n JOIN residents r ON r.community_id = n.community_id AND r.account_id IS NOT NULL
     WHERE n.community_id = $1 AND n.id = $2 AND (hashtext(r.id::text || n.id::text) & 1023) % 10 < $3
       AND EXISTS (SELECT 1 FROM residencies h JOIN units u ON u.community_id = h.community_id AND u.id = h.unit_id
         WHERE h.community_id = r.community_id AND h.resident_id = r.id
           AND in_audience(n.audience, u.building_id, u.entrance, u.id, h.role))`,
    [communityId, noticeId, ofTen, at],
  )
}
