import type { BillRunView, Page, RunState } from '@yinuo/contracts'
import type { Database } from '../../../platform/database/index.ts'
import { pageOf, ProblemError, readCursor } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'

const LIST = {
  name: 'list-bill-runs',
  text: `
    SELECT r.id, to_char(r.month, 'YYYY-MM') AS month, r.started_by_name AS "startedByName", r.started_at AS "startedAt",
      r.finished_at AS "finishedAt", r.trouble, r.reversed_at AS "reversedAt", r.reversed_because AS "reversedBecause", r.version, x.charges
    FROM bill_runs r CROSS JOIN LATERAL (
      SELECT jsonb_agg(jsonb_build_object('chargeId', p.charge_id, 'chargeName', c.name, 'periodFrom', p.period_from, 'periodTo', p.period_to,
        'expected', p.expected, 'bills', p.bills, 'sumFen', p.sum_fen, 'done', p.finished_at IS NOT NULL) ORDER BY p.charge_id) AS charges
      FROM bill_run_charges p JOIN charges c ON c.community_id = p.community_id AND c.id = p.charge_id
      WHERE p.community_id = r.community_id AND p.run_id = r.id) x
    WHERE r.community_id = $1 AND ($2::uuid IS NULL OR r.id = $2) AND ($3::timestamptz IS NULL OR (r.started_at, r.id) < ($3, $4::uuid))
    ORDER BY r.started_at DESC, r.id DESC LIMIT $5`,
}

type Row = Omit<BillRunView, 'state' | 'startedAt' | 'finishedAt' | 'reversedAt' | 'bills' | 'sumFen'> & {
  startedAt: Date
  finishedAt: Date | null
  reversedAt: Date | null
}

function stateOf({ reversedAt, finishedAt, trouble }: Row): RunState {
  if (reversedAt) return 'reversed'
  if (finishedAt) return 'done'
  return trouble ? 'stuck' : 'working'
}

const view = (row: Row): BillRunView => ({
  ...row,
  state: stateOf(row),
  startedAt: row.startedAt.toISOString(),
  finishedAt: row.finishedAt?.toISOString() ?? null,
  reversedAt: row.reversedAt?.toISOString() ?? null,
  bills: row.charges.reduce((sum, { bills }) => sum + bills, 0),
  sumFen: row.charges.reduce((sum, { sumFen }) => sum + sumFen, 0),
})

export async function listRuns(
  database: Database,
  act: CallerAct,
  communityId: string,
  { cursor, limit }: { cursor?: string; limit: number },
): Promise<Page<BillRunView>> {
  const after = readCursor(cursor, 2) ?? [null, null]
  const rows = await database.read<Row>(act.reach, LIST, [communityId, null, ...after, limit + 1])
  return pageOf(rows, limit, (row) => [row.startedAt.toISOString(), row.id], view)
}

export async function readRun(database: Database, act: CallerAct, communityId: string, id: string): Promise<BillRunView> {
  const [row] = await database.read<Row>(act.reach, LIST, [communityId, id, null, null, 1])
  if (!row) throw new ProblemError('NOT_FOUND')
  return view(row)
}
