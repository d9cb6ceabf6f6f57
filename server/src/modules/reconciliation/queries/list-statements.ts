import { reconciliationLimits as limits, type Page } from '@yinuo/contracts'
import type { Database } from '../../../platform/database/index.ts'
import { pageOf, ProblemError, readCursor } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'
import type { ReconciliationNumbers, StatementQuery, StatementRow } from '../http/reconciliation.dto.ts'

/** Statements `s` of an account that takes, or took, the money of community $1. */
export const OF_COMMUNITY = `
  s.company_id = (SELECT company_id FROM communities WHERE id = $1) AND s.account IN (
    SELECT concat_ws('/', m.mchid, m.sub_mchid) FROM pay_merchants m
    WHERE m.company_id = s.company_id AND (m.community_id IS NULL OR m.community_id = $1))`

/** Differences `d` that are this community's to look at: its own, and those of which nobody knows whose they are. */
export const ITS_DIFFERENCES = `(d.community_id = $1 OR d.community_id IS NULL)`

const LATE = `(s.checked_at IS NULL AND (s.state = 'refused'
  OR (s.day + 1)::timestamp AT TIME ZONE 'Asia/Shanghai' + interval '${limits.fromHour + limits.lateAfterHours} hours' < $2))`

const STATEMENT = `
  SELECT s.id, s.account, s.day::text, s.state, ${LATE} AS late, s.trouble, s.paid_count AS "paidCount", s.paid_fen::float8 AS "paidFen",
    s.refund_count AS "refundCount", s.refund_fen::float8 AS "refundFen", s.fee_fen::float8 AS "feeFen",
    s.our_paid_count AS "ourPaidCount", s.our_paid_fen::float8 AS "ourPaidFen", s.our_refund_count AS "ourRefundCount",
    s.our_refund_fen::float8 AS "ourRefundFen", s.flow_in_fen::float8 AS "flowInFen", s.flow_out_fen::float8 AS "flowOutFen",
    s.flow_fee_fen::float8 AS "flowFeeFen", d.differences, d.open AS "openDifferences", f.fee_fen::float8 AS "ownFeeFen",
    coalesce(f.entered, false) AS "feeEntered", s.checked_at AS "checkedAt"
  FROM pay_statements s
  CROSS JOIN LATERAL (SELECT count(*)::int AS differences, (count(*) FILTER (WHERE d.state = 'open'))::int AS open FROM pay_differences d
    WHERE d.company_id = s.company_id AND d.statement_id = s.id AND ${ITS_DIFFERENCES}) d
  LEFT JOIN LATERAL (SELECT f.fee_fen, coalesce(r.state IN ('asked', 'booked'), false) AS entered FROM pay_statement_fees f
    LEFT JOIN fund_records r ON r.community_id = f.community_id AND r.id = f.record_id
    WHERE f.company_id = s.company_id AND f.statement_id = s.id AND f.community_id = $1) f ON true
  WHERE ${OF_COMMUNITY}`

const STATEMENTS = {
  name: 'list-pay-statements',
  text: `${STATEMENT} AND ($3::date IS NULL OR s.day >= $3) AND ($4::date IS NULL OR s.day <= $4)
      AND ($5::date IS NULL OR (s.day, s.id) < ($5, $6::uuid))
    ORDER BY s.day DESC, s.id DESC LIMIT $7`,
}

interface Row extends Omit<StatementRow, 'checkedAt'> {
  checkedAt: Date | null
}

const statementRow = ({ checkedAt, ...row }: Row): StatementRow => ({ ...row, checkedAt: checkedAt?.toISOString() ?? null })

export async function listStatements(
  database: Database,
  act: CallerAct,
  communityId: string,
  { from, to, cursor, limit }: StatementQuery,
): Promise<Page<StatementRow>> {
  const after = readCursor(cursor, 2) ?? [null, null]
  const values = [communityId, act.now, from ?? null, to ?? null, ...after, limit + 1]
  const rows = await database.read<Row>(act.reach, STATEMENTS, values)
  return pageOf(rows, limit, (row) => [row.day, row.id], statementRow)
}

const ONE = { name: 'read-pay-statement', text: `${STATEMENT} AND s.id = $3` }

export async function readStatement(database: Database, act: CallerAct, communityId: string, id: string): Promise<StatementRow> {
  const [row] = await database.read<Row>(act.reach, ONE, [communityId, act.now, id])
  if (!row) throw new ProblemError('NOT_FOUND')
  return statementRow(row)
}

const NUMBERS = {
  name: 'reconciliation-numbers',
  text: `
    SELECT (SELECT count(*)::int FROM pay_differences d JOIN pay_statements s ON s.company_id = d.company_id AND s.id = d.statement_id
        WHERE d.state = 'open' AND ${ITS_DIFFERENCES} AND ${OF_COMMUNITY}) AS open,
      (SELECT count(*)::int FROM pay_statements s WHERE ${OF_COMMUNITY} AND ${LATE}) AS late`,
}

export async function reconciliationNumbers(
  database: Database,
  act: CallerAct,
  communityId: string,
): Promise<ReconciliationNumbers> {
  const [numbers] = await database.read<ReconciliationNumbers>(act.reach, NUMBERS, [communityId, act.now])
  return numbers!
}
