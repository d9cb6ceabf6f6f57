import { demonstrationTemplates } from '@yinuo/wechat-sandbox'
import { randomUUID } from 'node:crypto'
import { tellMany } from '../src/modules/messages/index.ts'
import { newId } from '../src/platform/clock/index.ts'
import { WorkerDatabase } from '../src/platform/database/index.ts'
import type { TestApp } from './app.ts'
import { WHOLE } from './notice-desk.ts'
import type { TestCommunity } from './world.ts'

const NOTICE = demonstrationTemplates['notice']!

interface Member {
  openid: string
  phone: string
  /** messages this person allowed, before any was sent */
  accepted: number
}

/** Many residents of one community who allowed notices, and notices that go out to all of them. */
export class Crowd {
  readonly #app: TestApp
  readonly #community: TestCommunity
  readonly members: readonly Member[]

  private constructor(app: TestApp, community: TestCommunity, members: readonly Member[]) {
    this.#app = app
    this.#community = community
    this.members = members
  }

  /** @param accepted how many messages somebody allowed, by their number */
  static async gather(
    app: TestApp,
    community: TestCommunity,
    size: number,
    accepted: (number: number) => number = () => 1,
  ): Promise<Crowd> {
    const run = randomUUID().slice(0, 8)
    const members = Array.from({ length: size }, (_, number) => ({
      openid: `oCrowd-${run}-${number}`,
      phone: `136${String(number).padStart(8, '0')}`,
      accepted: accepted(number),
    }))
    await app.owner.query(
      `WITH people AS (
         SELECT uuidv7() AS account, uuidv7() AS resident, uuidv7() AS unit, p.*
         FROM jsonb_to_recordset($3::jsonb) AS p (openid text, phone text, accepted int)
       ), a AS (
         INSERT INTO accounts (id, openid, name, created_at) SELECT account, openid, '住户', $4 FROM people
       ), u AS (
         INSERT INTO units (community_id, id, building_id, entrance, floor, number, label, use, state, area_square_centimetres)
         SELECT $1, unit, $2, '1单元', 1, openid, openid, 'dwelling', 'occupied', 986000 FROM people
       ), r AS (
         INSERT INTO residents (community_id, id, name, phone, account_id) SELECT $1, resident, '住户', phone, account FROM people
       ), h AS (
         INSERT INTO residencies (community_id, id, unit_id, resident_id, role, valid_from)
         SELECT $1, uuidv7(), unit, resident, 'owner', '2020-01-01' FROM people
       )
       INSERT INTO message_grants (id, openid, template, client_ask, source, granted_at)
       SELECT uuidv7(), openid, 'notice', 'crowd ' || n, 'client', $4 FROM people, generate_series(1, accepted) n`,
      [community.id, community.buildingId, JSON.stringify(members), app.clock.now()],
    )
    const { phones, grants } = app.sandbox.world
    for (const { openid, phone, accepted: times } of members) {
      phones.add({ id: openid, openid, phoneNumber: phone })
      for (let time = 0; time < times; time++) grants.answer(openid, NOTICE, 'accept', false)
    }
    return new Crowd(app, community, members)
  }

  /** Publishes a notice and has it told to all, by whoever works. @returns its id */
  async tell({ urgent = false, title = '停水通知' }: { urgent?: boolean; title?: string } = {}): Promise<string> {
    const now = this.#app.clock.now()
    const id = newId(now)
    const communityId = this.#community.id
    await this.#app.owner.query(
      `INSERT INTO notices (community_id, id, category, title, body, audience, state, edition, told_edition, written_by,
         written_by_name, published_at, created_at, updated_at)
       VALUES ($1, $2, 'affairs', $3, '请提前储水。', $4, 'published', 1, 1, $2, '', $5, $5, $5)`,
      [communityId, id, title, JSON.stringify(WHOLE), now],
    )
    const act = {
      actor: { kind: 'system' as const, id: null, name: '系统' },
      reach: { communities: [communityId], companies: [] },
      now,
      traceId: 'test',
      address: null,
      idempotency: null,
    }
    await this.#app.nest.get(WorkerDatabase).transaction((tx) =>
      tellMany(tx, act, {
        communityId,
        kind: 'notice.published',
        businessKey: `notice:${id}:1`,
        audience: 'notice.all',
        aboutId: id,
        title,
        body: '请提前储水。',
        values: {},
        urgent,
      }),
    )
    return id
  }

  /** What arrived on each phone, by the sandbox's own book. */
  pushes(): number[] {
    const { inboxes } = this.#app.sandbox.world
    return this.members.map(({ openid }) => inboxes.of(openid).filter(({ kind }) => kind === 'push').length)
  }

  arrived(): number {
    return this.pushes().reduce((sum, count) => sum + count, 0)
  }

  texts(): number {
    const phones = new Set(this.members.map(({ phone }) => phone))
    return this.#app.sandbox.world.textMessages.all().filter(({ phoneNumber }) => phones.has(phoneNumber)).length
  }

  /** How often WeChat took a message from each of them: never more than they allowed. */
  spent(): { accepted: number; sent: number }[] {
    const book = new Map(this.#app.sandbox.world.grants.all().map((grant) => [`${grant.openid} ${grant.templateId}`, grant]))
    return this.members.map(({ openid, accepted }) => ({ accepted, sent: book.get(`${openid} ${NOTICE}`)?.sent ?? 0 }))
  }

  /** How the deliveries about a notice stand, by channel and state. */
  async standing(aboutId: string): Promise<Record<string, number>> {
    const { rows } = await this.#app.owner.query<{ what: string; count: number }>(
      `SELECT d.channel || ' ' || d.state AS what, count(*)::int AS count FROM broadcasts b
       JOIN messages m ON m.community_id = b.community_id AND m.broadcast_id = b.id
       JOIN deliveries d ON d.community_id = m.community_id AND d.message_id = m.id
       WHERE b.about_id = $1 GROUP BY what`,
      [aboutId],
    )
    return Object.fromEntries(rows.map(({ what, count }) => [what, count]))
  }
}
