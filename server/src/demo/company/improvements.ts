import type pg from 'pg'
import { PROPOSE } from '../../modules/improvement/index.ts'
import type { Random } from '../random.ts'
import { garden } from './sites.ts'

const DAY_MS = 86_400_000

/** Causes of no category, the usual first. */
const USUAL = ['自然老化', '维保不到位', '使用不当', '响应不及时', '沟通不清楚', '材料质量', '施工遗留']

/** Large communities: smaller figures would speak up every day. */
const RULES = `
  INSERT INTO repeat_rules (community_id, rule, cases, days)
  SELECT c.id, r.rule, r.cases, r.days FROM communities c
  CROSS JOIN (VALUES ('cause', 30, 30), ('building', 9, 30), ('place', 4, 60)) AS r (rule, cases, days)`

/** Of every hundred cases that are over so many have their cause named. */
const NAMED = 85

/**
 * Causes as a supervisor names them: the first few of a category again and again, the others now and then. `$2` a cause
 * something was done about at `$3`, and since then seldom; `$4` how many are named, `$5` causes of no category as they are usual. What is chosen follows from the case.
 */
const NAME = `
  INSERT INTO case_causes (community_id, case_id, company_id, cause_id, named_by, named_by_name, named_at)
  SELECT c.community_id, c.id, m.company_id, chosen.id, s.id, s.name, coalesce(c.closed_at, c.reported_at + interval '1 day')
  FROM cases c
  JOIN communities m ON m.id = c.community_id
  JOIN staff s ON s.login = 'supervisor'
  CROSS JOIN LATERAL (SELECT ('x' || substr(md5(c.id::text), 1, 6))::bit(24)::int % 100 AS named,
    (('x' || substr(md5(c.id::text), 9, 6))::bit(24)::int % 1000) / 1000.0 AS one,
    ('x' || substr(md5(c.id::text), 17, 6))::bit(24)::int % 100 AS other) lot
  CROSS JOIN LATERAL (
    SELECT array_agg(u.id ORDER BY u.category NULLS LAST, array_position($5::text[], u.name), u.name) AS ids FROM causes u
    WHERE u.company_id = m.company_id AND u.kind = c.kind AND (u.category IS NULL OR u.category = c.category)
      AND (u.name <> $2 OR c.reported_at < $3 OR lot.other < 20)) known
  CROSS JOIN LATERAL (SELECT known.ids[1 + floor(lot.one ^ 3 * cardinality(known.ids))::int] AS id) chosen
  WHERE c.state IN ('closed', 'followed-up', 'archived') AND c.kind IN ('repair', 'complaint') AND lot.named < $4 AND c.reported_at < $1
    AND NOT EXISTS (SELECT 1 FROM complaints k WHERE k.community_id = c.community_id AND k.case_id = c.id AND k.sort = 'praise')`

interface Told {
  cause: string
  title: string
  finding: string
  measure: string
  state: 'doing' | 'done' | 'checked'
  /** days ago */
  opened: number
  due: number
  done?: number
  checked?: number
  target: number
  said?: string
}

const improvements: readonly Told[] = [
  {
    cause: '接头松动',
    title: '厨卫水管接头全面紧固更换',
    finding: '连续两个月，三成以上漏水报修是接头松动，多在 2008 年交付的楼栋。',
    measure: '按楼栋逐户检查厨卫接头，老化的换成不锈钢波纹管，入户时做 0.6 MPa 试压。',
    state: 'checked',
    opened: 80,
    due: 50,
    done: 52,
    checked: 18,
    target: 3,
    said: '很多住户报修厨房、卫生间水管接头漏水，修过又漏。',
  },
  {
    cause: '异物堵塞',
    title: '下水立管分段疏通与滤网发放',
    finding: '低楼层厨房下水反复堵塞，多为油污和菜渣。',
    measure: '每季度高压疏通主立管一次，给一至三层住户发放厨房滤网。',
    state: 'done',
    opened: 45,
    due: 10,
    done: 9,
    target: 2,
  },
  {
    cause: '灯具寿命到期',
    title: '公共照明集中换装 LED',
    finding: '楼道灯和地库灯陆续到寿命，单个更换跟不上。',
    measure: '分三批换装 LED 灯具，先楼梯间、再地库、最后园区。',
    state: 'doing',
    opened: 40,
    due: 3,
    target: 2,
  },
]

const CASES_OF = `SELECT c.id FROM case_causes n JOIN cases c ON c.community_id = n.community_id AND c.id = n.case_id
  WHERE n.community_id = $1 AND n.cause_id = $2 AND c.reported_at > $3::timestamptz - interval '30 days' AND c.reported_at <= $3`

const OPEN = `
  WITH linked AS (${CASES_OF}), after AS (
    SELECT count(*) FROM case_causes n JOIN cases c ON c.community_id = n.community_id AND c.id = n.case_id
    WHERE n.community_id = $1 AND n.cause_id = $2 AND c.reported_at > greatest($13::timestamptz, $14::timestamptz - interval '30 days')
      AND c.reported_at <= $14
  ), opened AS (
    INSERT INTO improvements (community_id, id, number, company_id, cause_id, rule, title, finding, measure, owner_id, due_on,
      figure_at_opening, target, state, opened_at, opened_by_name, done_at, checked_at, effective, figure_before, figure_after)
    SELECT $1, $4, $5, m.company_id, $2, 'cause', $6, $7, $8, s.id, $9::date, (SELECT count(*) FROM linked), $10, $11, $3, s.name, $13,
      $14, CASE WHEN $14::timestamptz IS NOT NULL THEN true END,
      CASE WHEN $14::timestamptz IS NOT NULL THEN (SELECT count(*) FROM linked) END,
      CASE WHEN $14::timestamptz IS NOT NULL THEN (SELECT count FROM after) END
    FROM communities m JOIN staff s ON s.login = $12 WHERE m.id = $1
  )
  INSERT INTO improvement_cases (community_id, improvement_id, case_id) SELECT $1, $4, id FROM linked`

/** What was behind the cases of three months, what was done about it, and what of it residents read. */
export async function improve(client: pg.ClientBase, random: Random, now: Date): Promise<void> {
  const { rows: companies } = await client.query<{ id: string }>('SELECT id FROM companies')
  for (const { id } of companies) await client.query('CALL lay_causes($1)', [id])
  const ago = (days: number | undefined) => (days === undefined ? null : new Date(now.getTime() - days * DAY_MS))
  const [mended] = improvements
  await client.query(NAME, [now, mended!.cause, ago(mended!.done), NAMED, USUAL])
  await client.query(RULES)
  const { rows } = await client.query<{ id: string }>('SELECT id FROM communities WHERE name = $1', [garden.name])
  const communityId = rows[0]!.id
  for (const [at, each] of improvements.entries()) {
    const id = random.id(ago(each.opened)!)
    const { rows: found } = await client.query<{ id: string }>('SELECT id FROM causes WHERE name = $1', [each.cause])
    await client.query(OPEN, [
      communityId,
      found[0]!.id,
      ago(each.opened),
      id,
      `GJ${String(at + 1).padStart(4, '0')}`,
      each.title,
      each.finding,
      each.measure,
      ago(each.due),
      each.target,
      each.state,
      'supervisor',
      ago(each.done),
      ago(each.checked),
    ])
    await tellSteps(client, random, communityId, id, each, ago)
    if (each.said) await tellResidents(client, random, communityId, id, { ...each, said: each.said }, ago(each.done)!)
  }
  await client.query(PROPOSE, [now])
}

async function tellSteps(
  client: pg.ClientBase,
  random: Random,
  communityId: string,
  improvementId: string,
  { opened, done, checked, due }: Told,
  ago: (days: number | undefined) => Date | null,
): Promise<void> {
  const steps = [
    ['open', opened, `立项，${opened - due} 天内完成`],
    ['start', opened - 2, '开始实施：材料已到场'],
    ['finish', done, '已落实：全部完成并逐处复核'],
    ['check', checked, '验证有效：同类报修明显减少。'],
  ] as const
  for (const [kind, days, text] of steps) {
    const at = ago(days)
    if (at)
      await client.query(
        `INSERT INTO improvement_events (community_id, id, improvement_id, kind, text, by_name, at)
         SELECT $1, $2, $3, $4, $5, s.name, $6 FROM staff s WHERE s.login = 'supervisor'`,
        [communityId, random.id(at), improvementId, `improvement.${kind}`, text, at],
      )
  }
}

async function tellResidents(
  client: pg.ClientBase,
  random: Random,
  communityId: string,
  improvementId: string,
  { said, measure }: { said: string; measure: string },
  at: Date,
): Promise<void> {
  await client.query(
    `INSERT INTO improvement_tellings (community_id, improvement_id, said, changed, told_at, told_by_name, told)
     SELECT $1, $2, $3, $4, $5, s.name, (SELECT count(DISTINCT c.reporter_account_id) FROM improvement_cases x
       JOIN cases c ON c.community_id = x.community_id AND c.id = x.case_id WHERE x.community_id = $1 AND x.improvement_id = $2)
     FROM staff s WHERE s.login = 'supervisor'`,
    [communityId, improvementId, said, measure, at],
  )
  const { rows: linked } = await client.query<{ id: string }>(
    'SELECT case_id AS id FROM improvement_cases WHERE community_id = $1 AND improvement_id = $2 ORDER BY case_id',
    [communityId, improvementId],
  )
  for (const { id } of linked)
    await client.query(
      `INSERT INTO case_events (community_id, case_id, id, kind, at, actor_kind, actor_id, actor_name, content)
       SELECT $1, $2, $3, 'improved', $4, 'staff', s.id, s.name, jsonb_build_object('text', $5::text) FROM staff s WHERE s.login = 'supervisor'`,
      [communityId, id, random.id(at), at, measure],
    )
}
