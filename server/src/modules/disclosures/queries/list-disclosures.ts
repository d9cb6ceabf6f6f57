import type { DisclosureState, Fund } from '@yinuo/contracts'
import type { Database } from '../../../platform/database/index.ts'
import { pageOf, readCursor } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { ROW, rowView, type Row } from './disclosure-row.ts'

const LIST = {
  name: 'list-disclosures',
  text: `
    SELECT ${ROW} FROM disclosures d
    WHERE d.community_id = $1 AND ($2::text IS NULL OR d.fund = $2) AND ($3::text IS NULL OR d.state = $3)
      AND ($4::date IS NULL OR (d.period_from, d.id) < ($4, $5::uuid))
    ORDER BY d.period_from DESC, d.id DESC LIMIT $6`,
}

export interface DisclosureFilter {
  fund?: Fund
  state?: DisclosureState
  cursor?: string
  limit: number
}

export async function listDisclosures(
  database: Database,
  act: CallerAct,
  communityId: string,
  { fund, state, cursor, limit }: DisclosureFilter,
) {
  const after = readCursor(cursor, 2) ?? [null, null]
  const values = [communityId, fund ?? null, state ?? null, ...after, limit + 1]
  const rows = await database.read<Row>(act.reach, LIST, values)
  return pageOf(rows, limit, (row) => [row.from, row.id], rowView)
}
