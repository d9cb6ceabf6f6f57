import { expect } from '@jest/globals'
import type { Causes, ImprovementView, Page, ProposalRow } from '@yinuo/contracts'
import { Propose } from '../src/modules/improvement/index.ts'
import type { TestApp } from './app.ts'
import type { Person } from './person.ts'
import type { TestCommunity } from './world.ts'

type Said = PromiseLike<{ status: number; body: unknown }>

/** What an answer holds; anything but the status looked for fails with what was said. */
export async function answered<Body>(request: Said, status = 200): Promise<Body> {
  const answer = await request
  expect({ status: answer.status, body: answer.body }).toMatchObject({ status })
  return answer.body as Body
}

/** A community with its causes, somebody who sees to improvement, and cases that are over. */
export class ImprovementStory {
  readonly #app: TestApp
  readonly path: string
  readonly community: TestCommunity
  readonly manager: Person
  readonly colleague: Person
  readonly resident: Person
  readonly neighbour: Person

  private constructor(app: TestApp, community: TestCommunity, people: [Person, Person, Person, Person]) {
    this.#app = app
    this.community = community
    ;[this.manager, this.colleague, this.resident, this.neighbour] = people
    this.path = `/communities/${community.id}`
  }

  static async begin(app: TestApp): Promise<ImprovementStory> {
    app.clock.set('2026-11-21T04:00:00Z')
    const community = await app.world.community({ companyId: await app.world.company() })
    await app.owner.query('CALL lay_causes($1)', [community.companyId])
    return new ImprovementStory(app, community, [
      await app.world.staff(community, { post: 'project-manager', skills: [] }),
      await app.world.staff(community, { permissions: ['improvement.read', 'improvement.edit'], skills: [] }),
      await app.world.resident(community),
      await app.world.resident(community),
    ])
  }

  async causeId(name: string): Promise<string> {
    const { items } = await answered<Causes>(this.manager.get(`${this.path}/causes`))
    return items.find((cause) => cause.name === name)!.id
  }

  async repair(by: Person = this.resident): Promise<string> {
    const place = { kind: 'unit', id: by.unitId }
    const told = { place, category: 'water-leak', urgency: 'routine', description: '厨房水管漏水', fileIds: [] }
    const { id } = await answered<{ id: string }>(by.post(`${this.path}/repairs`, told), 201)
    return this.#over(id, 'closed')
  }

  async complaint(by: Person = this.resident, more: object = {}): Promise<string> {
    const about = { sort: 'complaint', category: 'parking', urgency: 'routine', description: '消防通道总被堵', fileIds: [] }
    const told = { ...about, anonymous: false, ...more }
    const { id } = await answered<{ id: string }>(by.post(`${this.path}/complaints`, told), 201)
    return this.#over(id, 'archived')
  }

  async #over(id: string, state: string): Promise<string> {
    await this.#app.deliver()
    await this.#app.owner.query('UPDATE cases SET state = $2, open = false, closed_at = $3 WHERE id = $1', [
      id,
      state,
      this.#app.clock.now(),
    ])
    await this.#app.owner.query('UPDATE case_clocks SET next_step_at = NULL WHERE case_id = $1', [id])
    return id
  }

  name(caseId: string, causeId: string, by: Person = this.manager, note = ''): Said {
    return by.put(`${this.path}/cases/${caseId}/cause`, { causeId, note })
  }

  /** Repairs at the home of `by`, all for one cause. */
  async leaks(count: number, causeId: string, by: Person = this.resident): Promise<string[]> {
    const ids: string[] = []
    for (let at = 0; at < count; at++) {
      const id = await this.repair(by)
      await answered(this.name(id, causeId))
      ids.push(id)
    }
    return ids
  }

  /** One look of the job, and everything that follows from it. */
  async look(): Promise<number> {
    const made = await this.#app.nest.get(Propose).run()
    await this.#app.deliver()
    return made
  }

  async proposals(state = 'open'): Promise<ProposalRow[]> {
    return (await answered<Page<ProposalRow>>(this.manager.get(`${this.path}/improvement-proposals?state=${state}`))).items
  }

  plan(more: object = {}): object {
    const plan = { title: '更换老化立管', finding: '立管用了二十年', measure: '分三批更换', dueOn: '2026-12-31', target: 1 }
    return { ...plan, ownerId: this.colleague.staffId, ...more }
  }

  async opened(causeId: string, more: object = {}): Promise<ImprovementView> {
    return answered<ImprovementView>(
      this.manager.post(`${this.path}/improvements`, { ...this.plan(), causeId, days: 30, ...more }),
      201,
    )
  }

  /** Does one thing to an improvement at the version it has now, and waits for what follows. */
  async act(id: string, action: string, body: object = {}, by: Person = this.manager): Promise<ImprovementView> {
    const { version } = await this.read(id)
    const here = `${this.path}/improvements/${id}`
    const request =
      action === 'telling' ? by.put(`${here}/telling`, { version, ...body }) : by.post(`${here}/${action}`, { version, ...body })
    const view = await answered<ImprovementView>(request)
    await this.#app.deliver()
    return view
  }

  read(id: string): Promise<ImprovementView> {
    return answered<ImprovementView>(this.manager.get(`${this.path}/improvements/${id}`))
  }

  async inboxOf(person: Person): Promise<{ kind: string; title: string; body: string }[]> {
    return (await answered<Page<{ kind: string; title: string; body: string }>>(person.get('/me/messages?limit=100'))).items
  }
}
