import type { DocumentCategory } from '@yinuo/contracts'
import type { Database } from '../../../platform/database/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { standing, VISIBLE } from './visible.sql.ts'

/** The categories open to the caller, each with the documents in force in it and below. */
const LIST = {
  name: 'list-document-categories',
  text: `
    WITH ${VISIBLE}, counted AS (
      SELECT within AS id, count(*)::int AS documents FROM visible CROSS JOIN unnest(line) AS within
      WHERE state = 'current' AND within IS NOT NULL GROUP BY within
    )
    SELECT o.id, o.parent_id AS "parentId", o.name, o.ordinal, o.reader_posts AS "readerPosts", o.editor_posts AS "editorPosts",
      o.version, coalesce(n.documents, 0) AS documents, o.takes_changes AND cardinality($4::text[]) > 0 AS "takesChanges",
      $5::boolean AND o.takes_changes AS "mayEdit"
    FROM open_categories o LEFT JOIN counted n ON n.id = o.id
    WHERE o.withdrawn_at IS NULL AND ($6::uuid IS NULL OR o.id = $6)
    ORDER BY o.ordinal, o.name, o.id`,
}

export function listCategories(
  database: Database,
  act: CallerAct,
  communityId: string,
  { companyWide, only = null }: { companyWide: boolean; only?: string | null },
): Promise<DocumentCategory[]> {
  return database.read<DocumentCategory>(act.reach, LIST, [...standing(act, communityId), companyWide, only])
}
