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
 * Takes one grant for one message, before anything is sent. Takers beside each other get different ones; none is ever
 * given twice.
 * @returns its id, or null when there is none
 */
export async function takeGrant(
  tx: EntityManager,
  act: Act,
  { openid, template }: Subscription,
  messageId: string,
): Promise<string | null> {
  const taken = (await tx.query(
    `WITH taken AS (
       UPDATE message_grants SET consumed_at = $3, consumed_by = $4
       WHERE id = (SELECT id FROM message_grants WHERE openid = $1 AND template = $2 AND consumed_at IS NULL
                   ORDER BY granted_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
       RETURNING id
     ) SELECT id FROM taken`,
    [openid, template, act.now, messageId],
  )) as { id: string }[]
  return taken[0]?.id ?? null
}

/** Gives back a grant of which it is certain that WeChat did not use it. */
export async function returnGrant(tx: EntityManager, grantId: string): Promise<void> {
  await tx.query(`UPDATE message_grants SET consumed_at = NULL, consumed_by = NULL WHERE id = $1`, [grantId])
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
