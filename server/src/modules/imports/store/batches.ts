import {
  importLimits,
  type ImportBatch,
  type ImportCounts,
  type ImportMode,
  type ImportStage,
  type ImportState,
} from '@yinuo/contracts'
import type { ImportUndone } from '@yinuo/contracts'

const KEPT_MS = importLimits.keptDays * 24 * 3600 * 1000

export interface BatchRow {
  id: string
  file_name: string
  file_bytes: number
  file_key: string | null
  state: ImportState
  mode: ImportMode | null
  stage: ImportStage | null
  rows_done: number
  rows_total: number | null
  rows_read: number | null
  rows_faulty: number | null
  faults: number | null
  notes: string[]
  problem: string | null
  expected: ImportCounts | null
  counts: ImportCounts | null
  undone: ImportUndone | null
  created_by_name: string
  created_at: Date
  applied_by_name: string | null
  applied_at: Date | null
  undone_by_name: string | null
  undone_at: Date | null
  version: number
}

export const BATCH_COLUMNS = `id, file_name, file_bytes, file_key, state, mode, stage, rows_done, rows_total, rows_read, rows_faulty, faults,
  notes, problem, expected, counts, undone, created_by_name, created_at, applied_by_name, applied_at, undone_by_name, undone_at, version`

/** Whether what is needed to take an import back is still kept. */
export function isKept({ created_at }: Pick<BatchRow, 'created_at'>, now: Date): boolean {
  return now.getTime() - created_at.getTime() < KEPT_MS
}

export function batchView(row: BatchRow, now: Date): ImportBatch {
  const isUndoable = row.state === 'applied' && isKept(row, now)
  return {
    id: row.id,
    fileName: row.file_name,
    fileBytes: row.file_bytes,
    state: row.state,
    mode: row.mode,
    stage: row.stage,
    rowsDone: row.rows_done,
    rowsTotal: row.rows_total,
    rowsRead: row.rows_read,
    rowsFaulty: row.rows_faulty,
    faults: row.faults,
    notes: row.notes,
    problem: row.problem,
    expected: row.expected,
    counts: row.counts,
    undone: row.undone,
    createdByName: row.created_by_name,
    createdAt: row.created_at.toISOString(),
    appliedByName: row.applied_by_name,
    appliedAt: row.applied_at?.toISOString() ?? null,
    undoneByName: row.undone_by_name,
    undoneAt: row.undone_at?.toISOString() ?? null,
    keepsFile: row.file_key !== null,
    undoableUntil: isUndoable ? new Date(row.created_at.getTime() + KEPT_MS).toISOString() : null,
    version: row.version,
  }
}
