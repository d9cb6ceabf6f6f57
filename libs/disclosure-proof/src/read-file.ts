import { sides, type Bundle, type Head, type Inclusion, type Line, type SignedHead, type Total } from './disclosure.ts'

export type DisclosureFile = ({ kind: 'bundle' } & Bundle) | ({ kind: 'inclusion' } & Inclusion)

/** Says what of a file is not as it is to be. */
export class FileFault extends Error {}

/** Reads a file that came from anywhere: a bundle, or the proof of one line. @throws FileFault that names what is wrong. */
export function readFile(content: unknown): DisclosureFile {
  const file = record(content, 'file')
  const disclosure = signedHead(file['disclosure'], 'disclosure')
  if (Array.isArray(file['lines']))
    return {
      kind: 'bundle',
      disclosure,
      chain: list(file['chain'], 'chain').map((each, at) => signedHead(each, `chain[${at}]`)),
      lines: file['lines'].map((each, at) => readLine(each, `lines[${at}]`)),
    }
  const path = list(file['path'], 'path').map((each, at) => text(each, `path[${at}]`))
  return { kind: 'inclusion', disclosure, line: readLine(file['line'], 'line'), path }
}

function signedHead(value: unknown, where: string): SignedHead {
  const { head, signature, publicKey } = record(value, where)
  return {
    head: readHead(record(head, `${where}.head`), `${where}.head`),
    signature: text(signature, `${where}.signature`),
    publicKey: text(publicKey, `${where}.publicKey`),
  }
}

function readHead(head: Record<string, unknown>, where: string): Head {
  const words = (name: keyof Head) => text(head[name], `${where}.${name}`)
  const number = (name: keyof Head) => whole(head[name], `${where}.${name}`)
  return {
    company: words('company'),
    communityId: words('communityId'),
    community: words('community'),
    fund: words('fund'),
    from: words('from'),
    to: words('to'),
    version: number('version'),
    sequence: number('sequence'),
    openingFen: number('openingFen'),
    closingFen: number('closingFen'),
    totals: list(head['totals'], `${where}.totals`).map((each, at) => readTotal(each, `${where}.totals[${at}]`)),
    lines: number('lines'),
    root: words('root'),
    notes: words('notes'),
    reason: words('reason'),
    before: words('before'),
    postedAt: words('postedAt'),
  }
}

function readTotal(value: unknown, where: string): Total {
  const { side, charge, amountFen, lines } = record(value, where)
  return {
    side: readSide(side, where),
    charge: text(charge, `${where}.charge`),
    amountFen: whole(amountFen, `${where}.amountFen`),
    lines: whole(lines, `${where}.lines`),
  }
}

function readLine(value: unknown, where: string): Line {
  const line = record(value, where)
  return {
    number: whole(line['number'], `${where}.number`),
    day: text(line['day'], `${where}.day`),
    side: readSide(line['side'], where),
    charge: text(line['charge'], `${where}.charge`),
    amountFen: whole(line['amountFen'], `${where}.amountFen`),
    text: text(line['text'], `${where}.text`),
    vouchers: list(line['vouchers'], `${where}.vouchers`).map((each) => text(each, `${where}.vouchers`)),
    commitment: text(line['commitment'], `${where}.commitment`),
  }
}

const readSide = (value: unknown, where: string) => {
  const side = sides.find((each) => each === value)
  if (!side) throw new FileFault(`${where}.side`)
  return side
}

function record(value: unknown, where: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new FileFault(where)
  return value as Record<string, unknown>
}

function list(value: unknown, where: string): unknown[] {
  if (!Array.isArray(value)) throw new FileFault(where)
  return value as unknown[]
}

function text(value: unknown, where: string): string {
  if (typeof value !== 'string') throw new FileFault(where)
  return value
}

function whole(value: unknown, where: string): number {
  if (!Number.isSafeInteger(value)) throw new FileFault(where)
  return value as number
}
