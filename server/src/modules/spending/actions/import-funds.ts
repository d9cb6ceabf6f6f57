import { bookLimits, type FundImportCheck, type FundImportDone } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import { recordAudit } from '../../../platform/audit/index.ts'
import { newId } from '../../../platform/clock/index.ts'
import type { Database } from '../../../platform/database/index.ts'
import type { Upload } from '../../../platform/files/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { nameOf, readCellsInThread, refuseOtherFiles, UnreadableSheet } from '../../imports/index.ts'
import { todayIn } from '../../organisation/index.ts'
import { planImport, REGISTER, registerValues, type Register } from '../queries/plan-import.ts'
import { fundColumns } from '../sheet/columns.ts'
import { readFundRow, type FundFault, type FundRow } from '../sheet/fund-row.ts'
import { enterRecord } from './record-fund.ts'

export interface FundSheet {
  fileName: string
  good: FundRow[]
  faults: FundFault[]
  rows: number
  notes: string[]
}

/** @throws ProblemError IMPORT_TOO_LARGE, IMPORT_NOT_XLSX, IMPORT_UNREADABLE */
export async function readFundSheet(upload: Upload): Promise<FundSheet> {
  await refuseOtherFiles(upload)
  const wish = { columns: fundColumns, most: bookLimits.importRows }
  const { read, notes } = await readCellsInThread(upload.path, wish).catch((error: unknown) => {
    if (!(error instanceof UnreadableSheet)) throw error
    throw new ProblemError('IMPORT_UNREADABLE', { reason: error.message })
  })
  const rows = read.map(({ row, cells }) => readFundRow(row, cells))
  return {
    fileName: nameOf(upload.name),
    good: rows.flatMap((each) => ('entry' in each ? [each.entry] : [])),
    faults: rows.flatMap((each) => ('faults' in each ? each.faults : [])),
    rows: read.length,
    notes,
  }
}

/** A dry run: what would be entered, and what stands in the way. Nothing is written. */
export async function checkFundSheet(
  database: Database,
  act: CallerAct,
  communityId: string,
  { good, faults, rows, notes }: FundSheet,
): Promise<FundImportCheck> {
  const values = registerValues(communityId, act.caller.staff!.companyId, good)
  const [register] = await database.read<Register>(act.reach, REGISTER, values)
  const plan = planImport(good, register!, todayIn(act))
  const all = [...faults, ...plan.faults].sort((a, b) => a.row - b.row)
  const sumOf = (side: FundRow['side']) => plan.fresh.reduce((sum, row) => (row.side === side ? sum + row.amountFen : sum), 0)
  return {
    ...{ rows, fresh: plan.fresh.length, known: good.length - plan.fresh.length, waiting: plan.waiting, notes },
    ...{ spendingFen: sumOf('spending'), incomeFen: sumOf('income') },
    faults: all.map(({ row, column, content, reason }) => ({
      ...{ row, content, reason },
      column: column && fundColumns[column].title,
    })),
  }
}

/**
 * Enters what is new of a sheet, all or nothing, each row as if by hand. What stands in the register already is passed over:
 * the same sheet a second time changes nothing. Two imports of one community wait for each other.
 * @throws ProblemError FUND_IMPORT_FAULTY
 */
export async function importFunds(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  { fileName, good, faults }: FundSheet,
): Promise<FundImportDone> {
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`fund-import:${communityId}`])
  const { companyId } = act.caller.staff!
  const [register] = (await tx.query(REGISTER.text, registerValues(communityId, companyId, good))) as [Register]
  const plan = planImport(good, register, todayIn(act))
  const wrong = faults.length + plan.faults.length
  if (wrong > 0) throw new ProblemError('FUND_IMPORT_FAULTY', { faults: wrong })
  const done = { entered: plan.fresh.length, known: good.length - plan.fresh.length, waiting: plan.waiting }
  if (done.entered === 0) return { id: null, ...done }
  const id = newId(act.now)
  await tx.query(
    `INSERT INTO fund_imports (community_id, id, file_name, entered, known, entered_by, entered_by_name, entered_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [communityId, id, fileName, done.entered, done.known, act.actor.id, act.actor.name, act.now],
  )
  for (const { row: _, supplierName: _name, supplierId, ...record } of plan.fresh)
    await enterRecord(tx, act, communityId, {
      ...record,
      ...(supplierId && { supplierId }),
      ...{ importId: id, fileIds: [], documentIds: [], caseIds: [] },
    })
  await recordAudit(tx, act, {
    ...{ companyId, communityId, action: 'spending.import', subjectKind: 'fund-import', subjectId: id, before: null },
    after: { fileName, ...done },
  })
  return { id, ...done }
}
