import type { ImportBatch } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import { recordAudit } from '../../../platform/audit/index.ts'
import { newId } from '../../../platform/clock/index.ts'
import type { Database } from '../../../platform/database/index.ts'
import type { FileStore, Upload } from '../../../platform/files/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import { tell } from '../../../platform/outbox/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { nameOf, refuseOtherFiles } from '../sheet/refuse-other-files.ts'
import { BATCH_COLUMNS, batchView, type BatchRow } from '../store/batches.ts'

export const WORKBOOK_TAKEN = 'import.workbook-taken'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
/** Workbooks one person may bring into one community within an hour. */
const MOST_PER_HOUR = 60

/** Takes a workbook in and has it checked; nothing of it is read here but what kind of file it is. */
export async function takeWorkbook(
  { database, store }: { database: Database; store: FileStore },
  act: CallerAct,
  communityId: string,
  upload: Upload,
): Promise<ImportBatch> {
  await refuseOtherFiles(upload)
  const id = newId(act.now)
  const key = `${communityId}/imports/${id}.xlsx`
  await store.put(key, upload.path, XLSX)
  try {
    const batch = await database.write(act, (tx) => openBatch(tx, act, { communityId, id, key, upload }))
    // A repeated request is answered with its first batch, which has a file of its own.
    if (batch.id !== id) await store.remove(key)
    return batch
  } catch (error) {
    await store.remove(key)
    throw error
  }
}

async function openBatch(
  tx: EntityManager,
  act: CallerAct,
  { communityId, id, key, upload }: { communityId: string; id: string; key: string; upload: Upload },
): Promise<ImportBatch> {
  await refuseTooMany(tx, act, communityId)
  const fileName = nameOf(upload.name)
  const [batch] = (await tx.query(
    `INSERT INTO import_batches (community_id, id, file_name, file_bytes, file_key, state, stage, created_by, created_by_name, created_at)
     VALUES ($1, $2, $3, $4, $5, 'checking', 'waiting', $6, $7, $8) RETURNING ${BATCH_COLUMNS}`,
    [communityId, id, fileName, upload.bytes, key, act.actor.id, act.actor.name, act.now],
  )) as [BatchRow]
  await recordAudit(tx, act, {
    companyId: act.caller.staff!.companyId,
    communityId,
    action: 'imports.upload',
    subjectKind: 'import',
    subjectId: id,
    before: null,
    after: { fileName, bytes: upload.bytes },
  })
  await tell(tx, act, WORKBOOK_TAKEN, communityId, { batchId: id })
  return batchView(batch, act.now)
}

async function refuseTooMany(tx: EntityManager, act: CallerAct, communityId: string): Promise<void> {
  const [{ lately }] = (await tx.query(
    `SELECT count(*)::int AS lately FROM import_batches
     WHERE community_id = $1 AND created_by = $2 AND created_at > $3::timestamptz - interval '1 hour'`,
    [communityId, act.actor.id, act.now],
  )) as [{ lately: number }]
  if (lately >= MOST_PER_HOUR) throw new ProblemError('TOO_MANY_REQUESTS')
}
