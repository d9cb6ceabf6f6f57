import type { ResidencyRole } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import { newId } from '../../../platform/clock/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { todayIn } from '../queries/today.ts'
import { recordMove } from './record-move.ts'

export interface Newcomer {
  accountId: string
  unitId: string
  role: ResidencyRole
  name: string
  phone: string
  validUntil: string | null
}

/**
 * Joins archive, residency and account in one step, so that every right begins at once.
 * @returns the resident's id
 */
export async function settleIn(tx: EntityManager, act: CallerAct, communityId: string, newcomer: Newcomer): Promise<string> {
  // An account let in to two homes at once is one resident all the same.
  await tx.query('SELECT 1 FROM accounts WHERE id = $1 FOR NO KEY UPDATE', [newcomer.accountId])
  const residentId = await residentOf(tx, act, communityId, newcomer)
  const on = todayIn(act)
  const begun = (await tx.query(
    `INSERT INTO residencies (community_id, id, unit_id, resident_id, role, valid_from, valid_until)
     SELECT $1, $2, $3, $4, $5, $6::date, $7::date
     WHERE NOT EXISTS (
       SELECT 1 FROM residencies WHERE community_id = $1 AND unit_id = $3 AND resident_id = $4 AND role = $5
         AND valid_from <= $6::date AND (valid_until IS NULL OR valid_until >= $6::date))
     ON CONFLICT (community_id, unit_id, resident_id, role, valid_from) DO UPDATE
       SET valid_until = excluded.valid_until, ended_because = NULL, version = residencies.version + 1
     RETURNING id`,
    [communityId, newId(act.now), newcomer.unitId, residentId, newcomer.role, on, newcomer.validUntil],
  )) as unknown[]
  const { unitId, role } = newcomer
  if (begun.length > 0) await recordMove(tx, act, { communityId, unitId, residentId, role, kind: 'move-in', on })
  return residentId
}

/**
 * The newcomer in the community's archive: the one already joined to the account, else the one on file for this unit
 * under the same name and number, else a new one. A number nobody vouches for brings no right that was not asked for: then
 * the one on file must have this home in this role and nothing else.
 */
async function residentOf(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  { accountId, unitId, role, name, phone }: Newcomer,
): Promise<string> {
  const [known] = (await tx.query(
    `SELECT r.id, r.account_id FROM residents r
     WHERE r.community_id = $1 AND (r.account_id = $2 OR (r.account_id IS NULL AND r.name = $3 AND r.phone = $4
       AND EXISTS (SELECT 1 FROM residencies h WHERE h.community_id = $1 AND h.resident_id = r.id AND h.unit_id = $5)
       AND (EXISTS (SELECT 1 FROM accounts a WHERE a.id = $2 AND a.phone = $4)
         OR NOT EXISTS (SELECT 1 FROM residencies o WHERE o.community_id = $1 AND o.resident_id = r.id
           AND (o.unit_id <> $5 OR o.role <> $6)))))
     ORDER BY r.account_id NULLS LAST, r.id LIMIT 1 FOR UPDATE`,
    [communityId, accountId, name, phone, unitId, role],
  )) as { id: string; account_id: string | null }[]
  if (known?.account_id) return known.id
  if (known) {
    await tx.query('UPDATE residents SET account_id = $3 WHERE community_id = $1 AND id = $2', [communityId, known.id, accountId])
    return known.id
  }
  const id = newId(act.now)
  await tx.query('INSERT INTO residents (community_id, id, name, phone, account_id) VALUES ($1, $2, $3, $4, $5)', [
    communityId,
    id,
    name,
    phone,
    accountId,
  ])
  return id
}
