import { randomUUID } from 'node:crypto'
import { expect } from '@jest/globals'
import type { RepairReceipt, RepairView } from '@yinuo/contracts'
import type { TestApp } from './app.ts'
import type { Person } from './person.ts'
import type { TestCommunity } from './world.ts'

/** A community with a resident, an engineer and a supervisor, and what they do to repairs. */
export class RepairStory {
  readonly #app: TestApp
  readonly community: TestCommunity
  readonly resident: Person
  readonly engineer: Person
  readonly supervisor: Person
  /** of the community's repairs */
  readonly path: string

  private constructor(app: TestApp, community: TestCommunity, people: [Person, Person, Person]) {
    this.#app = app
    this.community = community
    ;[this.resident, this.engineer, this.supervisor] = people
    this.path = `/communities/${community.id}/repairs`
  }

  /** Begins on Saturday noon; the engineer is a plumber on duty. */
  static async begin(app: TestApp, preset: 'A' | 'B' | 'C' = 'B'): Promise<RepairStory> {
    app.clock.set('2026-11-21T04:00:00Z')
    const community = await app.world.community({ preset })
    const resident = await app.world.resident(community)
    const engineer = await app.world.staff(community)
    const supervisor = await app.world.staff(community, { post: 'engineering-supervisor', skills: [] })
    return new RepairStory(app, community, [resident, engineer, supervisor])
  }

  /** What a resident sends about a leaking pipe at home. */
  leak(more: object = {}): object {
    const place = { kind: 'unit', id: this.resident.unitId }
    return { place, category: 'water-leak', urgency: 'routine', description: '厨房水管漏水', fileIds: [], ...more }
  }

  async report(more: object = {}): Promise<RepairReceipt> {
    const answer = await this.resident.post(this.path, this.leak(more)).expect(201)
    await this.#app.deliver()
    return answer.body as RepairReceipt
  }

  async read(person: Person, { id }: { id: string }): Promise<RepairView> {
    return (await person.get(`${this.path}/${id}`).expect(200)).body as RepairView
  }

  /** Does one thing to a repair at the version it has now, and waits for what follows. */
  async act(person: Person, repair: { id: string }, action: string, body: object = {}): Promise<RepairReceipt> {
    const { version } = await this.read(person, repair)
    const answer = await person.post(`${this.path}/${repair.id}/${action}`, { version, ...body }, randomUUID())
    expect({ status: answer.status, body: answer.body as unknown }).toMatchObject({ status: 200 })
    await this.#app.deliver()
    return answer.body as RepairReceipt
  }

  /** Reported, accepted, mended and waiting for the reporter's word. */
  async untilDone(): Promise<RepairReceipt> {
    const repair = await this.report()
    await this.act(this.engineer, repair, 'accept')
    await this.act(this.engineer, repair, 'arrive', { fileIds: [] })
    const photo = await this.engineer.photo(this.community.id)
    return this.act(this.engineer, repair, 'finish', { text: '更换角阀', labourMinutes: 30, fileIds: [photo] })
  }
}
