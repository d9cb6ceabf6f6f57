import { basename } from 'node:path'
import { DateTime } from 'luxon'
import type pg from 'pg'
import { importHouseholds, type ImportCounts } from './import-households.ts'
import { readSheet } from './sheet-file.ts'
import { createCommunity, findCommunity, type Target } from './target-community.ts'
import type { ImportWish } from './wishes.ts'
import { writeReport } from './written-sheets.ts'

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
    const faulty = new Set(sheet.faults.map(({ row }) => row)).size
    const report = faulty > 0 ? wish.report : null
    if (report) await writeReport(report, sheet.faults)
    if ((faulty > 0 && !wish.goodRows) || sheet.good.length === 0) {
      await client.query('ROLLBACK')
      return { rows: sheet.rows, written: 0, faulty, report, counts: null }
    }
    const today = DateTime.fromJSDate(now, { zone: 'Asia/Shanghai' }).toISODate()!
    const counts = await importHouseholds(client, target, sheet.good, { now, today, source: basename(wish.file) })
    await client.query('COMMIT')
    return { rows: sheet.rows, written: sheet.good.length, faulty, report, counts }
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  }
}

function targetOf(client: pg.ClientBase, { community, create }: ImportWish, now: Date): Promise<Target> {
  return create ? createCommunity(client, { name: community, ...create }, now) : findCommunity(client, community)
}
