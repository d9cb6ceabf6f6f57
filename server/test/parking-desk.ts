import type { Kept, Page, SpaceDraft, SpaceRow, UnitRow, VehicleDraft, VehicleRow } from '@yinuo/contracts'
import type { TestApp } from './app.ts'
import type { Person } from './person.ts'
import type { TestCommunity } from './world.ts'

interface Refused {
  code: string
  detail: string
  errors: { field: string }[]
}
export const refusalOf = ({ body }: { body: unknown }) => body as Refused

/** The office of a community at its parking spaces and vehicles, on 21 November 2026. */
export class ParkingDesk {
  readonly #app: TestApp
  readonly community: TestCommunity
  readonly elsewhere: TestCommunity
  readonly here: string
  readonly clerk: Person
  #count = 0

  private constructor(app: TestApp, community: TestCommunity, elsewhere: TestCommunity, clerk: Person) {
    this.#app = app
    this.community = community
    this.elsewhere = elsewhere
    this.here = `/communities/${community.id}`
    this.clerk = clerk
  }

  static async open(app: TestApp): Promise<ParkingDesk> {
    app.clock.set('2026-11-21T04:00:00Z')
    const community = await app.world.community()
    const elsewhere = await app.world.community()
    const clerk = await app.world.staff(community, { permissions: ['archive.read', 'archive.edit'] })
    return new ParkingDesk(app, community, elsewhere, clerk)
  }

  newPlate(): string {
    return `沪A${String(++this.#count).padStart(5, '0')}`
  }

  newSpace(): string {
    return String(++this.#count).padStart(3, '0')
  }

  async parked(draft: Partial<VehicleDraft> & { unitId: string }): Promise<Kept> {
    const body = { kind: 'car', plate: this.newPlate(), ...draft }
    return (await this.clerk.post(`${this.here}/vehicles`, body).expect(201)).body as Kept
  }

  async spaced(draft: Partial<SpaceDraft> = {}): Promise<Kept> {
    const body = { number: this.newSpace(), tenure: 'public', ...draft }
    return (await this.clerk.post(`${this.here}/parking-spaces`, body).expect(201)).body as Kept
  }

  async vehicles(filters: string): Promise<VehicleRow[]> {
    return ((await this.clerk.get(`${this.here}/vehicles?${filters}`).expect(200)).body as Page<VehicleRow>).items
  }

  async spaces(filters: string): Promise<SpaceRow[]> {
    return ((await this.clerk.get(`${this.here}/parking-spaces?${filters}`).expect(200)).body as Page<SpaceRow>).items
  }

  async homesFor(query: string): Promise<string[]> {
    const answer = await this.clerk.get(`${this.here}/units?query=${encodeURIComponent(query)}`).expect(200)
    return (answer.body as Page<UnitRow>).items.map(({ id }) => id)
  }

  async lastAudit(subjectId: string) {
    const { rows } = await this.#app.owner.query<{
      action: string
      before: object | null
      after: object | null
      actor_kind: string
    }>('SELECT action, before, after, actor_kind FROM audit_entries WHERE subject_id = $1 ORDER BY id DESC LIMIT 1', [subjectId])
    return rows[0]
  }
}
