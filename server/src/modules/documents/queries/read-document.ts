import type { DocumentVersion, DocumentView } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import type { Database } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { dayOf } from '../rules/due.ts'
import { FILE, ROW, rowView, type Row } from './document-row.ts'
import { dueOf, standing, VISIBLE } from './visible.sql.ts'

const READ = {
  name: 'read-document',
  text: `
    WITH ${VISIBLE}
    SELECT ${ROW}, ${dueOf('$6::date')} AS due, d.version, d.may_edit AS "mayEdit", d.remind_days AS "remindDays",
      d.owner_post_id AS "ownerPostId", o.name AS "ownerPostName", d.reader_posts AS "readerPosts",
      d.editor_posts AS "editorPosts", d.withdrawn_because AS "withdrawnBecause", d.created_at,
      (SELECT json_agg(json_build_object('number', w.number, 'note', w.note, 'uploadedByName', w.uploaded_by_name,
          'uploadedAt', to_char(w.uploaded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'fileName', x.name,
          'ending', x.ending, 'bytes', x.bytes, 'sha256', encode(x.sha256, 'hex')) ORDER BY w.number DESC)
        FROM document_versions w JOIN document_files x ON x.company_id = w.company_id AND x.id = w.file_id
        WHERE w.company_id = d.company_id AND w.document_id = d.id) AS versions
    FROM visible d ${FILE} LEFT JOIN posts o ON o.company_id = d.company_id AND o.id = d.owner_post_id
    WHERE d.id = $7`,
}

type ReadRow = Row & { created_at: Date; versions: DocumentVersion[] } & Pick<
    DocumentView,
    'version' | 'mayEdit' | 'remindDays' | 'ownerPostId' | 'ownerPostName' | 'readerPosts' | 'editorPosts' | 'withdrawnBecause'
  >

export async function readDocument(
  database: Database,
  act: CallerAct,
  communityId: string,
  id: string,
  companyWide: boolean,
): Promise<DocumentView> {
  const values = [...standing(act, communityId), companyWide, dayOf(act.now), id]
  const [row] = await database.read<ReadRow>(act.reach, READ, values)
  if (!row) throw new ProblemError('NOT_FOUND')
  const { created_at, ...rest } = row
  return { ...rowView(rest), createdAt: created_at.toISOString() } as unknown as DocumentView
}

/** A document as the database has it, for a change. */
export interface DocumentRecord {
  id: string
  company_id: string
  community_id: string | null
  category_id: string
  title: string
  number: string
  tags: string[]
  owner_post_id: string | null
  valid_until: string | null
  review_by: string | null
  remind_days: number
  reader_posts: string[]
  editor_posts: string[]
  state: 'current' | 'withdrawn'
  withdrawn_because: string | null
  current_version: number
  version: number
}

/** The document, locked, if the caller may change it; to who may not see it, it does not exist. */
export async function loadDocument(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  id: string,
  { companyWide, version }: { companyWide: boolean; version: number },
): Promise<DocumentRecord> {
  await tx.query('SELECT 1 FROM documents WHERE company_id = $1 AND id = $2 FOR UPDATE', [act.caller.staff!.companyId, id])
  const [found] = (await tx.query(
    `WITH ${VISIBLE}
     SELECT d.id, d.company_id, d.community_id, d.category_id, d.title, d.number, d.tags, d.owner_post_id,
       d.valid_until::text, d.review_by::text, d.remind_days, d.reader_posts, d.editor_posts, d.state, d.withdrawn_because,
       d.current_version, d.version, d.may_edit
     FROM visible d WHERE d.id = $6`,
    [...standing(act, communityId), companyWide, id],
  )) as (DocumentRecord & { may_edit: boolean })[]
  if (!found) throw new ProblemError('NOT_FOUND')
  const { may_edit: mayEdit, ...document } = found
  if (!mayEdit) throw new ProblemError(document.community_id || companyWide ? 'NOT_ALLOWED' : 'COMPANY_WIDE_ONLY')
  if (document.version !== version) throw new ProblemError('STALE_VERSION')
  return document
}

/** Whether documents may be put into the category by the caller. */
export async function refuseClosedCategory(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  categoryId: string,
): Promise<void> {
  const [category] = (await tx.query(
    `WITH ${VISIBLE} SELECT takes_changes FROM open_categories WHERE id = $6 AND withdrawn_at IS NULL`,
    [...standing(act, communityId), false, categoryId],
  )) as { takes_changes: boolean }[]
  if (!category)
    throw new ProblemError('VALIDATION_FAILED', {}, [{ field: 'categoryId', message: '请重新选择分类，它可能已停用。' }])
  if (!category.takes_changes) throw new ProblemError('NOT_ALLOWED')
}
