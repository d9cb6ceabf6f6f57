import { createWriteStream } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { importLimits, importStates, type ImportState } from '@yinuo/contracts'
import { recordAudit } from '../../../platform/audit/index.ts'
import type { Database } from '../../../platform/database/index.ts'
import type { FileStore } from '../../../platform/files/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { markInThread } from '../sheet/in-thread.ts'
import { findBatch } from './list-batches.ts'
import { allFaults } from './list-faults.ts'

const words: Partial<Record<ImportState, { good: string; wrong: string }>> = {
  checked: { good: '可以导入', wrong: '有错' },
  applied: { good: '已导入', wrong: '有错，未导入' },
  undone: { good: '已撤销', wrong: '有错，未导入' },
}

/** The caller's own rows back, with what became of each and why. */
export async function markedWorkbook(
  { database, store }: { database: Database; store: FileStore },
  act: CallerAct,
  communityId: string,
  id: string,
): Promise<Buffer> {
  const batch = await findBatch(database, act, communityId, id)
  const word = words[batch.state]
  if (!word) throw new ProblemError('IMPORT_STATE', { state: importStates[batch.state], action: '下载结果' })
  if (!batch.file_key) throw new ProblemError('IMPORT_FORGOTTEN', { days: importLimits.keptDays })
  const faults = await allFaults(database, act, communityId, id)
  const folder = await mkdtemp(join(tmpdir(), 'yinuo-import-'))
  try {
    const [from, to] = [join(folder, 'workbook.xlsx'), join(folder, 'marked.xlsx')]
    const { stream } = await store.read(batch.file_key, null)
    await pipeline(stream, createWriteStream(from))
    await markInThread({ from, to, faults, word })
    await database.write(act, (tx) =>
      recordAudit(tx, act, {
        companyId: act.caller.staff!.companyId,
        communityId,
        action: 'imports.report',
        subjectKind: 'import',
        subjectId: id,
        before: null,
        after: { fileName: batch.file_name },
      }),
    )
    return await readFile(to)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
