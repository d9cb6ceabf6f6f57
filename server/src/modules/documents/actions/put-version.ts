import type { EntityManager } from 'typeorm'
import { ProblemError } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { loadDocument, type DocumentRecord } from '../queries/read-document.ts'
import { auditDocument, tellOfChange } from './audit-document.ts'

/** Adds a version beside those there are; a file can be used by who uploaded it, and again by the document that has it. */
export async function putVersion(
  tx: EntityManager,
  act: CallerAct,
  document: Pick<DocumentRecord, 'id' | 'company_id' | 'community_id'>,
  version: { number: number; fileId: string; note: string },
): Promise<void> {
  const added = (await tx.query(
    `INSERT INTO document_versions (company_id, document_id, number, community_id, file_id, note, uploaded_by, uploaded_by_name,
       uploaded_at)
     SELECT $1, $2, $3, $4, f.id, $6, $7, $8, $9 FROM document_files f
     WHERE f.company_id = $1 AND f.id = $5 AND (
       f.uploaded_by = $7 AND NOT EXISTS (SELECT 1 FROM document_versions o WHERE o.company_id = $1 AND o.file_id = f.id)
       OR EXISTS (SELECT 1 FROM document_versions v WHERE v.company_id = $1 AND v.file_id = f.id AND v.document_id = $2))
     RETURNING number`,
    [
      document.company_id,
      document.id,
      version.number,
      document.community_id,
      version.fileId,
      version.note,
      act.actor.id,
      act.actor.name,
      act.now,
    ],
  )) as unknown[]
  if (added.length === 0) throw new ProblemError('VALIDATION_FAILED', {}, [{ field: 'fileId', message: '请重新上传文件。' }])
}

export async function addVersion(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  id: string,
  wish: { fileId: string; note?: string; version: number },
  companyWide: boolean,
): Promise<void> {
  const document = await loadDocument(tx, act, communityId, id, { companyWide, version: wish.version })
  const note = wish.note ?? ''
  await advance(tx, act, communityId, document, { fileId: wish.fileId, note }, 'documents.add-version')
}

/** An old version comes back as the newest; nothing in between is lost. */
export async function restoreVersion(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  id: string,
  wish: { number: number; version: number },
  companyWide: boolean,
): Promise<void> {
  const document = await loadDocument(tx, act, communityId, id, { companyWide, version: wish.version })
  const [old] = (await tx.query(
    'SELECT file_id FROM document_versions WHERE company_id = $1 AND document_id = $2 AND number = $3',
    [document.company_id, id, wish.number],
  )) as { file_id: string }[]
  if (!old || wish.number === document.current_version)
    throw new ProblemError('VALIDATION_FAILED', {}, [{ field: 'number', message: '请选择一个旧版本。' }])
  const note = `恢复自第 ${wish.number} 版`
  await advance(tx, act, communityId, document, { fileId: old.file_id, note }, 'documents.restore-version')
}

async function advance(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  document: DocumentRecord,
  next: { fileId: string; note: string },
  action: string,
): Promise<void> {
  if (document.state === 'withdrawn') throw new ProblemError('DOCUMENT_WITHDRAWN')
  const number = document.current_version + 1
  await putVersion(tx, act, document, { number, ...next })
  await tx.query(
    `UPDATE documents SET current_version = $3, updated_at = $4, version = version + 1 WHERE company_id = $1 AND id = $2`,
    [document.company_id, document.id, number, act.now],
  )
  const before = { currentVersion: document.current_version }
  await auditDocument(tx, act, document, { action, before, after: { currentVersion: number, ...next } })
  await tellOfChange(tx, act, communityId, document.id)
}
