export interface ByteRange {
  from: number
  /** inclusive */
  to: number
}

/**
 * The part of a file a Range header asks for: `null` for all of it (no header, or one we need not understand),
 * 'unsatisfiable' when it lies outside.
 */
export function rangeIn(header: string | undefined, bytes: number): ByteRange | null | 'unsatisfiable' {
  const match = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '')
  if (!match || (match[1] === '' && match[2] === '')) return null
  const [from, to] =
    match[1] === '' ? [Math.max(bytes - Number(match[2]), 0), bytes - 1] : [Number(match[1]), lastByte(match[2], bytes)]
  return from < bytes && from <= to ? { from, to } : 'unsatisfiable'
}

function lastByte(text: string | undefined, bytes: number): number {
  return text ? Math.min(Number(text), bytes - 1) : bytes - 1
}
