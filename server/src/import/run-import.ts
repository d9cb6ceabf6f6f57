import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type pg from 'pg'
import {
  bringIn,
  changesSomething,
  readSheet,
  todayAt,
  writeReport,
  type Ask,
  type ImportCounts,
} from '../modules/imports/index.ts'
import { newId } from '../platform/clock/index.ts'
import { createCommunity, findCommunity, type Target } from './target-community.ts'
import type { ImportWish } from './wishes.ts'

export interface ImportOutcome {
  rows: number
  written: number
  faulty: number
  /** Where what was wrong is written; null when nothing was. */
  report: string | null
  /** null: nothing was written */
  counts: ImportCounts | null
}

/** Imports one file in one transaction: with a fault in it nothing at all, unless only the good rows were asked for. */
export async function runImport(client: pg.Client, wish: ImportWish, now: Date): Promise<ImportOutcome> {
  await client.query('BEGIN')
  try {
    const target = await targetOf(client, wish, now)
    const sheet = await readSheet(wish.file, target.propertyType)
    const isWanted = sheet.good.length > 0 && (sheet.faults.length === 0 || wish.goodRows)
    const brought = isWanted ? await bring(client, target, wish, now, sheet) : { counts: null, faults: [] }
    const faults = [...sheet.faults, ...brought.faults].sort((one, other) => one.row - other.row)
    const faulty = new Set(faults.map(({ row }) => row)).size
    const report = faulty > 0 ? wish.report : null
    if (report) await writeReport(report, faults)
    await client.query(brought.counts ? 'COMMIT' : 'ROLLBACK')
    return { rows: sheet.rows, written: brought.counts ? sheet.rows - faulty : 0, faulty, report, counts: brought.counts }
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  }
}

function targetOf(client: pg.ClientBase, { community, create }: ImportWish, now: Date): Promise<Target> {
  return create ? createCommunity(client, { name: community, ...create }, now) : findCommunity(client, community)
}

/** Writes what is good, as a batch that the office finds among its imports and can undo. */
async function bring(
  client: pg.ClientBase,
  target: Target,
  wish: ImportWish,
  now: Date,
  sheet: Awaited<ReturnType<typeof readSheet>>,
): ReturnType<typeof bringIn> {
  const ask: Ask = async <Row extends object>(text: string, values?: unknown[]) =>
    (await client.query(text, values)).rows as Row[]
  const batchId = newId(now)
  const { size } = await stat(wish.file)
  await client.query(
    `INSERT INTO import_batches (community_id, id, file_name, file_bytes, state, mode, rows_read, notes, created_by_name, created_at,
       applied_by_name, applied_at)
     VALUES ($1, $2, $3, $4, 'applied', $5, $6, $7, $8, $9, $8, $9)`,
    [target.id, batchId, basename(wish.file), size, wish.goodRows ? 'good' : 'all', sheet.rows, sheet.notes, '命令行', now],
  )
  const where = { communityId: target.id, batchId, today: todayAt(now, 'Asia/Shanghai'), allOrNothing: !wish.goodRows }
  const brought = await bringIn(ask, where, sheet.good)
  if (!brought.counts) return brought
  const faults = [...sheet.faults, ...brought.faults]
  await client.query('UPDATE import_batches SET counts = $3, rows_faulty = $4, faults = $5 WHERE community_id = $1 AND id = $2', [
    target.id,
    batchId,
    brought.counts,
    new Set(faults.map(({ row }) => row)).size,
    faults.length,
  ])
  if (changesSomething(brought.counts)) await audit(client, target, brought.counts, { now, source: basename(wish.file) })
  return brought
}

async function audit(
  client: pg.ClientBase,
  target: Target,
  counts: ImportCounts,
  { now, source }: { now: Date; source: string },
): Promise<void> {
  const id = newId(now)
  await client.query(
    `INSERT INTO audit_entries (company_id, id, community_id, at, actor_kind, actor_name, action, subject_kind, subject_id, after, trace_id)
     VALUES ($1, $2, $3, $4, 'system', '导入', 'archive.import', 'community', $3, $5, $6)`,
    [target.companyId, id, target.id, now, JSON.stringify({ ...counts, source }), `import-${id}`],
  )
}
