import { createHash, createHmac } from 'node:crypto'

/** Where a chain stands: its last entry's position and hash. */
export interface Link {
  seq: number
  hash: Buffer
}

/** What each chain begins with, so that the entries of one company are no chain of another. */
export function beginningOf(companyId: string): Link {
  return { seq: 0, hash: createHash('sha256').update(`yinuo audit ${companyId}`).digest() }
}

/** Seals an entry onto a chain. `content` is the entry as the database tells it (see ENTRY_CONTENT), `sealedAt` microseconds. */
export function hashOf(previous: Buffer, seq: number, sealedAt: string, content: string): Buffer {
  return createHash('sha256').update(previous).update(`${seq} ${sealedAt} ${content}`).digest()
}

/** Made with a key the database does not have, so that who rewrites a chain cannot make a head for it. */
export function signatureOf(key: string, companyId: string, day: string, { seq, hash }: Link): Buffer {
  return createHmac('sha256', `${key} audit head`)
    .update(`${companyId} ${day} ${seq} ${hash.toString('hex')}`)
    .digest()
}

/**
 * Every column of an entry in one text. JSON as jsonb keeps it and microseconds since 1970, so that neither the order of
 * keys nor the time zone of a session changes it.
 */
export const ENTRY_CONTENT = `jsonb_build_array(company_id, id, community_id, (extract(epoch FROM at) * 1000000)::bigint, actor_kind,
  actor_id, actor_name, action, subject_kind, subject_id, before, after, trace_id, address)::text`
