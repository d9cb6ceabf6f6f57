import type { CallerAct } from '../../access/index.ts'

/**
 * What somebody may see is decided in the statement that looks for it, so that lists, counts, searches and links cannot
 * differ. A document is open where every category above it and the document itself name no post or one of the caller's.
 */
const open = (row: string, named: string, held: string) =>
  `(${row}.${named} IS NULL OR ${row}.${named} = '{}' OR ${row}.${named} && mine.${held})`

const openWithAllAbove = (named: string, held: string) => ['c', 'p', 'g'].map((row) => open(row, named, held)).join(' AND ')

/** Values 1 to 4 of every statement here: company, community, posts that read, posts that edit; 5: edits company-wide. */
export const VISIBLE = `
  mine AS (
    SELECT coalesce(array_agg(id) FILTER (WHERE code = ANY ($3::text[])), '{}') AS reading,
      coalesce(array_agg(id) FILTER (WHERE code = ANY ($4::text[])), '{}') AS editing
    FROM posts WHERE company_id = $1
  ), open_categories AS (
    SELECT c.*, ${openWithAllAbove('editor_posts', 'editing')} AS takes_changes,
      ARRAY[c.id, p.id, g.id] AS line
    FROM mine CROSS JOIN document_categories c
    LEFT JOIN document_categories p ON p.company_id = c.company_id AND p.id = c.parent_id
    LEFT JOIN document_categories g ON g.company_id = p.company_id AND g.id = p.parent_id
    WHERE c.company_id = $1 AND ${openWithAllAbove('reader_posts', 'reading')}
  ), visible AS (
    SELECT d.*, o.name AS category_name, o.line,
      o.takes_changes AND ${open('d', 'editor_posts', 'editing')} AND cardinality($4::text[]) > 0
        AND (d.community_id IS NOT NULL OR $5::boolean) AS may_edit
    FROM documents d JOIN open_categories o ON o.company_id = d.company_id AND o.id = d.category_id CROSS JOIN mine
    WHERE d.company_id = $1 AND (d.community_id = $2 OR d.community_id IS NULL) AND ${open('d', 'reader_posts', 'reading')}
  )`

/** The days that count: the nearer of the two, and how near it is. */
export const dueOf = (today: string) => `
  CASE WHEN least(d.valid_until, d.review_by) < ${today} THEN 'expired'
    WHEN least(d.valid_until, d.review_by) - d.remind_days <= ${today} THEN 'expiring' END`

/** The caller's posts here, by what they allow; a post counts only for what it gives itself. */
export function standing(act: Pick<CallerAct, 'caller'>, communityId: string): [string, string, string[], string[]] {
  const { companyId, posts } = act.caller.staff!
  const here = posts.filter((post) => post.communityId === communityId)
  const codesWith = (permission: 'documents.read' | 'documents.edit') =>
    here.filter((post) => post.permissions.includes(permission)).map((post) => post.code)
  return [companyId, communityId, codesWith('documents.read'), codesWith('documents.edit')]
}
