import type { CodeKind } from '@yinuo/contracts'

const letters: Readonly<Record<CodeKind, string>> = { community: 'c', building: 'b', unit: 'u', asset: 'a', place: 'p' }

export const TOKEN_BYTES = 16

/** What stands in a code: a letter for its kind and 128 random bits. It tells nothing and cannot be guessed. */
export function entryToken(kind: CodeKind, randomBytes: Buffer): string {
  if (randomBytes.length !== TOKEN_BYTES) throw new Error(`an entry token needs ${TOKEN_BYTES} bytes`)
  return letters[kind] + randomBytes.toString('base64url')
}

export function looksLikeEntryToken(text: string): boolean {
  return /^[cbuap][\w-]{22}$/.test(text)
}
