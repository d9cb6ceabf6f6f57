import { readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { bytesToHex } from '@noble/hashes/utils.js'
import fc from 'fast-check'
import { chainOf, inclusionInMany, inclusionOf, lineOf, linesOf, secretKey, secretOf, signed } from '../test/made-up.ts'
import { utf8 } from './bytes.ts'
import { commitmentOf, headHash, lineHash, shortCode, type Head, type Line, type SignedHead } from './disclosure.ts'
import { FileFault, readFile } from './read-file.ts'
import { fingerprintOf, publicKeyOf } from './signing.ts'
import { verifyBundle, verifyChain, verifyDisclosure, verifyPayment, type Verdict } from './verify.ts'

const failing = ({ checks }: Verdict) => checks.filter(({ holds }) => !holds).map(({ name }) => name)

/** Every way one line can be made another. */
const changes: ((line: Line) => Line)[] = [
  (line) => ({ ...line, amountFen: line.amountFen + 1 }),
  (line) => ({ ...line, day: '2026-02-28' }),
  (line) => ({ ...line, side: line.side === 'spent' ? 'received' : 'spent' }),
  (line) => ({ ...line, charge: `${line.charge} ` }),
  (line) => ({ ...line, text: `${line.text}。` }),
  (line) => ({ ...line, vouchers: [...line.vouchers, 'cd'.repeat(32)] }),
  (line) => ({ ...line, commitment: commitmentOf(secretOf(line.number + 100_000)) }),
  (line) => ({ ...line, number: line.number + 1 }),
]

const headChanges: ((head: Head) => Head)[] = [
  (head) => ({ ...head, company: `${head.company}.` }),
  (head) => ({ ...head, community: '一诺广场' }),
  (head) => ({ ...head, communityId: head.communityId.replace('1', '2') }),
  (head) => ({ ...head, fund: 'parking' }),
  (head) => ({ ...head, from: '2025-01-01' }),
  (head) => ({ ...head, to: '2026-04-01' }),
  (head) => ({ ...head, version: 2 }),
  (head) => ({ ...head, sequence: 2 }),
  (head) => ({ ...head, openingFen: head.openingFen + 1, closingFen: head.closingFen + 1 }),
  (head) => ({ ...head, totals: head.totals.map((total) => ({ ...total, amountFen: total.amountFen + 1 })) }),
  (head) => ({ ...head, lines: head.lines + 1 }),
  (head) => ({ ...head, root: '00'.repeat(32) }),
  (head) => ({ ...head, notes: '' }),
  (head) => ({ ...head, reason: '改过' }),
  (head) => ({ ...head, before: '00'.repeat(32) }),
  (head) => ({ ...head, postedAt: '2026-04-11T02:00:00.000Z' }),
]

describe('a disclosure that is checked', () => {
  it('[FIN-06] holds as it was signed, whatever its size', () => {
    for (const count of [0, 1, 2, 255, 256, 257, 600]) {
      const lines = linesOf(count)
      expect(failing(verifyDisclosure(signed(lines), lines))).toEqual([])
    }
  })

  it('[FIN-06] does not hold when a line is changed, dropped, added or swapped', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 300 }), fc.nat(), fc.nat(), fc.nat(), (count, one, other, how) => {
        const lines = linesOf(count)
        const disclosure = signed(lines)
        const [at, elsewhere] = [one % count, other % count]
        const changed = lines.with(at, changes[how % changes.length]!(lines[at]!))
        expect(verifyDisclosure(disclosure, changed).holds).toBe(false)
        expect(verifyDisclosure(disclosure, lines.toSpliced(at, 1)).holds).toBe(false)
        const renumbered = lines.toSpliced(at, 1).map((line, now) => ({ ...line, number: now + 1 }))
        expect(verifyDisclosure(disclosure, renumbered).holds).toBe(false)
        expect(verifyDisclosure(disclosure, [...lines, linesOf(count + 1).at(-1)!]).holds).toBe(false)
        if (at === elsewhere) return
        expect(verifyDisclosure(disclosure, lines.with(at, lines[elsewhere]!).with(elsewhere, lines[at]!)).holds).toBe(false)
      }),
      { numRuns: 80 },
    )
  })

  it('[FIN-06] does not hold when anything of what was signed is changed, also where sums and root are made to fit', () => {
    const lines = linesOf(40)
    const disclosure = signed(lines)
    for (const change of headChanges) {
      expect(verifyDisclosure({ ...disclosure, head: change(disclosure.head) }, lines).holds).toBe(false)
    }
    const smaller = linesOf(39)
    const fitting = { ...disclosure, head: signed(smaller).head }
    expect(failing(verifyDisclosure(fitting, smaller))).toEqual(['signature'])
  })

  it('[FIN-06] is told apart from one that somebody else signed, and from the one on paper', () => {
    const lines = linesOf(3)
    const disclosure = signed(lines)
    const other = publicKeyOf(Uint8Array.from({ length: 32 }, () => 7))
    const hash = headHash(disclosure.head)
    expect(failing(verifyDisclosure(disclosure, lines, { publicKey: other }))).toEqual(['key'])
    expect(failing(verifyDisclosure(disclosure, lines, { headHash: hash }))).toEqual([])
    expect(failing(verifyDisclosure(disclosure, lines, { headHash: shortCode(hash) }))).toEqual([])
    expect(failing(verifyDisclosure(disclosure, lines, { headHash: hash.slice(0, 8) }))).toEqual(['paper'])
    expect(failing(verifyDisclosure(disclosure, lines, { headHash: headHash(signed(linesOf(4)).head) }))).toEqual(['paper'])
  })
})

describe('a payment that is checked', () => {
  it('[FIN-06] is found inside by who has its salt, with some twenty hashes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 600 }), fc.nat(), (count, which) => {
        const number = 1 + (which % count)
        const inclusion = inclusionOf(linesOf(count), number)
        const own = { secret: secretOf(number), amountFen: inclusion.line.amountFen }
        expect(failing(verifyPayment(inclusion, own))).toEqual([])
        expect(inclusion.path.length).toBeLessThanOrEqual(Math.ceil(Math.log2(count)))
      }),
      { numRuns: 60 },
    )
  })

  it('[FIN-06] is proved among a million lines with at most 2 kB', () => {
    for (const number of [1, 500_000, 999_990]) {
      const inclusion = inclusionInMany(1_000_000, number)
      expect(failing(verifyPayment(inclusion))).toEqual([])
      expect(inclusion.path.length).toBeLessThanOrEqual(20)
      const sent = { line: inclusion.line, path: inclusion.path, secret: secretOf(number) }
      expect(JSON.stringify(sent).length).toBeLessThanOrEqual(2048)
    }
  })

  it('[FIN-06] is not found when the line, the path, the sums or the signature are others', () => {
    const inclusion = inclusionOf(linesOf(300), 17)
    const { line, path, disclosure } = inclusion
    const own = { secret: secretOf(17), amountFen: line.amountFen }
    for (const change of changes) expect(verifyPayment({ ...inclusion, line: change(line) }, own).holds).toBe(false)
    for (const [at, hash] of path.entries()) {
      const other = `${hash.startsWith('0') ? '1' : '0'}${hash.slice(1)}`
      expect(failing(verifyPayment({ ...inclusion, path: path.with(at, other) }, own))).toEqual(['inside'])
    }
    expect(failing(verifyPayment({ ...inclusion, path: path.slice(1) }, own))).toEqual(['inside'])
    expect(failing(verifyPayment({ ...inclusion, path: ['no hash', ...path.slice(1)] }, own))).toEqual(['inside'])
    const withoutSums = { ...disclosure, head: { ...disclosure.head, totals: [] } }
    expect(failing(verifyPayment({ ...inclusion, disclosure: withoutSums }, own))).toEqual(['signature', 'counted'])
    expect(failing(verifyPayment({ ...inclusion, disclosure: { ...disclosure, signature: 'ff' } }, own))).toEqual(['signature'])
  })

  it('[FIN-06] still holds for a payment that was taken back, and does not where one line alone is summed up wrongly', () => {
    const paid = { ...lineOf(1), charge: '自来水费' }
    const back = { ...lineOf(2), charge: '自来水费', side: paid.side, amountFen: -paid.amountFen }
    const lines = [paid, back]
    expect(signed(lines).head.totals).toMatchObject([{ charge: '自来水费', amountFen: 0, lines: 2 }])
    for (const number of [1, 2]) expect(verifyPayment(inclusionOf(lines, number)).holds).toBe(true)
    const [total] = signed([paid]).head.totals
    const less = signed([paid], { totals: [{ ...total!, amountFen: total!.amountFen - 1 }] })
    expect(failing(verifyPayment(inclusionOf([paid], 1, less)))).toEqual(['counted'])
  })

  it('[FIN-06] is not mine with the salt of another, nor with another amount', () => {
    const inclusion = inclusionOf(linesOf(300), 17)
    const { amountFen } = inclusion.line
    expect(failing(verifyPayment(inclusion, { secret: secretOf(18), amountFen }))).toEqual(['mine'])
    expect(failing(verifyPayment(inclusion, { secret: secretOf(17), amountFen: amountFen + 100 }))).toEqual(['amount'])
  })
})

describe('what was posted one after the other', () => {
  it('[FIN-06] is one chain; nothing is taken out, exchanged or put between', () => {
    const chain = chainOf(5)
    expect(failing(verifyChain(chain))).toEqual([])
    expect(verifyChain(chain.toSpliced(2, 1)).holds).toBe(false)
    expect(verifyChain(chain.with(2, chain[1]!)).holds).toBe(false)
    expect(verifyChain(chain.slice(1)).holds).toBe(false)
    const exchanged = signed(linesOf(9), { sequence: 3, before: chain[2]!.head.before })
    expect(failing(verifyChain(chain.with(2, exchanged)))).toEqual(['chain'])
    expect(failing(verifyBundle({ disclosure: chain[4]!, chain, lines: linesOf(5) }))).toEqual([])
    expect(failing(verifyBundle({ disclosure: chain[4]!, chain: chain.slice(0, 4), lines: linesOf(5) }))).toEqual(['chain'])
  })
})

describe('the files of a disclosure', () => {
  it('are read as they were written, and what is none is named', () => {
    const lines = linesOf(3)
    const disclosure = signed(lines)
    const sent = (file: object) => readFile(JSON.parse(JSON.stringify(file)))
    expect(sent({ disclosure, chain: [disclosure], lines })).toEqual({ kind: 'bundle', disclosure, chain: [disclosure], lines })
    expect(sent(inclusionOf(lines, 2))).toEqual({ kind: 'inclusion', ...inclusionOf(lines, 2) })
    for (const wrong of [null, [], 'x', {}, { disclosure }, { disclosure, lines: [{}], chain: [] }, { disclosure: {}, lines }])
      expect(() => readFile(wrong)).toThrow(FileFault)
  })

  it('are written as the committed vectors say, so that other programs can be held against them', () => {
    const vectors = JSON.parse(readFileSync(new URL('../vectors/vectors.json', import.meta.url), 'utf8')) as {
      publicKey: string
      fingerprint: string
      commitments: string[]
      leaves: string[]
      disclosure: SignedHead
      headHash: string
      path: string[]
    }
    const lines = linesOf(vectors.leaves.length)
    expect(publicKeyOf(secretKey)).toBe(vectors.publicKey)
    expect(fingerprintOf(vectors.publicKey)).toBe(vectors.fingerprint)
    expect(lines.map(({ commitment }) => commitment)).toEqual(vectors.commitments)
    expect(lines.map((line) => bytesToHex(lineHash(line)))).toEqual(vectors.leaves)
    expect(signed(lines)).toEqual(vectors.disclosure)
    expect(headHash(vectors.disclosure.head)).toBe(vectors.headHash)
    expect(inclusionOf(lines, 7).path).toEqual(vectors.path)
  })

  it('are written in UTF-8, which a mini-program has to do itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect([...utf8(text)]).toEqual([...new TextEncoder().encode(text)])
      }),
    )
    expect(() => utf8('\ud800')).toThrow()
  })
})
