import type { EntityManager } from 'typeorm'
import { ProblemError } from '../http/problem.ts'
import type { Act } from './act.ts'

interface KeptAnswer {
  request_hash: Buffer
  body: unknown
}

/**
 * Claims the act's key for this transaction, or finds the answer kept under it.
 * @throws ProblemError IDEMPOTENCY_IN_FLIGHT while the first request is still at work, IDEMPOTENCY_KEY_REUSED for another body.
 */
export async function claimKey(tx: EntityManager, act: Act): Promise<{ body: unknown } | null> {
  const { key, requestHash } = act.idempotency!
  const [{ free }] = (await tx.query(`SELECT pg_try_advisory_xact_lock(hashtextextended($1, 0)) AS free`, [
    `${act.actor.id}:${key}`,
  ])) as [{ free: boolean }]
  if (!free) throw new ProblemError('IDEMPOTENCY_IN_FLIGHT')
  const kept = (await tx.query(`SELECT request_hash, body FROM idempotency_keys WHERE caller_id = $1 AND key = $2`, [
    act.actor.id,
    key,
  ])) as KeptAnswer[]
  return kept[0] ? sameRequest(kept[0], requestHash) : null
}

/** The kept answer, if it was given to the same request. */
export function sameRequest(kept: KeptAnswer, requestHash: Buffer): { body: unknown } {
  if (!kept.request_hash.equals(requestHash)) throw new ProblemError('IDEMPOTENCY_KEY_REUSED')
  return { body: kept.body }
}

/** Keeps the answer beside its effect, in the same transaction. */
export async function keepAnswer(tx: EntityManager, act: Act, body: unknown): Promise<void> {
  await tx.query(
    `INSERT INTO idempotency_keys (caller_id, key, request_hash, status, body, created_at) VALUES ($1, $2, $3, 200, $4, $5)`,
    [act.actor.id, act.idempotency!.key, act.idempotency!.requestHash, JSON.stringify(body ?? null), act.now],
  )
}
