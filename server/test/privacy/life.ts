import { randomUUID } from 'node:crypto'
import type { RepairReceipt, RepairView, ResidenceApplication, ResidencyRole } from '@yinuo/contracts'
import type { TestApp } from '../app.ts'
import type { Person } from '../person.ts'
import type { TestCommunity } from '../world.ts'

export interface Life {
  person: Person
  role: ResidencyRole
  name: string
  phone: string
  openid: string
  /** what tells them apart: looked for in the whole database */
  words: string[]
  proof: string
  unused: string
}

const roles: readonly ResidencyRole[] = ['owner', 'family', 'tenant']

/** A community in which people leave traces of every kind. */
export class Neighbourhood {
  readonly #app: TestApp
  readonly community: TestCommunity
  readonly manager: Person
  readonly #engineer: Person
  #count = 0

  private constructor(app: TestApp, community: TestCommunity, [manager, engineer]: [Person, Person]) {
    this.#app = app
    this.community = community
    this.manager = manager
    this.#engineer = engineer
  }

  static async begin(app: TestApp): Promise<Neighbourhood> {
    const community = await app.world.community()
    const manager = await app.world.staff(community, { post: 'project-manager' })
    const engineer = await app.world.staff(community)
    return new Neighbourhood(app, community, [manager, engineer])
  }

  get path(): string {
    return `/communities/${this.community.id}`
  }

  /** Somebody who applied, reported, was noted, wrote, rated, parked and was called – and has nothing open any more. */
  async life(): Promise<Life> {
    const at = this.#count++
    const role = roles[at % roles.length]!
    const name = `欧阳${String.fromCodePoint(0x4e00 + at * 7, 0x5000 + at * 11)}`
    const phone = `136${String(50_000_000 + at * 137)}`
    const person = await this.#app.world.resident(this.community, { role, phone })
    const openid = person.openid!
    await this.#app.owner.query('UPDATE accounts SET name = $2, phone = $3, unionid = $4 WHERE id = $1', [
      person.accountId,
      name,
      phone,
      `u-${openid}`,
    ])
    await this.#app.owner.query('UPDATE residents SET name = $2 WHERE id = $1', [person.residentId, name])
    const life: Life = { person, role, name, phone, openid, words: [name, phone, openid], proof: '', unused: '' }
    life.proof = await this.#applied(life, at)
    life.unused = await person.photo(this.community.id)
    await this.#repaired(life)
    await this.#calledTheDesk(life)
    if (role === 'owner') await this.#invited(life)
    await this.#written(life)
    await this.#app.deliver()
    return life
  }

  /** Wants a second home, and is told yes or no. */
  async #applied({ person, name, phone }: Life, at: number): Promise<string> {
    const unit = await this.#app.world.unit(this.community)
    const proof = await person.photo(this.community.id)
    const wish = { unitId: unit.id, role: 'family', name, phone, note: `我是${name}，电话 ${phone}`, fileIds: [proof] }
    const { body } = await person.post(`${this.path}/residence-applications`, wish).expect(201)
    const { id } = body as ResidenceApplication
    if (at % 3 === 1)
      await this.manager.post(`${this.path}/residence-applications/${id}/reject`, { reason: `${name}不在产权证上` }).expect(200)
    if (at % 3 === 2) await this.manager.post(`${this.path}/residence-applications/${id}/approve`).expect(200)
    return proof
  }

  async #repaired({ person, name, phone }: Life): Promise<void> {
    const report = {
      place: { kind: 'unit', id: person.unitId },
      category: 'water-leak',
      urgency: 'routine',
      description: `水管漏水，请联系${name} ${phone}`,
      fileIds: [await person.photo(this.community.id)],
    }
    const { body } = await person.post(`${this.path}/repairs`, report).expect(201)
    const { id } = body as RepairReceipt
    await this.#app.deliver()
    await this.#act(this.#engineer, id, 'accept', {})
    await this.#act(this.#engineer, id, 'note', { text: `${name}说下午在家`, fileIds: [] })
    await this.#act(this.#engineer, id, 'arrive', { fileIds: [] })
    const after = await this.#engineer.photo(this.community.id)
    await this.#act(this.#engineer, id, 'finish', { text: `已换阀，${name}在场`, labourMinutes: 20, fileIds: [after] })
    await this.#act(person, id, 'confirm', { rating: 5, comment: `谢谢，${name}` })
  }

  /** Rings up, is written down by number, and thinks better of it. */
  async #calledTheDesk({ name, phone, person }: Life): Promise<void> {
    const report = {
      place: { kind: 'unit', id: person.unitId },
      category: 'taps',
      urgency: 'routine',
      description: '龙头滴水',
      fileIds: [],
      channel: 'telephone',
      reporter: { name, phone },
    }
    const { body } = await this.manager.post(`${this.path}/repairs`, report).expect(201)
    await this.#act(this.manager, (body as RepairReceipt).id, 'cancel', { reason: `${name}来电说修好了` })
  }

  async #invited({ person }: Life): Promise<void> {
    await person.post(`${this.path}/invitations`, { unitId: person.unitId, role: 'family', name: '客人' }).expect(201)
  }

  /** What other parts of the program write down, put where they put it. */
  async #written({ person, name, phone, openid }: Life): Promise<void> {
    const [community, now] = [this.community.id, this.#app.clock.now()]
    const run = (text: string, ...values: unknown[]) => this.#app.owner.query(text, values)
    await run(
      `INSERT INTO vehicles (community_id, id, unit_id, resident_id, kind, plate, description, valid_from) VALUES ($1, $2, $3, $4, 'car', $5, $6, '2024-01-01')`,
      community, randomUUID(), person.unitId, person.residentId, `沪A${phone.slice(-6)}`, `${name}的车`,
    ) // prettier-ignore
    await run(
      `INSERT INTO household_notes (community_id, id, unit_id, text, written_by, written_by_name, written_at) VALUES ($1, $2, $3, $4, $5, '客服', $6)`,
      community, randomUUID(), person.unitId, `${name}要求先打电话 ${phone}`, this.manager.staffId, now,
    ) // prettier-ignore
    await run(
      `INSERT INTO household_events (community_id, id, unit_id, kind, title, detail, begun_on, recorded_by_name, recorded_at)
       VALUES ($1, $2, $3, 'renovation', '装修', $4, '2025-05-01', '客服', $5)`,
      community, randomUUID(), person.unitId, `负责人${name}`, now,
    ) // prettier-ignore
    await run(
      `INSERT INTO message_grants (id, openid, template, client_ask, source, granted_at) VALUES ($1, $2, 'repair-progress', $3, 'client', $4)`,
      randomUUID(), openid, randomUUID(), now,
    ) // prettier-ignore
  }

  async #act(person: Person, id: string, action: string, body: object): Promise<void> {
    const { version } = (await person.get(`${this.path}/repairs/${id}`).expect(200)).body as RepairView
    const answer = await person.post(`${this.path}/repairs/${id}/${action}`, { version, ...body })
    if (answer.status !== 200) throw new Error(`${action}: ${answer.text}`)
    await this.#app.deliver()
  }
}
