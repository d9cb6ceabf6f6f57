import { beginningOf, hashOf, type Link } from './chain.ts'

export interface SealedEntry extends Link {
  id: string
  /** microseconds since 1970 */
  sealedAt: string
  previousHash: Buffer
  content: string
}

/** How far a chain reached when a head was made of it. */
export interface Head extends Link {
  day: string
}

export type FaultKind = 'changed' | 'missing' | 'moved' | 'cut-off' | 'rewritten' | 'unsealed' | 'forged-head'

/** The first place at which a chain is not what was sealed. */
export interface ChainFault {
  kind: FaultKind
  seq: number
  entryId: string | null
}

/** Walks one chain in order and stops at the first entry that is not what was sealed. */
export class ChainWalk {
  readonly #heads: Head[]
  #last: Link
  #sealedUntil: string | null = null

  /** @param heads what is known of the chain from elsewhere, in any order */
  constructor(companyId: string, heads: readonly Head[]) {
    this.#last = beginningOf(companyId)
    this.#heads = heads.toSorted((one, other) => one.seq - other.seq)
  }

  get last(): Link {
    return this.#last
  }

  get sealedUntil(): string | null {
    return this.#sealedUntil
  }

  step(entry: SealedEntry): ChainFault | null {
    const seq = this.#last.seq + 1
    if (entry.seq !== seq) return { kind: 'missing', seq, entryId: null }
    const isWhole = entry.hash.equals(hashOf(entry.previousHash, seq, entry.sealedAt, entry.content))
    if (!isWhole) return { kind: 'changed', seq, entryId: entry.id }
    if (!entry.previousHash.equals(this.#last.hash)) return { kind: 'moved', seq, entryId: entry.id }
    this.#last = { seq, hash: entry.hash }
    this.#sealedUntil = entry.sealedAt
    while (this.#heads[0]?.seq === seq) {
      const head = this.#heads.shift()!
      if (!head.hash.equals(entry.hash)) return { kind: 'rewritten', seq, entryId: entry.id }
    }
    return null
  }

  /** What is missing at the end. */
  end(): ChainFault | null {
    return this.#heads.length > 0 ? { kind: 'cut-off', seq: this.#last.seq + 1, entryId: null } : null
  }
}
