import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import {
  commitmentOf,
  gainOf,
  headHash,
  lineHash,
  totalsOf,
  type Bundle,
  type Inclusion,
  type Line,
  type LineSecret,
  type SignedHead,
  type Total,
} from './disclosure.ts'
import { GroupedRoots, rootFromPath } from './merkle.ts'
import { isSigned } from './signing.ts'

/** What is looked at, each by a name; `checkWords` says it to people. */
export type CheckName =
  | 'key'
  | 'signature'
  | 'paper'
  | 'mine'
  | 'amount'
  | 'inside'
  | 'counted'
  | 'lines'
  | 'period'
  | 'root'
  | 'totals'
  | 'balance'
  | 'chain'

export interface Check {
  name: CheckName
  holds: boolean
}

export interface Verdict {
  holds: boolean
  checks: Check[]
}

/** What the person who checks knows from elsewhere. */
export interface Known {
  /** the company's public key, as it was seen before or elsewhere */
  publicKey?: string
  /** hash of the head as it is printed on paper, or the beginning of it */
  headHash?: string
}

const verdictOf = (checks: Check[]): Verdict => ({ holds: checks.every(({ holds }) => holds), checks })

function headChecks(signed: SignedHead, known: Known): Check[] {
  const checks: Check[] = [{ name: 'signature', holds: isSigned(signed) }]
  if (known.publicKey !== undefined) checks.unshift({ name: 'key', holds: known.publicKey === signed.publicKey })
  if (known.headHash !== undefined)
    checks.push({
      name: 'paper',
      holds: isBeginning(
        known.headHash,
        attempt(() => headHash(signed.head)),
      ),
    })
  return checks
}

/** Twelve bytes are the least that cannot be met by trying. */
const SHORTEST_HASH = 24

function isBeginning(printed: string, hash: string | null): boolean {
  const plain = printed.replace(/\s/g, '').toLowerCase()
  return hash !== null && plain.length >= SHORTEST_HASH && hash.startsWith(plain)
}

/** What a payer knows of their own payment. */
export interface OwnPayment {
  secret: LineSecret
  amountFen: number
}

/** Whether one line – with `own` the payer's own – is inside the disclosure that was signed, and counted in its sums. */
export function verifyPayment(inclusion: Inclusion, own: OwnPayment | null = null, known: Known = {}): Verdict {
  const { disclosure, line, path } = inclusion
  const checks = headChecks(disclosure, known)
  if (own) {
    checks.push({ name: 'mine', holds: attempt(() => commitmentOf(own.secret)) === line.commitment })
    checks.push({ name: 'amount', holds: own.amountFen === line.amountFen })
  }
  const { head } = disclosure
  checks.push({ name: 'inside', holds: attempt(() => leadsTo(line, path, head.lines)) === head.root })
  checks.push({ name: 'counted', holds: head.totals.some((total) => counts(total, line)) })
  return verdictOf(checks)
}

function leadsTo(line: Line, path: readonly string[], size: number): string | null {
  const hashes = path.map((hash) => hexToBytes(hash))
  const root = rootFromPath(lineHash(line), line.number - 1, size, hashes)
  return root && bytesToHex(root)
}

/** Of several lines one may have been reversed by another, so that together they are less; whoever has all of them adds them up. */
const counts = (total: Total, line: Line) =>
  total.side === line.side && total.charge === line.charge && (total.lines > 1 || total.amountFen === line.amountFen)

/** Whether all the lines together are what was signed: none changed, added, left out or moved, and the sums theirs. */
export function verifyDisclosure(disclosure: SignedHead, lines: readonly Line[], known: Known = {}): Verdict {
  const { head } = disclosure
  const totals = totalsOf(lines)
  return verdictOf([
    ...headChecks(disclosure, known),
    { name: 'lines', holds: lines.length === head.lines && lines.every(({ number }, at) => number === at + 1) },
    { name: 'period', holds: lines.every(({ day }) => day >= head.from && day <= head.to) },
    { name: 'root', holds: attempt(() => rootOfLines(lines)) === head.root },
    { name: 'totals', holds: sameTotals(totals, head.totals) },
    { name: 'balance', holds: head.openingFen + gainOf(totals) === head.closingFen },
  ])
}

function rootOfLines(lines: readonly Line[]): string {
  const tree = new GroupedRoots()
  for (const line of lines) tree.add(lineHash(line))
  return bytesToHex(tree.finish())
}

function sameTotals(own: readonly Total[], published: readonly Total[]): boolean {
  const written = (totals: readonly Total[]) =>
    JSON.stringify(totals.map(({ side, charge, amountFen, lines }) => [side, charge, amountFen, lines]))
  return written(own) === written(published)
}

/** Whether every head names the one before: nothing that was posted was taken back, exchanged or put between. */
export function verifyChain(chain: readonly SignedHead[], known: Known = {}): Verdict {
  const isKeyKept = known.publicKey === undefined || chain.every(({ publicKey }) => publicKey === known.publicKey)
  return verdictOf([
    ...(known.publicKey === undefined ? [] : [{ name: 'key' as const, holds: isKeyKept }]),
    { name: 'signature', holds: chain.every(isSigned) },
    { name: 'chain', holds: chain.every(({ head }, at) => follows(head, chain[at - 1]?.head ?? null, chain[0]!.head, at)) },
  ])
}

function follows(head: SignedHead['head'], before: SignedHead['head'] | null, first: SignedHead['head'], at: number): boolean {
  const isSameBook = head.communityId === first.communityId && head.fund === first.fund
  return isSameBook && head.sequence === at + 1 && head.before === (before ? attempt(() => headHash(before)) : '')
}

/** Everything there is to check of a bundle. */
export function verifyBundle({ disclosure, chain, lines }: Bundle, known: Known = {}): Verdict {
  const whole = verifyDisclosure(disclosure, lines, known)
  const linked = verifyChain(chain)
  const last = chain.at(-1)
  const endsHere = last !== undefined && attempt(() => headHash(last.head)) === attempt(() => headHash(disclosure.head))
  return verdictOf([...whole.checks, { name: 'chain', holds: linked.holds && endsHere }])
}

/** What cannot even be read does not hold. */
function attempt<Found>(reckon: () => Found): Found | null {
  try {
    return reckon()
  } catch {
    return null
  }
}
