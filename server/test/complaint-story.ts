import { expect } from '@jest/globals'
import type { ComplaintReceipt, ComplaintView, StandardPresetCode } from '@yinuo/contracts'
import { newId } from '../src/platform/clock/index.ts'
import { readyMadePosts } from '../src/modules/people/index.ts'
import type { TestApp } from './app.ts'
import type { Person } from './person.ts'
import type { TestCommunity } from './world.ts'

/** A community with a resident and those who look after complaints, and what they do. */
export class ComplaintStory {
  readonly #app: TestApp
  /** of the community's complaints */
  readonly path: string
  readonly community: TestCommunity
  readonly resident: Person
  readonly desk: Person
  readonly handler: Person
  readonly supervisor: Person
  readonly manager: Person
  readonly company: Person

  private constructor(app: TestApp, community: TestCommunity, people: [Person, Person, Person, Person, Person, Person]) {
    this.#app = app
    this.community = community
    ;[this.resident, this.desk, this.handler, this.supervisor, this.manager, this.company] = people
    this.path = `/communities/${community.id}/complaints`
  }

  /** Begins on Saturday noon. */
  static async begin(app: TestApp, preset: StandardPresetCode = 'B'): Promise<ComplaintStory> {
    app.clock.set('2026-11-21T04:00:00Z')
    const companyId = await app.world.company()
    for (const { code, name, permissions } of readyMadePosts)
      await app.owner.query('INSERT INTO posts (company_id, id, code, name, permissions) VALUES ($1, $2, $3, $4, $5)', [
        companyId,
        newId(app.clock.now()),
        code,
        name,
        permissions,
      ])
    const community = await app.world.community({ preset, companyId })
    const staff = (post: Parameters<typeof app.world.appoint>[2]) => app.world.staff(community, { post, skills: [] })
    return new ComplaintStory(app, community, [
      await app.world.resident(community),
      await staff('front-desk'),
      await staff('order-supervisor'),
      await staff('service-supervisor'),
      await staff('project-manager'),
      await staff('head-office'),
    ])
  }

  told(more: object = {}): object {
    const about = { sort: 'complaint', category: 'parking', urgency: 'routine', description: '消防通道总被车堵住' }
    return { ...about, fileIds: [], anonymous: false, ...more }
  }

  async report(more: object = {}): Promise<ComplaintReceipt> {
    const answer = await this.resident.post(this.path, this.told(more)).expect(201)
    await this.#app.deliver()
    return answer.body as ComplaintReceipt
  }

  async read(person: Person, { id }: { id: string }): Promise<ComplaintView> {
    return (await person.get(`${this.path}/${id}`).expect(200)).body as ComplaintView
  }

  /** Does one thing to a complaint at the version it has now, and waits for what follows. */
  async act(person: Person, { id }: { id: string }, action: string, body: object = {}): Promise<ComplaintReceipt> {
    const { version } = await this.read(person, { id })
    const seen = action === 'talk' ? {} : { version }
    const answer = await person.post(`${this.path}/${id}/${action}`, { ...seen, ...body })
    expect({ action, status: answer.status, body: answer.body as unknown }).toMatchObject({ status: 200 })
    await this.#app.deliver()
    return answer.body as ComplaintReceipt
  }

  async investigated(more: object = {}): Promise<ComplaintReceipt> {
    const complaint = await this.report(more)
    await this.act(this.desk, complaint, 'assign', { staffId: this.handler.staffId })
    return this.act(this.handler, complaint, 'investigate', { note: '今天去现场看' })
  }

  async inboxOf(person: Person): Promise<string[]> {
    const { body } = await person.get('/me/messages').expect(200)
    return (body as { items: { kind: string }[] }).items.map(({ kind }) => kind)
  }
}
