import { join } from 'node:path'
import type pg from 'pg'
import { idOf } from '../city.ts'
import { withClient, type BenchDatabase } from '../databases.ts'
import type { Product } from '../product.ts'
import type { Finding } from '../report.ts'
import { interleaved, median, ratioOf } from '../rounds.ts'
import type { Workbench } from '../workbench.ts'

const HOMES = 10_000
const HOMES_A_BUILDING = 100
const COMPANY = idOf(1, 1)

/** What a community of homes with their owners comes to, in the order in which rows point to each other. */
const tables = {
  buildings: 'id, name, ordinal',
  units: 'id, building_id, entrance, floor, number, label, use, state, area_square_centimetres, delivered_on',
  residents: 'id, name, phone',
  residencies: 'id, unit_id, resident_id, role, valid_from, valid_until, share_percent',
} as const

/** Rows as they were read from a workbook, brought into an empty community by the importer, beside COPY of what it wrote. */
export async function importing(bench: Workbench): Promise<Finding[]> {
  const database = await bench.database('bench_import', { openCases: 1000, closedCases: 0, residents: 2000, staff: 400 })
  const rows = homes()
  bench.say(`importing ${HOMES.toLocaleString('en')} homes with their owners, and copying the same rows, in turn`)
  return withClient(database.owner, async (owner) => {
    const communities = new Communities(owner)
    const pattern = await communities.found()
    await bringIn(bench.product, database, pattern, rows)
    const copies = new Copies(owner, pattern)
    const imported = async () => bringIn(bench.product, database, await communities.found(), rows)
    const copied = async () => copies.into(await communities.found())
    await copied()
    const pairs = await interleaved(bench.rounds, imported, copied)
    const took = (side: 0 | 1) => `${Math.round(median(pairs.map((pair) => pair[side])))} ms`
    return [
      {
        name: `import ${HOMES.toLocaleString('en')} homes with owners`,
        of: 'COPY of the same rows / import, time',
        ratio: ratioOf(pairs, (time) => 1 / time),
        gate: { atLeast: 0.25 },
        notes: [`${took(0)} against ${took(1)}`, 'from rows as read to commit, with everything undo needs'],
      },
    ]
  })
}

function homes(): object[] {
  return Array.from({ length: HOMES }, (_, index) => {
    const building = `${Math.floor(index / HOMES_A_BUILDING) + 1}号楼`
    const room = (index % HOMES_A_BUILDING) + 101
    const [entrance, number] = [`${(index % 2) + 1}单元`, String(room)]
    const unit = { building, entrance, floor: Math.floor(room / 100), number, label: `${building}${entrance}${number}` }
    return {
      row: index + 2,
      unit: { ...unit, use: 'dwelling', state: 'occupied', areaSquareCentimetres: 905_000, deliveredOn: '2023-12-20' },
      resident: {
        name: `住户${index}`,
        phone: `139${String(index).padStart(8, '0')}`,
        role: 'owner',
        validFrom: '2024-01-01',
        validUntil: null,
        sharePercent: 100,
      },
      plates: [],
      spaces: [],
    }
  })
}

/** Empty communities, one for each time something is brought into one. */
class Communities {
  readonly #owner: pg.Client
  #count = 0

  constructor(owner: pg.Client) {
    this.#owner = owner
  }

  async found(): Promise<string> {
    const id = idOf(2, 1000 + ++this.#count)
    await this.#owner.query(
      `INSERT INTO communities (id, company_id, name, property_type, address, hotline) VALUES ($1, $2, $3, 'residential', '', '')`,
      [id, COMPANY, `导入${this.#count}`],
    )
    return id
  }
}

/** Milliseconds of one import by the application's role, within its reach, as the worker does it. */
async function bringIn(product: Product, { app }: BenchDatabase, communityId: string, rows: object[]): Promise<number> {
  return withClient(app, async (client) => {
    const ask = async (text: string, values?: unknown[]) => (await client.query(text, values)).rows as object[]
    const batchId = idOf(10, Number.parseInt(communityId.slice(-6), 16))
    const begun = performance.now()
    await client.query(`BEGIN; ${product.setReach({ communities: [communityId], companies: [] })}`)
    await client.query(
      `INSERT INTO import_batches (community_id, id, file_name, file_bytes, state, created_by_name, created_at)
       VALUES ($1, $2, 'bench.xlsx', 1, 'applying', '', now())`,
      [communityId, batchId],
    )
    const { counts } = await product.bringIn(ask, { communityId, batchId, today: '2026-11-21', allOrNothing: true }, rows)
    await client.query('COMMIT')
    const took = performance.now() - begun
    if (counts?.unitsAdded !== HOMES) throw new Error(`${counts?.unitsAdded} homes were imported, not ${HOMES}`)
    return took
  })
}

/** Files of what an import wrote, read by the server itself: COPY with nothing before it. */
class Copies {
  readonly #owner: pg.Client
  readonly #pattern: string

  constructor(owner: pg.Client, pattern: string) {
    this.#owner = owner
    this.#pattern = pattern
  }

  async into(communityId: string): Promise<number> {
    const { rows } = await this.#owner.query<{ data_directory: string }>('SHOW data_directory')
    const fileOf = (table: string) => join(rows[0]!.data_directory, `bench-${table}.copy`)
    for (const [table, columns] of Object.entries(tables))
      await this.#owner.query(
        `COPY (SELECT '${communityId}'::uuid, ${columns} FROM ${table} WHERE community_id = '${this.#pattern}') TO '${fileOf(table)}'`,
      )
    const begun = performance.now()
    await this.#owner.query('BEGIN')
    for (const [table, columns] of Object.entries(tables))
      await this.#owner.query(`COPY ${table} (community_id, ${columns}) FROM '${fileOf(table)}'`)
    await this.#owner.query('COMMIT')
    return performance.now() - begun
  }
}
