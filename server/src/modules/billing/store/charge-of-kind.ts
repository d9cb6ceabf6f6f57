import { billKinds, funds, type BillKind, type Fund } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import { newId } from '../../../platform/clock/index.ts'
import type { Act } from '../../../platform/database/index.ts'

/** Under what name the bills that no run makes are known; the office gives no charge such a name. */
export const nameOfKind = (kind: Exclude<BillKind, 'charge'>, fund: Fund) =>
  fund === 'property-fee' ? billKinds[kind] : `${billKinds[kind]}（${funds[fund]}）`

export const isReservedName = (name: string) => [billKinds.service, billKinds['late-fee']].some((word) => name.startsWith(word))

/** The charge that stands for all bills of a kind and a fund; made when the first of them is. */
export async function chargeOfKind(
  tx: EntityManager,
  act: Act,
  communityId: string,
  kind: Exclude<BillKind, 'charge'>,
  fund: Fund,
): Promise<{ id: string; name: string }> {
  const find = () =>
    tx.query(`SELECT id, name FROM charges WHERE community_id = $1 AND kind = $2 AND fund = $3`, [
      communityId,
      kind,
      fund,
    ]) as Promise<{ id: string; name: string }[]>
  const [found] = await find()
  if (found) return found
  await tx.query(
    `INSERT INTO charges (community_id, id, name, fund, basis, cycle, due_after_days, kind, created_at)
     VALUES ($1, $2, $3, $4, 'unit', 'month', 30, $5, $6) ON CONFLICT DO NOTHING`,
    [communityId, newId(act.now), nameOfKind(kind, fund), fund, kind, act.now],
  )
  return (await find())[0]!
}
