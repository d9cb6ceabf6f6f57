import type { Page, SharedCostView } from '@yinuo/contracts'
import type { Database } from '../../../platform/database/index.ts'
import type { FileFacts, FileLinks } from '../../../platform/files/index.ts'
import { pageOf, ProblemError, readCursor } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'

const LIST = {
  name: 'list-shared-costs',
  text: `
    SELECT k.id, k.charge_id AS "chargeId", c.name AS "chargeName", k.period_from::text AS "periodFrom", k.amount_fen::float8 AS "amountFen",
      k.share_key AS "shareKey", k.text, k.entered_by_name AS "enteredByName", k.version,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('communityId', f.community_id, 'id', f.id, 'kind', f.kind,
          'hasThumbnail', f.thumbnail_key IS NOT NULL)), '[]') FROM files f WHERE f.community_id = k.community_id AND f.id = ANY (k.file_ids)) AS files,
      (SELECT count(*)::int FROM bills b WHERE b.community_id = k.community_id AND b.charge_id = k.charge_id AND b.period_from = k.period_from
        AND b.reversed_at IS NULL) AS bills
    FROM shared_costs k JOIN charges c ON c.community_id = k.community_id AND c.id = k.charge_id
    WHERE k.community_id = $1 AND k.withdrawn_at IS NULL AND ($2::uuid IS NULL OR k.id = $2)
      AND ($3::date IS NULL OR (k.period_from, k.id) < ($3, $4::uuid))
    ORDER BY k.period_from DESC, k.id DESC LIMIT $5`,
}

type Row = Omit<SharedCostView, 'files'> & { files: FileFacts[] }

export async function listSharedCosts(
  { database, links }: { database: Database; links: FileLinks },
  act: CallerAct,
  communityId: string,
  { id, cursor, limit }: { id?: string; cursor?: string; limit: number },
): Promise<Page<SharedCostView>> {
  const after = readCursor(cursor, 2) ?? [null, null]
  const rows = await database.read<Row>(act.reach, LIST, [communityId, id ?? null, ...after, limit + 1])
  return pageOf(
    rows,
    limit,
    (row) => [row.periodFrom, row.id],
    (row) => ({ ...row, files: row.files.map((file) => links.fileView(file, act)) }),
  )
}

export async function readSharedCost(
  from: { database: Database; links: FileLinks },
  act: CallerAct,
  communityId: string,
  id: string,
): Promise<SharedCostView> {
  const [found] = (await listSharedCosts(from, act, communityId, { id, limit: 1 })).items
  if (!found) throw new ProblemError('NOT_FOUND')
  return found
}
