import { sha256 } from '@noble/hashes/sha2.js'
import { joined } from './bytes.ts'

const LEAF = Uint8Array.of(0)
const NODE = Uint8Array.of(1)

/** The hash of an entry (RFC 6962: a leaf can never pass for a node). */
export const leafHash = (entry: Uint8Array): Uint8Array => sha256(joined(LEAF, entry))

const nodeHash = (left: Uint8Array, right: Uint8Array): Uint8Array => sha256(joined(NODE, left, right))

/** The root of the tree over these hashes, by RFC 6962; of none, the hash of nothing. */
export function rootOf(hashes: readonly Uint8Array[]): Uint8Array {
  return hashes.length === 0 ? sha256(new Uint8Array()) : rootWithin(hashes, 0, hashes.length)
}

/** The hashes that lead from one of them to the root, from the bottom up. */
export function pathOf(index: number, hashes: readonly Uint8Array[]): Uint8Array[] {
  if (!Number.isInteger(index) || index < 0 || index >= hashes.length) throw new RangeError('no such entry')
  const path: Uint8Array[] = []
  let [from, until] = [0, hashes.length]
  while (until - from > 1) {
    const middle = from + splitOf(until - from)
    if (index < middle) {
      path.unshift(rootWithin(hashes, middle, until))
      until = middle
    } else {
      path.unshift(rootWithin(hashes, from, middle))
      from = middle
    }
  }
  return path
}

/** The root a path leads to (RFC 9162, 2.1.3.2); null where a path of this length leads nowhere in a tree of this size. */
export function rootFromPath(hash: Uint8Array, index: number, size: number, path: readonly Uint8Array[]): Uint8Array | null {
  if (!Number.isInteger(index) || index < 0 || index >= size) return null
  let [at, last, reached] = [index, size - 1, hash]
  for (const sibling of path) {
    if (last === 0) return null
    if (at % 2 === 1 || at === last) {
      reached = nodeHash(sibling, reached)
      while (at % 2 === 0 && at !== 0) [at, last] = [at / 2, Math.floor(last / 2)]
    } else {
      reached = nodeHash(reached, sibling)
    }
    ;[at, last] = [Math.floor(at / 2), Math.floor(last / 2)]
  }
  return last === 0 ? reached : null
}

/**
 * Entries that stand under one kept hash. A tree of a million is walked in two steps: within the group of an entry, and over the
 * roots of the groups; a power of two, so both together are the one tree of RFC 6962.
 */
export const GROUP = 256

/** The roots of the groups, without keeping more than one group in hand. */
export class GroupedRoots {
  readonly roots: Uint8Array[] = []
  #group: Uint8Array[] = []

  add(hash: Uint8Array): void {
    this.#group.push(hash)
    if (this.#group.length === GROUP) this.#close()
  }

  /** @returns the root of everything added */
  finish(): Uint8Array {
    if (this.#group.length > 0) this.#close()
    return rootOf(this.roots)
  }

  #close(): void {
    this.roots.push(rootOf(this.#group))
    this.#group = []
  }
}

/** The path of an entry, from the hashes of its own group and the roots of all groups. */
export function pathThroughGroup(index: number, group: readonly Uint8Array[], roots: readonly Uint8Array[]): Uint8Array[] {
  return [...pathOf(index % GROUP, group), ...pathOf(Math.floor(index / GROUP), roots)]
}

function rootWithin(hashes: readonly Uint8Array[], from: number, until: number): Uint8Array {
  if (until - from === 1) return hashes[from]!
  const middle = from + splitOf(until - from)
  return nodeHash(rootWithin(hashes, from, middle), rootWithin(hashes, middle, until))
}

/** The largest power of two below the size. */
function splitOf(size: number): number {
  let power = 1
  while (power * 2 < size) power *= 2
  return power
}
