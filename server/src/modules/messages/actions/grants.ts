import type { SubscriptionTemplate } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import { newId } from '../../../platform/clock/index.ts'
import type { Act } from '../../../platform/database/index.ts'
import { partnerOf, type Acceptance, type KnownGrant } from '../rules/pair-grants.ts'

/** Whose message of which template; the ledger is kept by these two. */
export interface Subscription {
  openid: string
  template: SubscriptionTemplate
}

export interface ToldAcceptance extends Subscription, Acceptance {
  /** The same for every repetition of this telling. */
  ask: string
}

interface GrantRow {
  id: string
  source: 'client' | 'event'
  granted_at: Date
  client_ask: string | null
  event_ask: string | null
  paired_at: Date | null
}

/** Enters an acceptance into the ledger: once, whether the client, WeChat's event or both tell of it, however often. */
export async function recordGrant(tx: EntityManager, act: Act, told: ToldAcceptance): Promise<void> {
  const { openid, template, source, ask, grantedAt } = told
  await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 1))`, [`grants ${openid} ${template}`])
  const rows = (await tx.query(
    `SELECT id, source, granted_at, client_ask, event_ask, paired_at FROM message_grants
     WHERE openid = $1 AND template = $2 AND (granted_at BETWEEN $3::timestamptz - interval '5 minutes' AND $3::timestamptz + interval '5 minutes'
       OR client_ask = $4 OR event_ask = $4)`,
    [openid, template, grantedAt, ask],
  )) as GrantRow[]
  if (rows.some((row) => (source === 'client' ? row.client_ask : row.event_ask) === ask)) return
  const known = rows.map((row): KnownGrant => ({ ...row, grantedAt: row.granted_at, paired: row.paired_at !== null }))
  const partner = partnerOf(told, known)
  const column = source === 'client' ? 'client_ask' : 'event_ask'
  if (partner) {
    await tx.query(`UPDATE message_grants SET ${column} = $2, paired_at = $3 WHERE id = $1`, [partner, ask, act.now])
    return
  }
  await tx.query(
    `INSERT INTO message_grants (id, openid, template, ${column}, source, granted_at) VALUES ($1, $2, $3, $4, $5, $6)`,
    [newId(act.now), openid, template, ask, source, grantedAt],
  )
}

/**
 * Takes one grant for each message, before anything is sent. Takers beside each other get different ones; none is ever
 * given twice.
 * @returns the grants by their messages; who has none is left out
 */
export async function takeGrants(
  tx: EntityManager,
  act: Act,
  wishes: readonly (Subscription & { messageId: string })[],
): Promise<Map<string, string>> {
  if (wishes.length === 0) return new Map()
  const taken = (await tx.query(
    `WITH wanted AS (
       SELECT openid, template, array_agg(message_id ORDER BY message_id) AS messages
       FROM unnest($1::text[], $2::text[], $3::uuid[]) AS wish (openid, template, message_id) GROUP BY openid, template
     ), free AS (
       SELECT g.id, w.messages, row_number() OVER (PARTITION BY w.openid, w.template ORDER BY g.granted_at, g.id) AS turn
       FROM wanted w CROSS JOIN LATERAL (
         SELECT id, granted_at FROM message_grants
         WHERE openid = w.openid AND template = w.template AND consumed_at IS NULL
         ORDER BY granted_at, id LIMIT cardinality(w.messages) FOR UPDATE SKIP LOCKED
       ) AS g
     ), taken AS (
       UPDATE message_grants g SET consumed_at = $4, consumed_by = free.messages[free.turn] FROM free WHERE g.id = free.id
       RETURNING g.id, g.consumed_by
     ) SELECT id, consumed_by FROM taken`,
    [
      wishes.map(({ openid }) => openid),
      wishes.map(({ template }) => template),
      wishes.map(({ messageId }) => messageId),
      act.now,
    ],
  )) as { id: string; consumed_by: string }[]
  return new Map(taken.map(({ id, consumed_by }) => [consumed_by, id]))
}

export async function hasGrantLeft(tx: EntityManager, { openid, template }: Subscription): Promise<boolean> {
  const rows = (await tx.query(
    `SELECT 1 FROM message_grants WHERE openid = $1 AND template = $2 AND consumed_at IS NULL LIMIT 1`,
    [openid, template],
  )) as unknown[]
  return rows.length > 0
}

/** The person switched this message off: what was accepted until then serves no more. */
export async function withdrawGrants(
  tx: EntityManager,
  act: Act,
  { openid, template }: Subscription,
  until: Date,
): Promise<void> {
  await tx.query(
    `UPDATE message_grants SET consumed_at = $3 WHERE openid = $1 AND template = $2 AND consumed_at IS NULL AND granted_at <= $4`,
    [openid, template, act.now, until],
  )
}
