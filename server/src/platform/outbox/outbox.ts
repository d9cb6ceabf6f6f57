import type { EntityManager } from 'typeorm'
import { newId } from '../clock/index.ts'
import type { Act } from '../database/act.ts'

/** An event as handlers get it. Handlers run in the transaction that removes it: their effect happens exactly once. */
export interface OutboxEvent<Payload = Record<string, unknown>> {
  id: string
  topic: string
  communityId: string
  payload: Payload
  traceId: string | null
}

export type OutboxHandler = (tx: EntityManager, act: Act, event: OutboxEvent) => Promise<void>

/** Tells other modules what happened, in the transaction in which it happened. */
export async function tell(
  tx: EntityManager,
  act: Act,
  topic: string,
  communityId: string,
  payload: Record<string, unknown>,
): Promise<void> {
  await tx.query(
    `INSERT INTO outbox (id, topic, community_id, payload, trace_id, created_at, available_at) VALUES ($1, $2, $3, $4, $5, $6, $6)`,
    [newId(act.now), topic, communityId, JSON.stringify(payload), act.traceId, act.now],
  )
}
