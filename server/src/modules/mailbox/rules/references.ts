const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'
const OURS = new RegExp(`^<answer\\.(${UUID})\\.(${UUID})@`)

/** The Message-ID of what we answer: the same at every attempt, and it leads back to the letter. */
export const answerIdOf = (letterId: string, answerId: string, domain: string): string =>
  `<answer.${letterId}.${answerId}@${domain}>`

/** Letters to whose answers a mail refers. */
export function lettersReferredTo(references: readonly string[]): string[] {
  return [...new Set(references.flatMap((each) => OURS.exec(each)?.[1] ?? []))]
}

/** Numbers of complaints in a subject. */
export function numbersIn(subject: string): string[] {
  return [...new Set(subject.toUpperCase().match(/\bT\d{6}-[2-9A-HJKMNP-Z]{5}\b/g) ?? [])].slice(0, 5)
}

const MOST_REFERENCES = 50
const LONGEST = 300

/** The ids in References and In-Reply-To, the nearest first. */
export function referencesIn(values: readonly string[]): string[] {
  const ids = values.flatMap((value) => value.match(/<[^<>\s]+@[^<>\s]+>/g) ?? []).filter((each) => each.length <= LONGEST)
  return [...new Set(ids.reverse())].slice(0, MOST_REFERENCES)
}
