export interface SnippetPart {
  text: string
  hit: boolean
}

/** Cuts a text where the words that were looked for stand in it. */
export function markHits(text: string, terms: readonly string[]): SnippetPart[] {
  const wanted = terms.filter(Boolean).map((term) => term.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  if (wanted.length === 0) return text ? [{ text, hit: false }] : []
  const hits = new RegExp(`(${wanted.join('|')})`, 'giu')
  return text
    .split(hits)
    .map((part, at) => ({ text: part, hit: at % 2 === 1 }))
    .filter((part) => part.text !== '')
}
