import { beginningOf, ENTRY_CONTENT, hashOf, signatureOf, type Link } from './rules/chain.ts'
import type { Ask } from './verify-chain.ts'

const BATCH = 2000

/** Two workers do not seal at once; should they, the unique place of each entry stops the second. */
const ALONE = `SELECT pg_try_advisory_xact_lock(hashtext('yinuo audit seal')) AS alone`

/** From the head and not from the last entry: what was cut off stays missing. */
const LAST_HEAD = `SELECT seq::float8 AS seq, hash FROM audit_heads WHERE company_id = $1 ORDER BY seq DESC LIMIT 1`

const UNSEALED = `
  SELECT id, ${ENTRY_CONTENT} AS content FROM audit_entries WHERE company_id = $1 AND seq IS NULL ORDER BY id LIMIT ${BATCH}`

const SEAL = `
  UPDATE audit_entries e SET seq = s.seq, sealed_at = $2, prev_hash = s.prev_hash, hash = s.hash
  FROM unnest($3::uuid[], $4::bigint[], $5::bytea[], $6::bytea[]) AS s(id, seq, prev_hash, hash)
  WHERE e.company_id = $1 AND e.id = s.id`

const KEEP_HEAD = `
  INSERT INTO audit_heads (company_id, day, seq, hash, sealed_at, signature) VALUES ($1, $2, $3, $4, $5, $6)
  ON CONFLICT (company_id, day) DO UPDATE SET seq = excluded.seq, hash = excluded.hash, sealed_at = excluded.sealed_at,
    signature = excluded.signature, exported_at = NULL`

const dayInChina = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' })

/** The day a head belongs to, e.g. 2026-07-01. */
export const dayOf = (instant: Date) => dayInChina.format(instant)

/** Gives a company's waiting entries their places, some thousands in one transaction. Returns how many. */
export async function sealEntries(ask: Ask, companyId: string, now: Date, signingKey: string): Promise<number> {
  const [lock] = await ask<{ alone: boolean }>(ALONE, [])
  if (!lock!.alone) return 0
  const [head] = await ask<Link>(LAST_HEAD, [companyId])
  let last: Link = head ?? beginningOf(companyId)
  const waiting = await ask<{ id: string; content: string }>(UNSEALED, [companyId])
  if (waiting.length === 0) return 0
  const sealedAt = `${now.getTime()}000`
  const seals = waiting.map(({ id, content }) => {
    const seq = last.seq + 1
    const previous = last.hash
    last = { seq, hash: hashOf(previous, seq, sealedAt, content) }
    return { id, seq, previous, hash: last.hash }
  })
  await ask(SEAL, [
    companyId,
    now,
    seals.map(({ id }) => id),
    seals.map(({ seq }) => seq),
    seals.map(({ previous }) => previous),
    seals.map(({ hash }) => hash),
  ])
  const day = dayOf(now)
  await ask(KEEP_HEAD, [companyId, day, last.seq, last.hash, now, signatureOf(signingKey, companyId, day, last)])
  return seals.length
}
