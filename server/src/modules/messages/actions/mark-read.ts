import type { EntityManager } from 'typeorm'
import type { CallerAct } from '../../access/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'

/** Reading twice changes nothing: the first time counts. */
export async function markRead(tx: EntityManager, act: CallerAct, messageId: string): Promise<void> {
  const { account, staff } = act.caller
  const mine = (await tx.query(
    `WITH mine AS (
       UPDATE messages SET read_at = coalesce(read_at, $2) WHERE id = $1 AND (account_id = $3 OR staff_id = $4) RETURNING id
     ) SELECT id FROM mine`,
    [messageId, act.now, account?.id ?? null, staff?.id ?? null],
  )) as unknown[]
  if (mine.length === 0) throw new ProblemError('NOT_FOUND')
}

export async function markAllRead(tx: EntityManager, act: CallerAct): Promise<void> {
  const { account, staff } = act.caller
  await tx.query(`UPDATE messages SET read_at = $1 WHERE read_at IS NULL AND (account_id = $2 OR staff_id = $3)`, [
    act.now,
    account?.id ?? null,
    staff?.id ?? null,
  ])
}
