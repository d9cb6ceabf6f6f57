import { ENTRY_CONTENT, signatureOf, type Link } from './rules/chain.ts'
import { ChainWalk, type ChainFault, type Head, type SealedEntry } from './rules/chain-fault.ts'

/** Asks the database; a role that sees every entry. */
export type Ask = <Row extends object>(text: string, values: unknown[]) => Promise<Row[]>

export interface ChainState {
  /** the last entry that is as it was sealed */
  last: Link
  sealedUntil: Date | null
  fault: ChainFault | null
}

export interface VerifyOptions {
  /** with it the heads' signatures are checked */
  signingKey?: string | undefined
  /** heads kept outside the database */
  heads?: readonly Head[]
  pageSize?: number
}

const HEADS = `SELECT day::text, seq::float8 AS seq, hash, signature FROM audit_heads WHERE company_id = $1 ORDER BY seq`

/** By its bounds and not by a LIMIT: then each page costs what it holds, whatever the statistics say. */
const PAGE = `
  SELECT seq::float8 AS seq, id, (extract(epoch FROM sealed_at) * 1000000)::bigint::text AS "sealedAt", prev_hash AS "previousHash", hash,
    ${ENTRY_CONTENT} AS content
  FROM audit_entries WHERE company_id = $1 AND seq > $2 AND seq <= $2 + $3 ORDER BY audit_entries.seq`

const FURTHER = `SELECT EXISTS (SELECT 1 FROM audit_entries WHERE company_id = $1 AND seq > $2) AS further`

/**
 * An entry that waits for its seal while later ones have theirs was not there when they were sealed. A request or a batch
 * that takes long may be late by minutes, as may the clock of another server.
 */
const PLANTED = `
  SELECT e.id, (SELECT min(later.seq)::float8 FROM audit_entries later WHERE later.company_id = $1 AND later.id > e.id) AS seq
  FROM audit_entries e
  WHERE e.company_id = $1 AND e.seq IS NULL AND e.at < $2::timestamptz - interval '10 minutes'
  ORDER BY e.id LIMIT 1`

/** Reads one company's chain from its beginning and names the first place where it is not what was sealed. */
export async function verifyChain(ask: Ask, companyId: string, options: VerifyOptions = {}): Promise<ChainState> {
  const { signingKey, heads: outside = [], pageSize = 10_000 } = options
  const heads = await ask<Head & { signature: Buffer }>(HEADS, [companyId])
  const walk = new ChainWalk(companyId, [...heads, ...outside])
  const stateWith = (fault: ChainFault | null): ChainState => ({
    last: walk.last,
    sealedUntil: walk.sealedUntil === null ? null : new Date(Number(walk.sealedUntil) / 1000),
    fault,
  })
  for (;;) {
    const entries = await ask<SealedEntry>(PAGE, [companyId, walk.last.seq, pageSize])
    for (const entry of entries) {
      const fault = walk.step(entry)
      if (fault) return stateWith(fault)
    }
    if (entries.length === pageSize) continue
    const [beyond] = await ask<{ further: boolean }>(FURTHER, [companyId, walk.last.seq])
    if (!beyond!.further) break
    if (entries.length === 0) return stateWith({ kind: 'missing', seq: walk.last.seq + 1, entryId: null })
  }
  const forged = signingKey === undefined ? undefined : heads.find((head) => !isSigned(head, companyId, signingKey))
  const [planted] = await ask<{ id: string; seq: number | null }>(PLANTED, [companyId, stateWith(null).sealedUntil])
  return stateWith(
    walk.end() ??
      (forged ? { kind: 'forged-head', seq: forged.seq, entryId: null } : null) ??
      (planted ? { kind: 'unsealed', seq: planted.seq ?? walk.last.seq + 1, entryId: planted.id } : null),
  )
}

function isSigned(head: Head & { signature: Buffer }, companyId: string, key: string): boolean {
  return head.signature.equals(signatureOf(key, companyId, head.day, head))
}
