import type { DocumentDue, DocumentRow, DocumentState, DocumentTextState } from '@yinuo/contracts'
import { markHits } from '../rules/snippet.ts'

/** The columns of a list, of `visible d` joined by FILE. */
export const ROW = `
  d.id, d.community_id IS NULL AS "companyWide", d.category_id AS "categoryId", d.category_name AS "categoryName", d.title, d.number,
  d.tags, d.state, d.valid_until::text AS "validUntil", d.review_by::text AS "reviewBy", d.current_version AS "currentVersion",
  d.updated_at, f.name AS "fileName", f.ending, f.bytes::float8 AS bytes,
  coalesce((SELECT t.state FROM document_texts t WHERE t.company_id = d.company_id AND t.document_id = d.id
    AND t.version_number = d.current_version), 'pending') AS "textState"`

export const FILE = `
  JOIN document_versions v ON v.company_id = d.company_id AND v.document_id = d.id AND v.number = d.current_version
  JOIN document_files f ON f.company_id = v.company_id AND f.id = v.file_id`

export interface Row {
  id: string
  companyWide: boolean
  categoryId: string
  categoryName: string
  title: string
  number: string
  tags: string[]
  state: DocumentState
  validUntil: string | null
  reviewBy: string | null
  due: DocumentDue | null
  currentVersion: number
  updated_at: Date
  fileName: string
  ending: string
  bytes: number
  textState: DocumentTextState
  excerpt?: string | null
  rank?: number
}

export function rowView({ updated_at, excerpt, rank: _, ...row }: Row, terms: readonly string[] = []): DocumentRow {
  return {
    ...row,
    updatedAt: updated_at.toISOString(),
    titleParts: markHits(row.title, terms),
    snippet: excerpt ? markHits(excerpt, terms) : [],
  }
}
