import { bytesToHex } from '@noble/hashes/utils.js'
import {
  commitmentOf,
  gainOf,
  GroupedRoots,
  GROUP,
  headHash,
  lineHash,
  pathThroughGroup,
  rootOf,
  signHead,
  totalsOf,
  type Head,
  type Inclusion,
  type Line,
  type LineSecret,
  type SignedHead,
} from '../src/index.ts'

export const secretKey = Uint8Array.from({ length: 32 }, (_, at) => at)

const CHARGES = ['物业服务费', '车位服务费', '电梯维保'] as const

export const secretOf = (number: number): LineSecret => ({
  salt: number.toString(16).padStart(32, '0'),
  entryId: `entry-${number}`,
  paymentId: `payment-${number}`,
  billId: null,
})

export function lineOf(number: number): Line {
  const side = number % 7 === 0 ? 'spent' : number % 11 === 0 ? 'refunded' : 'received'
  return {
    number,
    day: `2026-0${1 + (number % 3)}-1${number % 10}`,
    side,
    charge: side === 'spent' ? CHARGES[2] : CHARGES[number % 2]!,
    amountFen: 1000 + (number % 977),
    text: side === 'spent' ? `第 ${number} 号发票，含“引号”与 🛗` : '',
    vouchers: side === 'spent' ? ['ab'.repeat(32)] : [],
    commitment: commitmentOf(secretOf(number)),
  }
}

export const linesOf = (count: number): Line[] => Array.from({ length: count }, (_, at) => lineOf(at + 1))

export function signed(lines: readonly Line[], more: Partial<Head> = {}): SignedHead {
  const tree = new GroupedRoots()
  for (const line of lines) tree.add(lineHash(line))
  const totals = totalsOf(lines)
  const head: Head = {
    company: '一诺物业服务有限公司',
    communityId: '01900000-0000-7000-8000-000000000001',
    community: '一诺花园',
    fund: 'property-fee',
    from: '2026-01-01',
    to: '2026-03-31',
    version: 1,
    sequence: 1,
    openingFen: 12_345,
    closingFen: 12_345 + gainOf(totals),
    totals,
    lines: lines.length,
    root: bytesToHex(tree.finish()),
    notes: '本季度更换了 2 部电梯的钢丝绳。',
    reason: '',
    before: '',
    postedAt: '2026-04-10T02:00:00.000Z',
    ...more,
  }
  return signHead(head, secretKey)
}

export function inclusionOf(lines: readonly Line[], number: number, disclosure = signed(lines)): Inclusion {
  const hashes = lines.map(lineHash)
  const groups = Array.from({ length: Math.ceil(hashes.length / GROUP) }, (_, at) => hashes.slice(at * GROUP, (at + 1) * GROUP))
  const index = number - 1
  const path = pathThroughGroup(index, groups[Math.floor(index / GROUP)]!, groups.map(rootOf))
  return { disclosure, line: lines[index]!, path: path.map(bytesToHex) }
}

export function chainOf(count: number): SignedHead[] {
  const chain: SignedHead[] = []
  for (let at = 0; at < count; at++) {
    const last = chain.at(-1)
    chain.push(signed(linesOf(at + 1), { sequence: at + 1, before: last ? headHash(last.head) : '' }))
  }
  return chain
}

const groupOf = (at: number, count: number) =>
  Array.from({ length: Math.min(GROUP, count - at * GROUP) }, (_, offset) => lineOf(at * GROUP + offset + 1))

/** The root of a group of a disclosure of so many lines, by all its lines. */
export const rootOfGroup = (at: number, count: number): Uint8Array => rootOf(groupOf(at, count).map(lineHash))

/**
 * A line in a disclosure of very many. What is below the other groups is not needed to prove it, so something of the same size
 * stands for their roots where `rootOfOther` does not tell them.
 */
export function inclusionInMany(
  count: number,
  number: number,
  rootOfOther: (at: number, count: number) => Uint8Array = (at) => lineHash(lineOf(at + 1)),
): Inclusion {
  const index = number - 1
  const own = Math.floor(index / GROUP)
  const lines = groupOf(own, count)
  const group = lines.map(lineHash)
  const roots = Array.from({ length: Math.ceil(count / GROUP) }, (_, at) => (at === own ? rootOf(group) : rootOfOther(at, count)))
  const path = pathThroughGroup(index, group, roots)
  const disclosure = signed(lines, { lines: count, root: bytesToHex(rootOf(roots)) })
  return { disclosure, line: lines[index % GROUP]!, path: path.map(bytesToHex) }
}
