const searched = /^[\p{L}\p{N}'&:* ]+$/u

/** The statement that says what a transaction looks for: words in single quotes, joined by `&`, with `:*` for beginnings. */
export function setWords(words: string): string {
  if (!searched.test(words)) throw new Error('a search holds words only')
  return `SET LOCAL app.words = '${words.replaceAll("'", "''")}'`
}
