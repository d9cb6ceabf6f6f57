import { describe, expect, it } from '@jest/globals'
import { assertBalanced, turned, withoutNothing, type EntryLine } from './entry-lines.ts'

const received: EntryLine[] = [
  { account: 'wechat', side: 'debit', amountFen: 300 },
  { account: 'receivable', side: 'credit', amountFen: 200, fund: 'property-fee', publishedAs: 'received' },
  { account: 'prepaid', side: 'credit', amountFen: 100 },
]

describe('the lines of an entry', () => {
  it('balance, and still do turned round', () => {
    expect(() => assertBalanced(received)).not.toThrow()
    expect(() => assertBalanced(turned(received))).not.toThrow()
    expect(turned(turned(received))).toEqual(received)
  })

  it.each([
    ['differ by a fen', [...received.slice(0, 2), { ...received[2]!, amountFen: 101 }]],
    ['are one only', received.slice(0, 1)],
    ['hold half a fen', received.map((line) => ({ ...line, amountFen: line.amountFen / 200 }))],
    ['go below nothing', received.map((line) => ({ ...line, amountFen: -line.amountFen }))],
    ['are published as nobody’s money', received.map(({ fund, ...line }) => line)],
  ])('are refused when they %s', (_what, lines) => {
    expect(() => assertBalanced(lines)).toThrow()
  })

  it('leave out what is nothing', () => {
    expect(withoutNothing([...received, { account: 'suspense', side: 'credit', amountFen: 0 }])).toEqual(received)
  })
})
