import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import { canonical, joined, utf8 } from './bytes.ts'
import { leafHash } from './merkle.ts'

export type Side = 'received' | 'refunded' | 'spent'
export const sides: readonly Side[] = ['received', 'refunded', 'spent']

/** One line of a disclosure as everybody may see it. Of a household's money it says what and how much, not whose. */
export interface Line {
  /** 1 is the first. */
  number: number
  /** yyyy-mm-dd */
  day: string
  side: Side
  /** the name of a charge, or of a category of spending or income */
  charge: string
  amountFen: number
  text: string
  /** SHA-256 of each voucher shown with it, hexadecimal. */
  vouchers: readonly string[]
  /** What only who knows the salt can recognise it by, hexadecimal. */
  commitment: string
}

/** What opens the commitment of a line. A payer has it for their own lines. */
export interface LineSecret {
  /** 16 random bytes, hexadecimal */
  salt: string
  entryId: string
  paymentId: string | null
  billId: string | null
}

/** The sum of the lines of one side and charge. */
export interface Total {
  side: Side
  charge: string
  amountFen: number
  lines: number
}

/** What is signed of a disclosure. */
export interface Head {
  company: string
  communityId: string
  community: string
  fund: string
  /** the first and the last day, yyyy-mm-dd */
  from: string
  to: string
  /** 1, and one more with each correction of the period */
  version: number
  /** its place among all that was posted of this fund: 1 is the first */
  sequence: number
  openingFen: number
  closingFen: number
  totals: readonly Total[]
  lines: number
  /** root of the Merkle tree over the lines, hexadecimal */
  root: string
  notes: string
  /** why it was corrected; empty for a first version */
  reason: string
  /** hash of the head posted before in this fund; empty for the first */
  before: string
  /** RFC 3339, UTC */
  postedAt: string
}

export interface SignedHead {
  head: Head
  /** Ed25519, hexadecimal */
  signature: string
  publicKey: string
}

/** Of one line, that it is inside. */
export interface Inclusion {
  disclosure: SignedHead
  line: Line
  /** hexadecimal, from the bottom up */
  path: readonly string[]
}

/** A whole disclosure with what was posted before it: all a third party needs. */
export interface Bundle {
  disclosure: SignedHead
  /** every head of this fund from the first to this one */
  chain: readonly SignedHead[]
  lines: readonly Line[]
}

export function commitmentOf({ salt, entryId, paymentId, billId }: LineSecret): string {
  return bytesToHex(sha256(joined(hexToBytes(salt), canonical(['yinuo-secret-1', entryId, paymentId ?? '', billId ?? '']))))
}

export function lineHash({ number, day, side, charge, amountFen, text, vouchers, commitment }: Line): Uint8Array {
  return leafHash(canonical(['yinuo-line-1', number, day, side, charge, amountFen, text, vouchers, commitment]))
}

/** The bytes of a head that are signed and hashed. */
export function headBytes(head: Head): Uint8Array {
  const totals = head.totals.map(({ side, charge, amountFen, lines }) => [side, charge, amountFen, lines])
  const period = [head.company, head.communityId, head.community, head.fund, head.from, head.to, head.version, head.sequence]
  const content = [head.openingFen, head.closingFen, totals, head.lines, head.root, head.notes, head.reason]
  return joined(utf8('yinuo-head-1\n'), canonical([...period, ...content, head.before, head.postedAt]))
}

export const headHash = (head: Head): string => bytesToHex(sha256(headBytes(head)))

/** The short form of a head's hash that stands beside the code on paper, in groups people can compare. */
export const shortCode = (hash: string): string =>
  hash
    .slice(0, 24)
    .toUpperCase()
    .replace(/.{4}(?=.)/g, '$& ')

/** The sums of lines as a head carries them: by side, then by charge in the order of their letters. */
export function totalsOf(lines: Iterable<Pick<Line, 'side' | 'charge' | 'amountFen'>>): Total[] {
  const sums = new Map<string, Total>()
  for (const { side, charge, amountFen } of lines) {
    const key = `${side} ${charge}`
    const sum = sums.get(key) ?? { side, charge, amountFen: 0, lines: 0 }
    sums.set(key, { ...sum, amountFen: sum.amountFen + amountFen, lines: sum.lines + 1 })
  }
  return inOrder([...sums.values()])
}

/** The sums in the order of a head. */
export const inOrder = (totals: readonly Total[]): Total[] =>
  [...totals].sort(
    (a, b) => sides.indexOf(a.side) - sides.indexOf(b.side) || (a.charge < b.charge ? -1 : a.charge > b.charge ? 1 : 0),
  )

/** What a fund gained by these sums. */
export const gainOf = (totals: readonly Total[]): number =>
  totals.reduce((sum, { side, amountFen }) => sum + (side === 'received' ? amountFen : -amountFen), 0)

export const sumOf = (totals: readonly Total[], side: Side): number =>
  totals.reduce((sum, total) => sum + (total.side === side ? total.amountFen : 0), 0)
