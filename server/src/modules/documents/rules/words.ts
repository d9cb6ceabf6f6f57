/** How Chinese text is cut into what it is found by (ADR 0015). PostgreSQL knows no Chinese words; this does it for both sides. */

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })
const RUNS = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu
const QUOTED = /["“「『]([^"”」』]+)["”」』]/g
const LONGEST_TOKEN = 60
/** A tsvector holds a megabyte. */
const MOST_LEXEMES = 40_000

export const plain = (text: string) => text.normalize('NFKC').toLowerCase()

/** Wide letters and digits, and the look-alikes of characters that some programs write into a PDF. */
const ODD = /[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\u2e80-\u2fdf\uf900-\ufaff]/gu

/** Text as a reader program gives it, made readable: no breaks inside a sentence, no runs of blanks. */
export function tidyText(text: string): string {
  return text
    .replace(ODD, (character) => character.normalize('NFKC'))
    .replace(/[\p{Cc}\p{Cf}\p{Surrogate}\p{Co}]/gu, (control) => (/\s/.test(control) ? control : ''))
    .replace(/(?<=[\p{Script=Han}，。；：、])(?:[^\S\n]|[^\S\n]?\n[^\S\n]?)(?=\p{Script=Han})/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
}

const isHan = (run: string) => /^\p{Script=Han}/u.test(run)
const runsOf = (text: string) => plain(text).match(RUNS) ?? []

function pairsOf(run: string): string[] {
  const characters = [...run]
  if (characters.length === 1) return characters
  return characters.slice(1).map((character, at) => characters[at]! + character)
}

const wordsOf = (run: string) => [...segmenter.segment(run)].map(({ segment }) => segment)

/**
 * What a text is found by: every pair of neighbouring Chinese characters, so that no way of cutting words can miss one,
 * the longer words as such, which count more, and other scripts word by word.
 */
export function lexemesOf(text: string): Set<string> {
  const lexemes = new Set<string>()
  for (const run of runsOf(text)) {
    if (lexemes.size > MOST_LEXEMES) return lexemes
    if (!isHan(run)) {
      lexemes.add(run.slice(0, LONGEST_TOKEN))
      continue
    }
    for (const pair of pairsOf(run)) lexemes.add(pair)
    // A single character is looked for as the beginning of a pair; the last one begins none.
    lexemes.add([...run].at(-1)!)
    for (const word of wordsOf(run)) if ([...word].length > 2) lexemes.add(word)
  }
  return lexemes
}

/** The document as PostgreSQL searches it: title before tags and number before content. */
export function vectorOf(document: { title: string; number: string; tags: readonly string[]; content: string }): string {
  const places = new Map<string, string[]>()
  const put = (text: string, place: string) => {
    for (const lexeme of lexemesOf(text)) places.set(lexeme, [...(places.get(lexeme) ?? []), place])
  }
  put(document.title, '1A')
  put(`${document.number} ${document.tags.join(' ')}`, '2B')
  put(document.content, '3')
  return [...places].map(([lexeme, found]) => `'${lexeme}':${found.join(',')}`).join(' ')
}

export interface WordQuery {
  /** what must be there, as a tsquery */
  match: string
  /** what makes a document more fitting */
  rank: string
  /** written in quotes: must be there letter for letter */
  phrases: string[]
  /** what to show in the snippet, best first */
  terms: string[]
}

/** What somebody typed, as a search; null where there is no word in it. */
export function queryOf(typed: string): WordQuery | null {
  const phrases = [...typed.matchAll(QUOTED)].map((found) => tidyText(plain(found[1]!))).filter(Boolean)
  const loose = typed.replace(QUOTED, ' ')
  const parts = [...phrases.flatMap(runsOf).map((run) => asMatch(run, true)), ...runsOf(loose).map((run) => asMatch(run, false))]
  if (parts.length === 0) return null
  const runs = runsOf(loose)
  const whole = tidyText(plain(loose))
  const words = runs.flatMap((run) => (isHan(run) ? wordsOf(run).filter((word) => word.length > 1) : []))
  return {
    match: parts.join(' & '),
    rank: [...new Set([...runsOf(typed)].flatMap(asRank))].join(' | '),
    phrases,
    terms: [...new Set([...phrases, whole, ...runs, ...words])].filter(Boolean),
  }
}

/** Each word of a Chinese run must be there; as a phrase, every pair of it. */
function asMatch(run: string, wholly: boolean): string {
  if (!isHan(run)) return `'${run.slice(0, LONGEST_TOKEN)}':*`
  if ([...run].length === 1) return `'${run}':*`
  const words = wordsOf(run).filter((word) => [...word].length > 1)
  const needed = wholly || words.length === 0 ? pairsOf(run) : words.flatMap(pairsOf)
  return [...new Set(needed)].map((pair) => `'${pair}'`).join(' & ')
}

function asRank(run: string): string[] {
  if (!isHan(run)) return [`'${run.slice(0, LONGEST_TOKEN)}':*`]
  if ([...run].length === 1) return [`'${run}':*`]
  return [...pairsOf(run), ...wordsOf(run).filter((word) => [...word].length > 2)].map((lexeme) => `'${lexeme}'`)
}
