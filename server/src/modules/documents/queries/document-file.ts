import type { Database } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { standing, VISIBLE } from './visible.sql.ts'

const FIND = {
  name: 'find-document-file',
  text: `
    WITH ${VISIBLE}
    SELECT v.number, f.name, f.content_type AS "contentType", f.bytes::float8 AS bytes, f.storage_key AS key
    FROM visible d JOIN document_versions v ON v.company_id = d.company_id AND v.document_id = d.id
    JOIN document_files f ON f.company_id = v.company_id AND f.id = v.file_id
    WHERE d.id = $6 AND v.number = coalesce($7, d.current_version)`,
}

export interface StoredDocument {
  number: number
  name: string
  contentType: string
  bytes: number
  key: string
}

/** One version's file, if the caller may read the document at this moment; without a number the one in force. */
export async function findDocumentFile(
  database: Database,
  act: Pick<CallerAct, 'reach' | 'caller'>,
  communityId: string,
  documentId: string,
  number: number | null,
): Promise<StoredDocument> {
  const values = [...standing(act, communityId), false, documentId, number]
  const [file] = await database.read<StoredDocument>(act.reach, FIND, values)
  if (!file) throw new ProblemError('NOT_FOUND')
  return file
}
