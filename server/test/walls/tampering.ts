import type pg from 'pg'

/** A number below `limit`; the same for the same seed. */
export type Draw = (limit: number) => number

/** mulberry32 */
export function drawFrom(seed: number): Draw {
  let state = seed >>> 0
  return (limit) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit
  }
}

export interface Planted {
  what: string
  /** where the chain is broken by it */
  seq: number
}

interface Chain {
  companyId: string
  length: number
}

type Tampering = (client: pg.Client, chain: Chain, draw: Draw) => Promise<Planted>

const edits = [
  `community_id = gen_random_uuid()`,
  `at = at + interval '1 microsecond'`,
  `actor_kind = 'system'`,
  `actor_id = gen_random_uuid()`,
  `actor_name = actor_name || ' '`,
  `action = 'people.edit'`,
  `subject_kind = 'post'`,
  `subject_id = gen_random_uuid()`,
  `before = NULL`,
  `after = jsonb_set(after, '{amount}', '1')`,
  `trace_id = reverse(trace_id)`,
  `address = NULL`,
  `sealed_at = sealed_at + interval '1 microsecond'`,
  `prev_hash = sha256('x')`,
  `hash = sha256('x')`,
  `id = gen_random_uuid()`,
]

const at = `company_id = $1 AND seq = $2`

const edit: Tampering = async (client, { companyId, length }, draw) => {
  const seq = 1 + draw(length)
  const change = edits[draw(edits.length)]!
  await client.query(`UPDATE audit_entries SET ${change} WHERE ${at}`, [companyId, seq])
  return { what: `set ${change}`, seq }
}

const remove: Tampering = async (client, { companyId, length }, draw) => {
  const seq = 1 + draw(length)
  await client.query(`DELETE FROM audit_entries WHERE ${at}`, [companyId, seq])
  return { what: 'delete', seq }
}

const removeAndCloseUp: Tampering = async (client, { companyId, length }, draw) => {
  const seq = 1 + draw(length - 1)
  await client.query(`DELETE FROM audit_entries WHERE ${at}`, [companyId, seq])
  await client.query('UPDATE audit_entries SET seq = -seq WHERE company_id = $1 AND seq > $2', [companyId, seq])
  await client.query('UPDATE audit_entries SET seq = -seq - 1 WHERE company_id = $1 AND seq < 0', [companyId])
  return { what: 'delete and close up', seq }
}

const columns = `company_id, community_id, at, actor_kind, actor_id, actor_name, action, subject_kind, subject_id, before, after, trace_id, address`

const insert: Tampering = async (client, { companyId, length }, draw) => {
  const seq = 1 + draw(length)
  await client.query('UPDATE audit_entries SET seq = -seq WHERE company_id = $1 AND seq >= $2', [companyId, seq])
  await client.query('UPDATE audit_entries SET seq = -seq + 1 WHERE company_id = $1 AND seq < 0', [companyId])
  await client.query(
    `INSERT INTO audit_entries (${columns}, id, seq, sealed_at, prev_hash, hash)
     SELECT ${columns}, gen_random_uuid(), $2::bigint, sealed_at, prev_hash, hash FROM audit_entries WHERE company_id = $1 AND seq = $2::bigint + 1`,
    [companyId, seq],
  )
  return { what: 'insert', seq }
}

/** Between two entries by its id, which has an odd number at its end (see the spec). */
const insertUnsealed: Tampering = async (client, { companyId, length }, draw) => {
  const seq = 2 + draw(length - 1)
  await client.query(
    `INSERT INTO audit_entries (${columns}, id)
     SELECT ${columns}, overlay(id::text PLACING lpad(to_hex($2 * 2 - 1), 12, '0') FROM 25)::uuid
     FROM audit_entries WHERE company_id = $1 AND seq = $2::int`,
    [companyId, seq],
  )
  return { what: 'insert without a seal', seq }
}

const swap: Tampering = async (client, { companyId, length }, draw) => {
  const first = 1 + draw(length - 1)
  const second = first + 1 + draw(length - first)
  await client.query(`UPDATE audit_entries SET seq = -1 WHERE ${at}`, [companyId, first])
  await client.query(`UPDATE audit_entries SET seq = $3 WHERE ${at}`, [companyId, second, first])
  await client.query(`UPDATE audit_entries SET seq = $2 WHERE company_id = $1 AND seq = -1`, [companyId, second])
  return { what: `swap with ${second}`, seq: first }
}

const cutOff: Tampering = async (client, { companyId, length }, draw) => {
  const seq = 1 + draw(length)
  await client.query('DELETE FROM audit_entries WHERE company_id = $1 AND seq >= $2', [companyId, seq])
  return { what: 'cut off the tail', seq }
}

const cutOffWithHead: Tampering = async (client, { companyId, length }, draw) => {
  const seq = 2 + draw(length - 1)
  await client.query('DELETE FROM audit_entries WHERE company_id = $1 AND seq >= $2', [companyId, seq])
  await client.query(
    `UPDATE audit_heads h SET seq = e.seq, hash = e.hash FROM audit_entries e
     WHERE h.company_id = $1 AND e.company_id = $1 AND e.seq = $2 - 1`,
    [companyId, seq],
  )
  return { what: 'cut off the tail and move the head', seq: seq - 1 }
}

const tamperings = [edit, remove, removeAndCloseUp, insert, insertUnsealed, swap, cutOff, cutOffWithHead]

/** Plants one of them, as somebody could who owns the database. */
export function tamper(client: pg.Client, chain: Chain, count: number, draw: Draw): Promise<Planted> {
  return tamperings[count % tamperings.length]!(client, chain, draw)
}
