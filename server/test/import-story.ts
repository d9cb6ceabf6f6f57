import { randomUUID } from 'node:crypto'
import type { ImportBatch, ImportCounts, ImportMode } from '@yinuo/contracts'
import request, { type Test } from 'supertest'
import type { TestApp } from './app.ts'
import type { Person } from './person.ts'
import { workbookOf, type Line } from './workbook.ts'
import type { TestCommunity } from './world.ts'

/** A community whose manager imports workbooks into its archive, over HTTP. */
export class ImportStory {
  readonly #app: TestApp
  readonly community: TestCommunity
  readonly manager: Person
  readonly here: string

  private constructor(app: TestApp, community: TestCommunity, manager: Person) {
    this.#app = app
    this.community = community
    this.manager = manager
    this.here = `/communities/${community.id}`
  }

  static async begin(app: TestApp): Promise<ImportStory> {
    const community = await app.world.community()
    return new ImportStory(app, community, await app.world.staff(community, { post: 'project-manager' }))
  }

  sending(content: Buffer, { person = this.manager, name = '住户.xlsx', key = randomUUID() as string } = {}): Test {
    return request(this.#app.url)
      .post(`/api${this.here}/imports`)
      .set('authorization', `Bearer ${person.token}`)
      .set('idempotency-key', key)
      .attach('file', content, name)
  }

  now(id: string): Promise<ImportBatch> {
    return batchOf(this.manager.get(`${this.here}/imports/${id}`))
  }

  /** Sent and checked, not yet applied. */
  async checked(lines: readonly Line[]): Promise<ImportBatch> {
    return this.checkedFile(await workbookOf(lines))
  }

  async checkedFile(content: Buffer): Promise<ImportBatch> {
    const { id } = await batchOf(this.sending(content))
    await this.#app.deliver()
    return this.now(id)
  }

  applying({ id, version }: ImportBatch, mode: ImportMode = 'all', key?: string): Test {
    return this.manager.post(`${this.here}/imports/${id}/apply`, { mode, version }, key)
  }

  /** Its second half. */
  async appliedNow(batch: ImportBatch, mode: ImportMode = 'all'): Promise<ImportBatch> {
    await batchOf(this.applying(batch, mode))
    await this.#app.deliver()
    return this.now(batch.id)
  }

  async applied(lines: readonly Line[], mode: ImportMode = 'all'): Promise<ImportBatch> {
    return this.appliedNow(await this.checked(lines), mode)
  }

  undoing({ id, version }: ImportBatch): Test {
    return this.manager.post(`${this.here}/imports/${id}/undo`, { version })
  }

  async undone(batch: ImportBatch): Promise<ImportBatch> {
    await batchOf(this.undoing(batch))
    await this.#app.deliver()
    return this.now(batch.id)
  }

  /** Everything the archive holds of the community, but for ids. */
  async archive(): Promise<unknown> {
    const { rows } = await this.#app.owner.query(ARCHIVE, [this.community.id])
    return rows[0]
  }
}

export async function batchOf(answer: PromiseLike<{ status: number; text: string; body: unknown }>): Promise<ImportBatch> {
  const { status, text, body } = await answer
  if (status >= 300) throw new Error(text)
  return body as ImportBatch
}

export const nothing: ImportCounts = {
  buildingsAdded: 0,
  unitsAdded: 0,
  unitsChanged: 0,
  unitsUnchanged: 0,
  residentsAdded: 0,
  residentsUnchanged: 0,
  residenciesAdded: 0,
  residenciesChanged: 0,
  residenciesUnchanged: 0,
  spacesAdded: 0,
  vehiclesAdded: 0,
}

const ARCHIVE = `
  SELECT (SELECT jsonb_agg(b.name ORDER BY b.name) FROM buildings b WHERE b.community_id = $1) AS buildings,
    (SELECT jsonb_agg(jsonb_build_array(u.label, u.floor, u.use, u.state, u.area_square_centimetres, u.delivered_on) ORDER BY u.label)
     FROM units u WHERE u.community_id = $1) AS units,
    (SELECT jsonb_agg(jsonb_build_array(u.label, r.name, r.phone, h.role, h.valid_from, h.valid_until, h.share_percent) ORDER BY u.label, r.name)
     FROM residencies h JOIN units u ON u.id = h.unit_id JOIN residents r ON r.id = h.resident_id WHERE h.community_id = $1) AS residencies,
    (SELECT count(*)::int FROM residents WHERE community_id = $1) AS residents,
    (SELECT jsonb_agg(v.plate ORDER BY v.plate) FROM vehicles v WHERE v.community_id = $1) AS vehicles,
    (SELECT jsonb_agg(jsonb_build_array(p.number, p.tenure) ORDER BY p.number) FROM parking_spaces p WHERE p.community_id = $1) AS spaces`
