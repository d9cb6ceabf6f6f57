import type pg from 'pg'

/** A community as large as a part of the bench needs it. Its people and tokens are known by their numbers. */
export interface City {
  communityId: string
  openCases: number
  closedCases: number
  residents: number
  staff: number
}

export const residentToken = (number: number) => `bench-resident-${number}`
export const staffToken = (number: number) => `bench-staff-${number}`
export const idOf = (kind: number, number: number) => `0190b0b0-${String(kind).padStart(4, '0')}-7000-8000-${hex(number)}`

const hex = (number: number) => number.toString(16).padStart(12, '0')
const KIND = { company: 1, community: 2, building: 3, unit: 4, account: 5, resident: 6, staff: 7, post: 8, adoption: 9 }
const COMPANY = idOf(KIND.company, 1)
export const BUILDINGS = 40

const CHINESE_DIGITS = '零一二三四五六七八九'
/** Names have no digits, or a search would take them for a room. */
export const nameOf = (resident: number) => `住户${String(resident).replace(/\d/g, (digit) => CHINESE_DIGITS[Number(digit)]!)}`

export const COMMUNITY = idOf(KIND.community, 1)
export const unitOf = (resident: number) => idOf(KIND.unit, resident)

/** The id of row `n`, in SQL. */
const sqlId = (kind: number, n = 'n') =>
  `('0190b0b0-${String(kind).padStart(4, '0')}-7000-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`

/**
 * Fills an empty database by set-based SQL. Foreign keys are not asked while it fills (the rows are made to fit), so a
 * million cases take a minute and not ten.
 */
export async function build(client: pg.Client, figures: unknown, size: Omit<City, 'communityId'>): Promise<City> {
  await client.query(`SET session_replication_role = replica; SET synchronous_commit = off; SET maintenance_work_mem = '512MB'`)
  await buildPlace(client, figures, size.residents)
  await buildStaff(client, size.staff)
  await buildCases(client, size)
  await client.query('VACUUM (ANALYZE)')
  await client.query('CHECKPOINT')
  return { communityId: COMMUNITY, ...size }
}

async function buildPlace(client: pg.Client, figures: unknown, residents: number): Promise<void> {
  const slots = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: '08:00', until: '20:00' }))
  await client.query(`INSERT INTO companies (id, name) VALUES ($1, '一诺物业')`, [COMPANY])
  await client.query(
    `INSERT INTO communities (id, company_id, name, property_type, address, hotline)
     VALUES ($1, $2, '一诺花园', 'residential', '测试路 1 号', '010-12345678')`,
    [COMMUNITY, COMPANY],
  )
  await client.query(`INSERT INTO work_calendars (community_id, slots, observes_public_holidays) VALUES ($1, $2, true)`, [
    COMMUNITY,
    JSON.stringify(slots),
  ])
  await client.query(
    `INSERT INTO standard_adoptions (community_id, id, preset, figures, effective_from, reason, adopted_by_name, created_at)
     VALUES ($1, $2, 'B', $3, now() - interval '1 year', '开通', '系统', now())`,
    [COMMUNITY, idOf(KIND.adoption, 1), JSON.stringify(figures)],
  )
  await client.query(
    `INSERT INTO buildings (community_id, id, name, ordinal, plan_x, plan_y)
     SELECT $1, ${sqlId(KIND.building)}, n || '号楼', n, n * 20, n * 20 FROM generate_series(1, ${BUILDINGS}) n`,
    [COMMUNITY],
  )
  await client.query(
    `INSERT INTO units (community_id, id, building_id, entrance, floor, number, label, use, state, area_square_centimetres)
     SELECT $1, ${sqlId(KIND.unit)}, ${sqlId(KIND.building, `1 + n % ${BUILDINGS}`)}, '1单元', 1 + n % 30, n::text,
       (1 + n % ${BUILDINGS}) || '号楼1单元' || n, 'dwelling', 'occupied', 986000 FROM generate_series(1, $2::int) n`,
    [COMMUNITY, residents],
  )
  await client.query(
    `INSERT INTO accounts (id, openid, name, created_at)
     SELECT ${sqlId(KIND.account)}, 'oBench' || n, '住户' || n, now() FROM generate_series(1, $1::int) n`,
    [residents],
  )
  await client.query(
    `INSERT INTO residents (community_id, id, name, phone, account_id)
     SELECT $1, ${sqlId(KIND.resident)}, '住户' || translate(n::text, '0123456789', '${CHINESE_DIGITS}'), '138' || lpad(n::text, 8, '0'), ${sqlId(KIND.account)}
     FROM generate_series(1, $2::int) n`,
    [COMMUNITY, residents],
  )
  await client.query(
    `INSERT INTO residencies (community_id, id, unit_id, resident_id, role, valid_from)
     SELECT $1, uuidv7(), ${sqlId(KIND.unit)}, ${sqlId(KIND.resident)}, 'owner', '2020-01-01' FROM generate_series(1, $2::int) n`,
    [COMMUNITY, residents],
  )
  await client.query(
    `INSERT INTO sessions (id, token_hash, account_id, created_at, last_seen_at, expires_at, client)
     SELECT uuidv7(), sha256(convert_to('bench-resident-' || n, 'UTF8')), ${sqlId(KIND.account)}, now(), now(), now() + interval '30 days', 'miniprogram'
     FROM generate_series(1, $1::int) n`,
    [residents],
  )
}

async function buildStaff(client: pg.Client, staff: number): Promise<void> {
  await client.query(
    `INSERT INTO posts (company_id, id, code, name, permissions)
     VALUES ($1, $2, 'engineering-supervisor', '工程主管', '{repairs.read,repairs.dispatch,repairs.supervise,people.read,archive.read}')`,
    [COMPANY, idOf(KIND.post, 1)],
  )
  await client.query(
    `INSERT INTO staff (company_id, id, name, phone, login, skills)
     SELECT $1, ${sqlId(KIND.staff)}, '员工' || n, '139' || lpad(n::text, 8, '0'), 'staff' || n, '{plumbing}' FROM generate_series(1, $2::int) n`,
    [COMPANY, staff],
  )
  await client.query(
    `INSERT INTO staff_posts (company_id, community_id, staff_id, post_id)
     SELECT $1, $2, ${sqlId(KIND.staff)}, $3 FROM generate_series(1, $4::int) n`,
    [COMPANY, COMMUNITY, idOf(KIND.post, 1), staff],
  )
  await client.query(
    `INSERT INTO sessions (id, token_hash, staff_id, created_at, last_seen_at, expires_at, client)
     SELECT uuidv7(), sha256(convert_to('bench-staff-' || n, 'UTF8')), ${sqlId(KIND.staff)}, now(), now(), now() + interval '30 days', 'console'
     FROM generate_series(1, $1::int) n`,
    [staff],
  )
}

/** Open cases wait for their resolution, some days ahead; closed ones lie behind. Every second open one has an assignee. */
async function buildCases(client: pg.Client, { openCases, closedCases, residents, staff }: Omit<City, 'communityId'>) {
  await client.query(
    `INSERT INTO cases (community_id, id, number, kind, state, open, channel, category, urgency, description, place_kind,
       place_id, place_label, building_id, reporter_account_id, reporter_resident_id, reporter_name, reporter_phone,
       assignee_id, standard_adoption_id, due_at, due_clock, reported_at, closed_at, version)
     SELECT $1, uuidv7(-age), 'B' || n, 'repair', CASE WHEN NOT is_open THEN 'archived' WHEN n % 2 = 0 THEN 'accepted' ELSE 'reported' END,
       is_open, 'miniprogram', (ARRAY['water-leak', 'lighting', 'doors', 'lift'])[1 + n % 4],
       (ARRAY['routine', 'routine', 'urgent', 'emergency'])[1 + (n / 7) % 4],
       '厨房水槽下方的水管接口处一直在滴水，已经用盆接着，请尽快安排师傅上门查看。第 ' || n || ' 件', 'unit',
       ${sqlId(KIND.unit, 'who')}, (1 + who % ${BUILDINGS}) || '号楼1单元' || who, ${sqlId(KIND.building, `1 + who % ${BUILDINGS}`)},
       ${sqlId(KIND.account, 'who')}, ${sqlId(KIND.resident, 'who')}, '住户' || who, '138' || lpad(who::text, 8, '0'),
       CASE WHEN n % 2 = 0 THEN ${sqlId(KIND.staff, `1 + n % ${staff}`)} END, $2,
       CASE WHEN is_open THEN now() + interval '1 day' + (n % 100000) * interval '7 seconds' END,
       CASE WHEN is_open THEN 'resolve' END, now() - age, CASE WHEN NOT is_open THEN now() - age + interval '5 hours' END, 3
     FROM (SELECT n, n > $3::int AS is_open, 1 + n % $5::int AS who, ($3::int + $4::int - n) * interval '15 seconds' + interval '1 minute' AS age
           FROM generate_series(1, $3::int + $4::int) n) made`,
    [COMMUNITY, idOf(KIND.adoption, 1), closedCases, openCases, residents],
  )
  await client.query(`INSERT INTO repairs (community_id, case_id) SELECT community_id, id FROM cases`)
  await client.query(
    `INSERT INTO case_events (community_id, case_id, id, kind, at, actor_kind, actor_id, actor_name)
     SELECT community_id, id, uuidv7(reported_at - now()), 'opened', reported_at, 'resident', reporter_account_id, reporter_name FROM cases`,
  )
  await client.query(
    `INSERT INTO case_clocks (community_id, case_id, name, target_minutes, round_the_clock, started_at, due_at, ladder, steps, next_step_at)
     SELECT c.community_id, c.id, k.name, 1440, true, c.reported_at, c.due_at,
       '{warned,supervisor,project-manager,company}', ARRAY[c.due_at, c.due_at, c.due_at + interval '12 hours', c.due_at + interval '1 day'], c.due_at
     FROM cases c, (VALUES ('resolve'), ('progress')) AS k (name) WHERE c.open`,
  )
}
