const searched = /^[\p{L}\p{N}'&:* ]+$/u

/**
 * The statements that say what a transaction looks for: words in single quotes, joined by `&`, with `:*` for beginnings.
 * The planner does not know what it costs to read a vector, so it is kept from reading all of them one after the other.
 */
export function setWords(words: string): string {
  if (!searched.test(words)) throw new Error('a search holds words only')
  return `SET LOCAL enable_seqscan = off; SET LOCAL app.words = '${words.replaceAll("'", "''")}'`
}
