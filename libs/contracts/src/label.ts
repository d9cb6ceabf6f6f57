/** A closed set of codes, each with the Chinese word people see. */
export type Labels<Code extends string> = Readonly<Record<Code, string>>

/** The codes of a label table, in the order they are shown. */
export function codesOf<Code extends string>(labels: Labels<Code>): readonly Code[] {
  return Object.keys(labels) as Code[]
}
