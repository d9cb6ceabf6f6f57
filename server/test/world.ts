import { randomUUID } from 'node:crypto'
import {
  permissions,
  type Permission,
  type PostCode,
  type Skill,
  type StandardFigures,
  type StandardPresetCode,
} from '@yinuo/contracts'
import type pg from 'pg'
import { newToken } from '../src/modules/access/index.ts'
import { figuresInForce } from '../src/modules/standards/index.ts'
import { newId } from '../src/platform/clock/index.ts'
import { Person } from './person.ts'
import type { TestClock } from './test-clock.ts'

export interface TestCommunity {
  id: string
  companyId: string
  name: string
  buildingId: string
}

const usualPermissions: Partial<Record<PostCode, Permission[]>> = {
  'project-manager': Object.keys(permissions).filter((permission) => permission !== 'repairs.work') as Permission[],
  'engineering-supervisor': [
    'repairs.read',
    'repairs.dispatch',
    'repairs.supervise',
    'people.read',
    'standards.read',
    'messages.read',
  ],
  'front-desk': [
    'repairs.read',
    'repairs.report',
    'conversations.answer',
    'archive.read',
    'applications.review',
    'codes.read',
    'codes.issue',
  ],
  engineer: ['repairs.work'],
}

/** Makes what a test needs and signs its people in. Everything it makes is in the tests' own company unless told otherwise. */
export class World {
  readonly #owner: pg.Pool
  readonly #clock: TestClock
  readonly #url: string
  #count = 0
  #company: Promise<string> | null = null

  constructor(owner: pg.Pool, clock: TestClock, url: string) {
    this.#owner = owner
    this.#clock = clock
    this.#url = url
  }

  async company(): Promise<string> {
    const id = newId(this.#clock.now())
    await this.#owner.query('INSERT INTO companies (id, name) VALUES ($1, $2)', [id, `物业公司${++this.#count}`])
    return id
  }

  /** A community with one building, an adopted standard and a calendar open 8–20 every day. */
  async community({
    preset = 'B',
    overrides = {},
    companyId,
  }: {
    preset?: StandardPresetCode
    overrides?: Partial<StandardFigures['repairs']>
    companyId?: string
  } = {}): Promise<TestCommunity> {
    const company = companyId ?? (await (this.#company ??= this.company()))
    const now = this.#clock.now()
    const id = newId(now)
    const buildingId = newId(now)
    const name = `小区${++this.#count}`
    const slots = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: '08:00', until: '20:00' }))
    await this.#owner.query(
      `WITH c AS (INSERT INTO communities (id, company_id, name, property_type, address, hotline) VALUES ($1, $2, $3, 'residential', '测试路 1 号', '010-12345678')),
       b AS (INSERT INTO buildings (community_id, id, name, ordinal, plan_x, plan_y) VALUES ($1, $4, '1号楼', 1, 100, 100)),
       w AS (INSERT INTO work_calendars (community_id, slots, observes_public_holidays) VALUES ($1, $5, false))
       INSERT INTO standard_adoptions (community_id, id, preset, overrides, figures, effective_from, reason, adopted_by_name, created_at)
       VALUES ($1, $6, $7, $8, $9, $10::timestamptz - interval '1 year', '开通', '系统', $10)`,
      [
        id,
        company,
        name,
        buildingId,
        JSON.stringify(slots),
        newId(now),
        preset,
        JSON.stringify({ repairs: overrides }),
        JSON.stringify(figuresInForce(preset, { repairs: overrides })),
        now,
      ],
    )
    return { id, companyId: company, name, buildingId }
  }

  async building(community: TestCommunity, name: string, x: number, y: number): Promise<string> {
    const id = newId(this.#clock.now())
    await this.#owner.query(
      'INSERT INTO buildings (community_id, id, name, ordinal, plan_x, plan_y) VALUES ($1, $2, $3, $4, $5, $6)',
      [community.id, id, name, ++this.#count, x, y],
    )
    return id
  }

  async unit(community: TestCommunity, buildingId: string = community.buildingId): Promise<{ id: string; label: string }> {
    const id = newId(this.#clock.now())
    const label = `1号楼1单元${100 + ++this.#count}`
    await this.#owner.query(
      `INSERT INTO units (community_id, id, building_id, entrance, floor, number, label, use, state, area_square_centimetres)
       VALUES ($1, $2, $3, '1单元', 1, $4, $5, 'dwelling', 'occupied', 986000)`,
      [community.id, id, buildingId, String(100 + this.#count), label],
    )
    return { id, label }
  }

  /** A resident with a home of their own, signed in from the mini-program. */
  async resident(
    community: TestCommunity,
    {
      unitId,
      role = 'owner',
      phone = `138${String(++this.#count).padStart(8, '0')}`,
    }: { unitId?: string; role?: string; phone?: string } = {},
  ): Promise<Person> {
    const now = this.#clock.now()
    const person = await this.stranger()
    const unit = unitId ?? (await this.unit(community)).id
    const residentId = newId(now)
    await this.#owner.query('INSERT INTO residents (community_id, id, name, phone, account_id) VALUES ($1, $2, $3, $4, $5)', [
      community.id,
      residentId,
      person.name,
      phone,
      person.accountId,
    ])
    await this.#owner.query(
      `INSERT INTO residencies (community_id, id, unit_id, resident_id, role, valid_from) VALUES ($1, $2, $3, $4, $5, '2020-01-01')`,
      [community.id, newId(now), unit, residentId, role],
    )
    return Object.assign(person, { unitId: unit, residentId })
  }

  /** A WeChat account that belongs nowhere yet, signed in. */
  async stranger(): Promise<Person> {
    const now = this.#clock.now()
    const accountId = newId(now)
    const name = `住户${++this.#count}`
    const openid = `oTest${randomUUID()}`
    await this.#owner.query('INSERT INTO accounts (id, openid, name, created_at) VALUES ($1, $2, $3, $4)', [
      accountId,
      openid,
      name,
      now,
    ])
    return new Person(this.#url, { name, accountId, openid, token: await this.#session({ accountId }) })
  }

  /** A member of staff holding a post, on duty unless told otherwise. */
  async staff(
    community: TestCommunity,
    {
      post = 'engineer',
      skills = ['plumbing'],
      onDuty = true,
      permissions: given,
      withPhone = true,
    }: { post?: PostCode; skills?: Skill[]; onDuty?: boolean; permissions?: Permission[]; withPhone?: boolean } = {},
  ): Promise<Person> {
    const now = this.#clock.now()
    const staffId = newId(now)
    const count = ++this.#count
    const name = `员工${count}`
    const openid = withPhone ? `oStaff${randomUUID()}` : null
    const accountId = openid ? newId(now) : null
    if (openid) {
      await this.#owner.query('INSERT INTO accounts (id, openid, name, created_at) VALUES ($1, $2, $3, $4)', [
        accountId,
        openid,
        name,
        now,
      ])
    }
    await this.#owner.query(
      'INSERT INTO staff (company_id, id, account_id, name, phone, login, skills) VALUES ($1, $2, $3, $4, $5, $6, $7)',
      [community.companyId, staffId, accountId, name, `139${String(count).padStart(8, '0')}`, `staff${count}`, skills],
    )
    await this.appoint(community, staffId, post, given)
    if (onDuty)
      await this.#owner.query('INSERT INTO duty_periods (community_id, id, staff_id, since) VALUES ($1, $2, $3, $4)', [
        community.id,
        newId(now),
        staffId,
        now,
      ])
    return new Person(this.#url, { name, staffId, accountId, openid, token: await this.#session({ staffId }) })
  }

  async appoint(community: TestCommunity, staffId: string, code: PostCode, given?: Permission[]): Promise<void> {
    const rights = given ?? usualPermissions[code] ?? []
    const postCode = given ? `${code}-${randomUUID()}` : code
    const { rows } = await this.#owner.query<{ id: string }>(
      `INSERT INTO posts (company_id, id, code, name, permissions) VALUES ($1, $2, $3, $3, $4)
       ON CONFLICT (company_id, code) DO UPDATE SET name = excluded.name RETURNING id`,
      [community.companyId, newId(this.#clock.now()), postCode, rights],
    )
    await this.#owner.query('INSERT INTO staff_posts (company_id, community_id, staff_id, post_id) VALUES ($1, $2, $3, $4)', [
      community.companyId,
      community.id,
      staffId,
      rows[0]!.id,
    ])
  }

  async #session({ accountId = null, staffId = null }: { accountId?: string | null; staffId?: string | null }): Promise<string> {
    const now = this.#clock.now()
    const { token, hash } = newToken()
    await this.#owner.query(
      `INSERT INTO sessions (id, token_hash, account_id, staff_id, created_at, expires_at) VALUES ($1, $2, $3, $4, $5, $5::timestamptz + interval '10 years')`,
      [newId(now), hash, accountId, staffId, now],
    )
    return token
  }
}
