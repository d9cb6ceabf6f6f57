import { ApiProblem } from '@yinuo/api-client'
import { useMemo } from 'react'

/**
 * One key per content: sending the same again (a lost answer, a second click) is the same work; changed content is new work.
 * `done` forgets the key, so that the same may be asked for once more on purpose.
 */
export function keyKeeper() {
  let kept: { content: string; key: string } | null = null
  return {
    keyFor(content: unknown): string {
      const text = JSON.stringify(content)
      if (kept?.content !== text) kept = { content: text, key: newKey() }
      return kept.key
    },
    done(): void {
      kept = null
    },
    /** A refusal ended this attempt: asking again is new work. Without an answer the work may have been done: same key. */
    failed(failure: unknown): void {
      if (failure instanceof ApiProblem && failure.status < 500 && failure.code !== 'IDEMPOTENCY_IN_FLIGHT') kept = null
    },
  }
}

export const useKeyKeeper = () => useMemo(keyKeeper, [])

/** A UUID; crypto.randomUUID exists only on https and localhost, an office may open the console by address. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = (bytes[6]! & 0x0f) | 0x40
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
