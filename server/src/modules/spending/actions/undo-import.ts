import type { EntityManager } from 'typeorm'
import { recordAudit } from '../../../platform/audit/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { refuseClosed } from '../../ledger/index.ts'
import { reverseRecord } from './record-fund.ts'

interface Entered {
  id: string
  state: 'asked' | 'booked'
  version: number
  happenedOn: string
}

/**
 * Takes an import back while its months are open: what was booked by its mirror, what still waits by sending it back. What
 * somebody has reversed or refused since stays as it is.
 * @throws ProblemError FUND_IMPORT_UNDONE, PERIOD_CLOSED
 */
export async function undoImport(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  id: string,
  { reason }: { reason: string },
): Promise<void> {
  const [batch] = (await tx.query(
    'SELECT file_name AS "fileName", undone_at AS "undoneAt" FROM fund_imports WHERE community_id = $1 AND id = $2 FOR UPDATE',
    [communityId, id],
  )) as { fileName: string; undoneAt: Date | null }[]
  if (!batch) throw new ProblemError('NOT_FOUND')
  if (batch.undoneAt) throw new ProblemError('FUND_IMPORT_UNDONE')
  const records = (await tx.query(
    `SELECT id, state, version, happened_on::text AS "happenedOn" FROM fund_records
     WHERE community_id = $1 AND import_id = $2 AND state IN ('asked', 'booked') ORDER BY happened_on, id FOR UPDATE`,
    [communityId, id],
  )) as Entered[]
  const first = records.find(({ state }) => state === 'booked')
  if (first) await refuseClosed(tx, communityId, first.happenedOn)
  for (const { id: recordId, state, version } of records)
    if (state === 'booked') await reverseRecord(tx, act, communityId, recordId, { version, reason })
  // Not decided by a second person: taken back with its sheet.
  await tx.query(
    `UPDATE fund_records SET state = 'refused', refused_because = $3, version = version + 1
     WHERE community_id = $1 AND import_id = $2 AND state = 'asked'`,
    [communityId, id, reason],
  )
  await tx.query(
    `UPDATE fund_imports SET undone_by = $3, undone_by_name = $4, undone_at = $5, undone_because = $6 WHERE community_id = $1 AND id = $2`,
    [communityId, id, act.actor.id, act.actor.name, act.now, reason],
  )
  await recordAudit(tx, act, {
    ...{
      companyId: act.caller.staff!.companyId,
      communityId,
      action: 'spending.import-undo',
      subjectKind: 'fund-import',
      subjectId: id,
    },
    before: { fileName: batch.fileName },
    after: { reason, reversed: records.length },
  })
}
