/** UTF-8, written out because a mini-program has no TextEncoder. @throws Error for half a surrogate pair, which has no bytes. */
export function utf8(text: string): Uint8Array {
  const bytes: number[] = []
  for (const character of text) {
    const code = character.codePointAt(0)!
    if (code >= 0xd800 && code <= 0xdfff) throw new Error('half a surrogate pair has no bytes')
    if (code < 0x80) bytes.push(code)
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), tail(code))
    else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), tail(code >> 6), tail(code))
    else bytes.push(0xf0 | (code >> 18), tail(code >> 12), tail(code >> 6), tail(code))
  }
  return Uint8Array.from(bytes)
}

const tail = (code: number) => 0x80 | (code & 0x3f)

/** Whole numbers and texts in lists: of these JSON has one writing only (RFC 8785). */
type Plain = string | number | null | readonly Plain[]

/** The one writing of a value, as bytes: what is hashed and signed. @throws Error for a number that is not whole. */
export function canonical(value: Plain): Uint8Array {
  refuseFractions(value)
  return utf8(JSON.stringify(value))
}

function refuseFractions(value: Plain): void {
  if (typeof value === 'number' && !Number.isSafeInteger(value)) throw new Error('only whole numbers are written')
  if (Array.isArray(value)) for (const each of value as readonly Plain[]) refuseFractions(each)
}

export function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

export function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at])
}
