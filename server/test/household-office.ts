import type { AddPerson, Household, HouseholdPerson, KeptRow, Me } from '@yinuo/contracts'
import type { TestApp } from './app.ts'
import type { Person } from './person.ts'
import type { TestCommunity } from './world.ts'

/** The office of a community at work on its households: who keeps the archive, who only reads it, and those of another community. */
export class HouseholdOffice {
  readonly #app: TestApp
  readonly community: TestCommunity
  readonly elsewhere: TestCommunity
  readonly clerk: Person
  readonly reader: Person
  readonly stranger: Person
  #phones = 0

  private constructor(app: TestApp, communities: [TestCommunity, TestCommunity], people: [Person, Person, Person]) {
    this.#app = app
    ;[this.community, this.elsewhere] = communities
    ;[this.clerk, this.reader, this.stranger] = people
  }

  static async open(app: TestApp): Promise<HouseholdOffice> {
    const { world } = app
    const community = await world.community()
    const elsewhere = await world.community()
    const clerk = await world.staff(community, { permissions: ['archive.read', 'archive.edit'] })
    const reader = await world.staff(community, { permissions: ['archive.read'] })
    const stranger = await world.staff(elsewhere, { permissions: ['archive.read', 'archive.edit'] })
    return new HouseholdOffice(app, [community, elsewhere], [clerk, reader, stranger])
  }

  here(path: string): string {
    return `/communities/${this.community.id}/${path}`
  }

  there(path: string): string {
    return `/communities/${this.elsewhere.id}/${path}`
  }

  newPhone(): string {
    return `136${String(++this.#phones).padStart(8, '0')}`
  }

  someone(more: Partial<AddPerson> = {}): AddPerson {
    return { name: '林小宝', phone: this.newPhone(), role: 'family', validFrom: '2026-01-01', ...more }
  }

  async read(unitId: string): Promise<Household> {
    return (await this.reader.get(this.here(`households/${unitId}`)).expect(200)).body as Household
  }

  async named(unitId: string, name: string): Promise<HouseholdPerson> {
    return (await this.read(unitId)).people.find((person) => person.name === name)!
  }

  /** @returns the id of the residency */
  async add(unitId: string, more: Partial<AddPerson> = {}): Promise<string> {
    const answer = await this.clerk.post(this.here(`households/${unitId}/people`), this.someone(more)).expect(201)
    return (answer.body as KeptRow).id
  }

  async audited(subjectId: string): Promise<{ action: string; before: object | null; after: object | null }[]> {
    const { rows } = await this.#app.owner.query<{ action: string; before: object | null; after: object | null }>(
      'SELECT action, before, after FROM audit_entries WHERE subject_id = $1 ORDER BY id',
      [subjectId],
    )
    return rows
  }
}

export const homesOf = async (who: Person) => ((await who.get('/me').expect(200)).body as Me).homes
export const codeOf = (answer: { body: unknown }) => (answer.body as { code?: string }).code
export const faultsOf = (answer: { body: unknown }) =>
  (answer.body as { errors: { field: string }[] }).errors.map(({ field }) => field)
