import { yuan } from '../words/money.ts'

/** An amount as columns show it: figures of one width; what is below nothing says so by its sign. */
export function Sum({ fen, strong = false }: { fen: number; strong?: boolean }) {
  return (
    <span style={{ fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap', ...(strong && { fontWeight: 600 }) }}>
      {yuan(fen)}
    </span>
  )
}
