import type { Page } from '@yinuo/contracts'
import type { Database } from '../../../platform/database/index.ts'
import { pageOf, ProblemError, readCursor } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'
import type { DifferenceQuery, DifferenceRow } from '../http/reconciliation.dto.ts'
import { ITS_DIFFERENCES, OF_COMMUNITY } from './list-statements.ts'

const DIFFERENCE = `
  SELECT d.id, d.statement_id AS "statementId", s.account, s.day::text, d.kind, d.number, d.wechat_number AS "wechatNumber",
    d.bill_fen::float8 AS "billFen", d.our_fen::float8 AS "ourFen", d.happened_at AS "happenedAt", d.payment_id AS "paymentId",
    p.state AS "paymentState", u.label AS "unitLabel", d.refund_id AS "refundId", r.state AS "refundState", o.id AS "overpaymentId",
    o.amount_fen::float8 AS "overpaymentFen", o.state AS "overpaymentState", o.version AS "overpaymentVersion", d.state, d.reason,
    d.settled_by_name AS "settledByName", d.settled_at AS "settledAt", d.version
  FROM pay_differences d
  JOIN pay_statements s ON s.company_id = d.company_id AND s.id = d.statement_id
  LEFT JOIN payments p ON p.community_id = d.community_id AND p.id = d.payment_id
  LEFT JOIN units u ON u.community_id = p.community_id AND u.id = p.unit_id
  LEFT JOIN refunds r ON r.community_id = d.community_id AND r.id = d.refund_id
  LEFT JOIN overpayments o ON o.community_id = d.community_id AND o.payment_id = d.payment_id
  WHERE ${ITS_DIFFERENCES} AND ${OF_COMMUNITY}`

const DIFFERENCES = {
  name: 'list-pay-differences',
  text: `${DIFFERENCE} AND ($2::text IS NULL OR d.state = $2) AND ($3::text IS NULL OR d.kind = $3) AND ($4::date IS NULL OR s.day = $4)
      AND ($5::text IS NULL OR strpos(d.number, $5) > 0 OR strpos(d.wechat_number, $5) > 0 OR strpos(u.label, $5) > 0)
      AND ($6::timestamptz IS NULL OR (d.happened_at, d.id) < ($6, $7::uuid))
    ORDER BY d.happened_at DESC, d.id DESC LIMIT $8`,
}

interface Row extends Omit<DifferenceRow, 'happenedAt' | 'settledAt'> {
  happenedAt: Date
  settledAt: Date | null
}

const differenceRow = ({ happenedAt, settledAt, ...row }: Row): DifferenceRow => ({
  ...row,
  happenedAt: happenedAt.toISOString(),
  settledAt: settledAt?.toISOString() ?? null,
})

export async function listDifferences(
  database: Database,
  act: CallerAct,
  communityId: string,
  { state, kind, day, query, cursor, limit }: DifferenceQuery,
): Promise<Page<DifferenceRow>> {
  const after = readCursor(cursor, 2) ?? [null, null]
  const values = [communityId, state ?? null, kind ?? null, day ?? null, query ?? null, ...after, limit + 1]
  const rows = await database.read<Row>(act.reach, DIFFERENCES, values)
  return pageOf(rows, limit, (row) => [row.happenedAt.toISOString(), row.id], differenceRow)
}

const ONE = { name: 'read-pay-difference', text: `${DIFFERENCE} AND d.id = $2` }

export async function readDifference(
  database: Database,
  act: CallerAct,
  communityId: string,
  id: string,
): Promise<DifferenceRow> {
  const [row] = await database.read<Row>(act.reach, ONE, [communityId, id])
  if (!row) throw new ProblemError('NOT_FOUND')
  return differenceRow(row)
}
