import type { EntityManager } from 'typeorm'
import { ProblemError } from '../../../platform/http/index.ts'

export interface BalanceChange {
  communityId: string
  unitId: string
  /** Below 0 takes out. */
  byFen: number
}

/** What refunds that are agreed upon will take out of the balance; nobody else may use it meanwhile. */
const KEPT_FOR_REFUNDS = `
  SELECT coalesce(sum(r.ahead_fen), 0)::float8 FROM refunds r WHERE r.community_id = $1 AND r.unit_id = $2
    AND r.state IN ('asked', 'approved', 'sent', 'abnormal')`

/** What of a household's balance can be used, with the balance locked. */
export async function freeBalance(tx: EntityManager, communityId: string, unitId: string): Promise<number> {
  const [row] = (await tx.query(
    'SELECT balance_fen::float8 AS fen FROM unit_balances WHERE community_id = $1 AND unit_id = $2 FOR UPDATE',
    [communityId, unitId],
  )) as { fen: number }[]
  if (!row) return 0
  const [{ kept }] = (await tx.query(`SELECT (${KEPT_FOR_REFUNDS}) AS kept`, [communityId, unitId])) as [{ kept: number }]
  return row.fen - kept
}

/** Puts money into a household's balance, or takes it out where what is kept for refunds does not matter. */
export async function changeBalance(tx: EntityManager, { communityId, unitId, byFen }: BalanceChange): Promise<void> {
  if (byFen === 0) return
  await tx.query(
    `INSERT INTO unit_balances (community_id, unit_id, balance_fen) VALUES ($1, $2, 0)
     ON CONFLICT (community_id, unit_id) DO NOTHING`,
    [communityId, unitId],
  )
  await tx.query('UPDATE unit_balances SET balance_fen = balance_fen + $3 WHERE community_id = $1 AND unit_id = $2', [
    communityId,
    unitId,
    byFen,
  ])
}

/** @throws ProblemError BALANCE_TOO_SMALL when less is free */
export async function useBalance(tx: EntityManager, { communityId, unitId, byFen }: BalanceChange): Promise<void> {
  if ((await freeBalance(tx, communityId, unitId)) < byFen) throw new ProblemError('BALANCE_TOO_SMALL')
  await changeBalance(tx, { communityId, unitId, byFen: -byFen })
}
