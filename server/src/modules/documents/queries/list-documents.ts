import type { DocumentDue, DocumentNumbers, DocumentRow, DocumentState, Page } from '@yinuo/contracts'
import type { Database } from '../../../platform/database/index.ts'
import { pageOf, readCursor } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { dayOf } from '../rules/due.ts'
import { FILE, ROW, rowView, type Row } from './document-row.ts'
import { dueOf, standing, VISIBLE } from './visible.sql.ts'

export interface DocumentWish {
  query?: string | undefined
  categoryId?: string | undefined
  state?: DocumentState | undefined
  due?: DocumentDue | undefined
  cursor?: string | undefined
  limit: number
}

const due = dueOf('$6::date')

const LIST = {
  name: 'list-documents',
  text: `
    WITH ${VISIBLE}
    SELECT ${ROW}, ${due} AS due FROM visible d ${FILE}
    WHERE d.state = $7 AND ($8::uuid IS NULL OR $8 = ANY (d.line)) AND ($9::text IS NULL OR ${due} = $9)
      AND ($10::timestamptz IS NULL OR (d.updated_at, d.id) < ($10, $11::uuid))
    ORDER BY d.updated_at DESC, d.id DESC LIMIT $12`,
}

const NUMBERS = {
  name: 'document-numbers',
  text: `
    WITH ${VISIBLE}, dues AS (SELECT ${due} AS due FROM visible d WHERE d.state = 'current')
    SELECT count(*) FILTER (WHERE due = 'expiring')::int AS expiring, count(*) FILTER (WHERE due = 'expired')::int AS expired FROM dues`,
}

export async function listDocuments(
  database: Database,
  act: CallerAct,
  communityId: string,
  wish: DocumentWish,
): Promise<Page<DocumentRow>> {
  const after = readCursor(wish.cursor, 2) ?? [null, null]
  const filters = [dayOf(act.now), wish.state ?? 'current', wish.categoryId ?? null, wish.due ?? null]
  const values = [...standing(act, communityId), false, ...filters, ...after, wish.limit + 1]
  const rows = await database.read<Row>(act.reach, LIST, values)
  return pageOf(
    rows,
    wish.limit,
    (row) => [row.updated_at.toISOString(), row.id],
    (row) => rowView(row),
  )
}

export async function documentNumbers(database: Database, act: CallerAct, communityId: string): Promise<DocumentNumbers> {
  const values = [...standing(act, communityId), false, dayOf(act.now)]
  const [numbers] = await database.read<DocumentNumbers>(act.reach, NUMBERS, values)
  return numbers!
}
