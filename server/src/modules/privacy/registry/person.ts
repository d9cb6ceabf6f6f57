/**
 * Who is meant, in everything they are known by: made once, before anything is changed, and handed to every statement of the
 * registry as `p`. Ids lead to rows that are theirs; names and numbers are only looked for near those rows.
 */
export interface Person {
  /** null: wherever they are known; else only there (a desk answers for its own company) */
  communities: string[] | null
  companies: string[] | null
  /** whether nobody else answers for them: the account itself may be shown and go */
  whole: boolean
  accounts: string[]
  residents: string[]
  /** residents that own nothing any more: the office has no ground to keep them */
  gone: string[]
  staff: string[]
  openids: string[]
  phones: string[]
  names: string[]
  staff_names: string[]
  logins: string[]
  units: string[]
  gone_units: string[]
  cases: string[]
  /** accounts of those who live with them */
  neighbours: string[]
  /** ids of all that is theirs, as the audit log names its subjects */
  subjects: string[]
}

/** What statements get: the person, and what takes their place. */
export interface Asked extends Person {
  pseudonym: string
  /** their names, numbers and identities as one regular expression */
  pattern: string
  /** without the names, which others may have too */
  strict_pattern: string
  /** their ids */
  id_pattern: string
  now: string
  today: string
}

const columns: Record<keyof Asked, string> = {
  communities: 'uuid[]',
  companies: 'uuid[]',
  whole: 'boolean',
  accounts: 'uuid[]',
  residents: 'uuid[]',
  gone: 'uuid[]',
  staff: 'uuid[]',
  openids: 'text[]',
  phones: 'text[]',
  names: 'text[]',
  staff_names: 'text[]',
  logins: 'text[]',
  units: 'uuid[]',
  gone_units: 'uuid[]',
  cases: 'uuid[]',
  neighbours: 'uuid[]',
  subjects: 'uuid[]',
  pseudonym: 'text',
  pattern: 'text',
  strict_pattern: 'text',
  id_pattern: 'text',
  now: 'timestamptz',
  today: 'date',
}

/** Makes a statement's first parameter the person `p`. */
export const WITH_PERSON = `WITH p AS MATERIALIZED (SELECT * FROM jsonb_to_record($1::jsonb) AS p (${Object.entries(columns)
  .map(([name, type]) => `${name} ${type}`)
  .join(', ')}))`

const NOTHING = '$.^'
/** One letter is no name to look for. */
const SHORTEST = 2

/** A regular expression that finds any of the words, and nothing where there is none. */
export function patternOf(words: readonly string[]): string {
  const whole = [...new Set(words)].filter((word) => [...word].length >= SHORTEST).sort((one, other) => other.length - one.length)
  return whole.length === 0 ? NOTHING : whole.map((word) => word.replace(/[^\p{L}\p{N}]/gu, '\\$&')).join('|')
}

export function asked(person: Person, pseudonym: string, now: Date, today: string): Asked {
  const identities = [...person.phones, ...person.openids]
  return {
    ...person,
    pseudonym,
    pattern: patternOf([...person.names, ...identities]),
    strict_pattern: patternOf(identities),
    id_pattern: patternOf(person.subjects),
    now: now.toISOString(),
    today,
  }
}

/** What stands in the place of a name: the same everywhere for one person, and nobody's. */
export const pseudonymOf = (id: string) => `已注销用户#${id.replaceAll('-', '').slice(-6)}`
