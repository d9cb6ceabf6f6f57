import type { Ratio } from './rounds.ts'

/** One line of the table: what was compared, what came out, and whether it is what we promise. */
export interface Finding {
  name: string
  /** e.g. `ours / rawpipe, requests per second` */
  of: string
  ratio: Ratio
  gate: { atLeast: number } | { atMost: number }
  aim?: number
  notes: string[]
}

export function isHeld({ ratio, gate }: Finding): boolean {
  return 'atLeast' in gate ? ratio.median >= gate.atLeast : ratio.median <= gate.atMost
}

/** The findings as a table of Markdown, as docs/performance.md shows them. */
export function tableOf(findings: Finding[]): string {
  const rows = findings.map((finding) => {
    const { ratio, gate, aim } = finding
    const limit = 'atLeast' in gate ? `≥ ${gate.atLeast}` : `≤ ${gate.atMost}`
    const range = `${two(ratio.min)}..${two(ratio.max)}`
    const verdict = isHeld(finding) ? 'held' : 'MISSED'
    return `| ${finding.name} | ${finding.of} | ${two(ratio.median)} | ${range} | ${ratio.rounds} | ${limit} | ${aim ?? ''} | ${verdict} |`
  })
  const notes = findings.filter(({ notes }) => notes.length > 0).map(({ name, notes }) => `- ${name}: ${notes.join('; ')}`)
  const head = ['| | ratio of | median | min..max | rounds | gate | aim | |', '|---|---|---|---|---|---|---|---|']
  return [...head, ...rows, '', ...notes].join('\n')
}

const two = (figure: number) => figure.toFixed(2)
