import type pg from 'pg'
import type { Random } from '../random.ts'
import { garden } from './sites.ts'

const HOUR = 3_600_000
const MINUTE = 60_000

interface Opening {
  hoursAgo: number
  slips: number
  /** what stood on them, by the words of complaints told elsewhere; null: it could not be read */
  said: readonly (string | null)[]
}

/** One is due, one late, and one has slips left to be written down. */
const boxes: readonly { name: string; place: string; building?: string; everyDays?: number; openings: readonly Opening[] }[] = [
  {
    name: '大堂意见箱',
    place: '1号楼一层大堂信报箱旁',
    building: '1号楼',
    openings: [
      { hoursAgo: 168, slips: 0, said: [] },
      { hoursAgo: 1749, slips: 1, said: ['希望宠物便便箱多放几个。'] },
    ],
  },
  {
    name: '东门意见箱',
    place: '东门岗亭外墙',
    openings: [
      { hoursAgo: 259, slips: 2, said: ['电梯轿厢的扶手很黏，看得出几天没擦。', null] },
      { hoursAgo: 1559, slips: 1, said: ['保安小刘帮老人提菜上楼。'] },
    ],
  },
  {
    name: '活动室意见箱',
    place: '业主活动室门口',
    everyDays: 14,
    openings: [{ hoursAgo: 149, slips: 3, said: ['单元门口加一个快递置物架。'] }],
  },
]

/** What came by telephone instead. */
const byTelephone = [
  '5 号楼负一层垃圾桶三天没清，味道很大。',
  '地库 B 区灯一闪一闪。',
  '推销人员能进楼按门铃。',
  '前台打电话一直占线。',
]

const answered: readonly [hoursAgo: number, name: string, phone: string, question: string, answer: string][] = [
  [3, '赵先生', '13600010021', '装修押金什么时候退？', '验收合格后 7 个工作日内原路退回，带押金条到前台办理。'],
  [28, '未留名', '', '中心广场周末有活动吗？', '本周六上午 9 点便民服务日，磨刀、理发免费。'],
  [52, '孙女士', '13600010022', '想查一下车位还有没有空的', '南区还有 6 个可租，带行驶证到前台登记即可。'],
  [97, '李阿姨', '13600010023', '热水器能不能请你们师傅看看', '户内热水器请联系厂家售后，已告知品牌热线；管道问题我们可以上门。'],
]

interface Ground {
  id: string
  company_id: string
  adoption_id: string
  post_id: string
  desk: string
  desk_name: string
}

/** Hangs the boxes of 一诺花园, writes down its calls, and says of every community where its office is found. */
export async function hangBoxes(client: pg.ClientBase, random: Random, now: Date): Promise<void> {
  await client.query(
    `INSERT INTO contact_sheets (community_id, email, front_desk, official_account, committee, note, updated_at)
     SELECT id, 'fuwu@yinuo.example', '服务中心一层前台', '一诺物业服务', name || '业主监督委员会，每月第一个周三 19:00 在活动室',
       '夜间和节假日请拨打热线，紧急情况 15 分钟内到场。', $1 FROM communities`,
    [now],
  )
  const { rows } = await client.query<Ground>(
    `SELECT c.id, c.company_id, a.id AS adoption_id, p.post_id, s.id AS desk, s.name AS desk_name
     FROM communities c JOIN standard_adoptions a ON a.community_id = c.id JOIN staff s ON s.login = 'frontdesk'
     JOIN staff_posts p ON p.staff_id = s.id AND p.community_id = c.id
     WHERE c.name = $1 ORDER BY a.effective_from DESC LIMIT 1`,
    [garden.name],
  )
  const ground = rows[0]!
  const at = (hoursAgo: number) => new Date(now.getTime() - hoursAgo * HOUR)
  for (const { name, place, building, everyDays, openings } of boxes) {
    const since = at(2400)
    const boxId = random.id(since)
    await client.query(
      `INSERT INTO suggestion_boxes (community_id, id, name, place, post_id, every_days, since, building_id)
       VALUES ($1, $2, $3, $4, $5, $6, $7, (SELECT id FROM buildings WHERE community_id = $1 AND name = $8))`,
      [ground.id, boxId, name, place, ground.post_id, everyDays ?? null, since, building ?? null],
    )
    for (const opening of openings) await tellOpening(client, random, ground, boxId, opening, at(opening.hoursAgo))
  }
  await client.query(
    `UPDATE cases SET channel = 'telephone', registered_by = $3 WHERE community_id = $1 AND kind = 'complaint' AND description = ANY ($2)`,
    [ground.id, byTelephone, ground.desk],
  )
  for (const [index, [hoursAgo, ...call]] of answered.entries()) await tellCall(client, random, ground, call, at(hoursAgo), index)
}

async function tellOpening(
  client: pg.ClientBase,
  random: Random,
  { id: communityId, desk, desk_name: deskName }: Ground,
  boxId: string,
  { slips, said }: Opening,
  openedAt: Date,
): Promise<void> {
  const openingId = random.id(openedAt)
  await client.query(
    `INSERT INTO box_openings (community_id, id, box_id, building_id, opened_at, opened_by, opened_by_name, witness, slips, registered,
       created_at)
     SELECT $1, $2, id, building_id, $4, $5, $6, '业主代表 林女士', $7, $8, $4 FROM suggestion_boxes WHERE community_id = $1 AND id = $3`,
    [communityId, openingId, boxId, openedAt, desk, deskName, slips, said.length],
  )
  for (const [index, words] of said.entries()) {
    await client.query(
      `INSERT INTO box_slips (community_id, id, opening_id, ordinal, case_id, unreadable_because, registered_by, registered_by_name, registered_at)
       SELECT $1, $2, $3, $4, c.id, CASE WHEN c.id IS NULL THEN '被雨水浸湿，字迹看不清' END, $6, $7, $8
       FROM (SELECT 1) one LEFT JOIN cases c ON c.community_id = $1 AND c.kind = 'complaint' AND c.description = $5`,
      [communityId, random.id(openedAt), openingId, index + 1, words, desk, deskName, new Date(openedAt.getTime() + 20 * MINUTE)],
    )
    await client.query(
      `UPDATE cases SET channel = 'suggestion-box', registered_by = $3, reporter_name = '未留名', reporter_phone = NULL,
         reporter_account_id = NULL, reporter_resident_id = NULL, place_kind = 'community', place_id = NULL, place_label = $4,
         building_id = NULL
       WHERE community_id = $1 AND kind = 'complaint' AND description = $2`,
      [communityId, words, desk, garden.name],
    )
  }
}

async function tellCall(
  client: pg.ClientBase,
  random: Random,
  { id: communityId, adoption_id: adoptionId, desk, desk_name: deskName }: Ground,
  [name, phone, question, answer]: [string, string, string, string],
  at: Date,
  index: number,
): Promise<void> {
  const caseId = random.id(at)
  const number = `${at.toISOString().slice(2, 10).replaceAll('-', '')}-RX${String(index + 1).padStart(3, '2')}`
  await client.query(
    `INSERT INTO cases (community_id, id, number, kind, state, open, channel, category, urgency, description, place_kind, place_label,
       reporter_name, reporter_phone, registered_by, assignee_id, standard_adoption_id, reported_at, closed_at)
     VALUES ($1, $2, $3, 'consultation', 'closed', false, 'telephone', 'consultation', 'routine', $4, 'community', $5, $6, $7, $8, $8,
       $9, $10, $10)`,
    [communityId, caseId, number, question, garden.name, name, phone || null, desk, adoptionId, at],
  )
  const entries: string[] = []
  for (const [step, kind] of ['opened', 'reply', 'close'].entries()) {
    entries.push(random.id(at))
    await client.query(
      `INSERT INTO case_events (community_id, case_id, id, kind, at, actor_kind, actor_id, actor_name, content)
       VALUES ($1, $2, $3, $4, $5, 'staff', $6, $7, $8)`,
      [
        communityId,
        caseId,
        entries[step],
        kind,
        new Date(at.getTime() + step),
        desk,
        deskName,
        JSON.stringify(kind === 'reply' ? { text: answer } : {}),
      ],
    )
  }
  await client.query(
    'INSERT INTO consultations (community_id, case_id, last_at, last_entry_id, answered_at) VALUES ($1, $2, $3, $4, $3)',
    [communityId, caseId, at, entries[1]],
  )
}
