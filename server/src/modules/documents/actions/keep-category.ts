import { documentLimits } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import { recordAudit } from '../../../platform/audit/index.ts'
import { newId } from '../../../platform/clock/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { standing, VISIBLE } from '../queries/visible.sql.ts'
import { refuseUnknownPosts } from './audit-document.ts'

export interface CategoryWish {
  name: string
  parentId?: string
  ordinal?: number
  readerPosts: string[]
  editorPosts: string[]
  version?: number
}

interface CategoryRecord {
  id: string
  parent_id: string | null
  name: string
  ordinal: number
  reader_posts: string[]
  editor_posts: string[]
  version: number
  takes_changes: boolean
  depth: number
}

export async function addCategory(tx: EntityManager, act: CallerAct, communityId: string, wish: CategoryWish): Promise<string> {
  const { companyId } = act.caller.staff!
  await refuseWrongWish(tx, act, communityId, wish, null)
  const id = newId(act.now)
  const [row] = await tx
    .query<{ ordinal: number }[]>(
      `INSERT INTO document_categories (company_id, id, parent_id, name, ordinal, reader_posts, editor_posts)
       SELECT $1, $2, $3::uuid, $4, coalesce($5::int, (SELECT coalesce(max(ordinal), 0) + 1 FROM document_categories
         WHERE company_id = $1 AND parent_id IS NOT DISTINCT FROM $3::uuid)), $6, $7 RETURNING ordinal`,
      [companyId, id, wish.parentId ?? null, wish.name, wish.ordinal ?? null, wish.readerPosts, wish.editorPosts],
    )
    .catch(orDuplicate)
  await auditCategory(tx, act, id, 'documents.add-category', null, { ...wish, ...row })
  return id
}

export async function editCategory(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  id: string,
  wish: CategoryWish,
): Promise<void> {
  const category = await loadCategory(tx, act, communityId, id)
  if (category.version !== wish.version) throw new ProblemError('STALE_VERSION')
  await refuseWrongWish(tx, act, communityId, wish, category)
  const ordinal = wish.ordinal ?? category.ordinal
  await tx
    .query(
      `UPDATE document_categories SET parent_id = $3, name = $4, ordinal = $5, reader_posts = $6, editor_posts = $7,
         version = version + 1 WHERE company_id = $1 AND id = $2`,
      [act.caller.staff!.companyId, id, wish.parentId ?? null, wish.name, ordinal, wish.readerPosts, wish.editorPosts],
    )
    .catch(orDuplicate)
  const { name, parent_id: parentId, reader_posts: readerPosts, editor_posts: editorPosts } = category
  const before = { name, parentId, ordinal: category.ordinal, readerPosts, editorPosts }
  await auditCategory(tx, act, id, 'documents.edit-category', before, { ...wish, version: undefined, ordinal })
}

/** A category without documents in force and without categories below is offered no more. */
export async function withdrawCategory(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  id: string,
  version: number,
): Promise<void> {
  const category = await loadCategory(tx, act, communityId, id)
  if (category.version !== version) throw new ProblemError('STALE_VERSION')
  const [use] = (await tx.query(
    `SELECT EXISTS (SELECT 1 FROM document_categories WHERE company_id = $1 AND parent_id = $2 AND withdrawn_at IS NULL)
       OR EXISTS (SELECT 1 FROM documents WHERE company_id = $1 AND category_id = $2 AND state = 'current') AS used`,
    [act.caller.staff!.companyId, id],
  )) as { used: boolean }[]
  if (use!.used) throw new ProblemError('CATEGORY_IN_USE')
  await tx.query('UPDATE document_categories SET withdrawn_at = $3, version = version + 1 WHERE company_id = $1 AND id = $2', [
    act.caller.staff!.companyId,
    id,
    act.now,
  ])
  await auditCategory(tx, act, id, 'documents.withdraw-category', { name: category.name }, null)
}

/** The tree changes one at a time, so that no two changes together make it too deep or a ring. */
async function loadCategory(tx: EntityManager, act: CallerAct, communityId: string, id: string): Promise<CategoryRecord> {
  const { companyId } = act.caller.staff!
  await tx.query('SELECT 1 FROM document_categories WHERE company_id = $1 ORDER BY id FOR UPDATE', [companyId])
  const [category] = (await tx.query(
    `WITH ${VISIBLE} SELECT *, cardinality(array_remove(line, NULL)) AS depth FROM open_categories
     WHERE id = $6 AND withdrawn_at IS NULL`,
    [...standing(act, communityId), true, id],
  )) as CategoryRecord[]
  if (!category) throw new ProblemError('NOT_FOUND')
  if (!category.takes_changes) throw new ProblemError('NOT_ALLOWED')
  return category
}

async function refuseWrongWish(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  wish: CategoryWish,
  category: CategoryRecord | null,
): Promise<void> {
  await refuseUnknownPosts(tx, act, 'readerPosts', wish.readerPosts)
  await refuseUnknownPosts(tx, act, 'editorPosts', wish.editorPosts)
  if (!wish.parentId || wish.parentId === category?.parent_id) return
  const parent = await loadCategory(tx, act, communityId, wish.parentId)
  const levels = category ? await levelsFrom(tx, act, category.id, wish.parentId) : 1
  if (parent.depth + levels > documentLimits.depth) {
    const message = `分类最多 ${documentLimits.depth} 级，请另选上级分类。`
    throw new ProblemError('VALIDATION_FAILED', {}, [{ field: 'parentId', message }])
  }
}

/** How many levels a category is with what is below it; too many where it would come to stand below itself. */
async function levelsFrom(tx: EntityManager, act: CallerAct, id: string, parentId: string): Promise<number> {
  const [row] = (await tx.query(
    `WITH RECURSIVE below AS (
       SELECT id, 1 AS level FROM document_categories WHERE company_id = $1 AND id = $2
       UNION ALL
       SELECT c.id, b.level + 1 FROM document_categories c JOIN below b ON c.parent_id = b.id
       WHERE c.company_id = $1 AND c.withdrawn_at IS NULL
     ) SELECT CASE WHEN bool_or(id = $3) THEN 99 ELSE max(level) END AS levels FROM below`,
    [act.caller.staff!.companyId, id, parentId],
  )) as { levels: number }[]
  return row!.levels
}

async function auditCategory(
  tx: EntityManager,
  act: CallerAct,
  id: string,
  action: string,
  before: unknown,
  after: unknown,
): Promise<void> {
  const { companyId } = act.caller.staff!
  await recordAudit(tx, act, {
    companyId,
    communityId: null,
    action,
    subjectKind: 'document-category',
    subjectId: id,
    before,
    after,
  })
}

function orDuplicate(error: unknown): never {
  const { code } = error as { code?: string }
  throw code === '23505' ? new ProblemError('DUPLICATE', { what: '同一级的分类名称' }) : error
}
