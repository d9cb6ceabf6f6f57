import { randomUUID } from 'node:crypto'
import { expect } from '@jest/globals'
import type { ConversationReceipt, ConversationView } from '@yinuo/contracts'
import type { TestApp } from './app.ts'
import type { Person } from './person.ts'
import type { TestCommunity } from './world.ts'

/** A community with a resident and two of the front desk, and what they say to each other. */
export class ConversationStory {
  readonly #app: TestApp
  readonly community: TestCommunity
  readonly resident: Person
  readonly desk: Person
  readonly colleague: Person
  /** of the community's conversations */
  readonly path: string

  private constructor(app: TestApp, community: TestCommunity, [resident, desk, colleague]: [Person, Person, Person]) {
    this.#app = app
    this.community = community
    this.resident = resident
    this.desk = desk
    this.colleague = colleague
    this.path = `/communities/${community.id}/conversations`
  }

  /** Begins on Saturday noon; the office is open until 20:00. */
  static async begin(app: TestApp): Promise<ConversationStory> {
    app.clock.set('2026-11-21T04:00:00Z')
    const community = await app.world.community()
    const resident = await app.world.resident(community)
    const desk = await app.world.staff(community, { post: 'front-desk', skills: [] })
    const colleague = await app.world.staff(community, { post: 'front-desk', skills: [] })
    return new ConversationStory(app, community, [resident, desk, colleague])
  }

  question(text: string, more: object = {}): object {
    return { unitId: this.resident.unitId, text, fileIds: [], ...more }
  }

  async ask(text: string, more: object = {}): Promise<ConversationReceipt> {
    const answer = await this.resident.post(this.path, this.question(text, more))
    expect({ status: answer.status, body: answer.body as unknown }).toMatchObject({ status: 201 })
    await this.#app.deliver()
    return answer.body as ConversationReceipt
  }

  async read(person: Person, { id }: { id: string }): Promise<ConversationView> {
    return (await person.get(`${this.path}/${id}`).expect(200)).body as ConversationView
  }

  /** Does one thing to a conversation, and waits for what follows. */
  async act(person: Person, { id }: { id: string }, action: string, body: object = {}): Promise<{ id: string; number: string }> {
    const answer = await person.post(`${this.path}/${id}/${action}`, body, randomUUID())
    expect({ status: answer.status, body: answer.body as unknown }).toMatchObject({
      status: expect.any(Number),
      body: { id: expect.any(String) },
    })
    await this.#app.deliver()
    return answer.body as { id: string; number: string }
  }

  reply(conversation: { id: string }, text: string, fileIds: string[] = []): Promise<{ id: string }> {
    return this.act(this.desk, conversation, 'reply', { text, fileIds })
  }

  async told(person: Person): Promise<string[]> {
    const { body } = await person.get('/me/messages').expect(200)
    return (body as { items: { kind: string }[] }).items.map(({ kind }) => kind)
  }
}
