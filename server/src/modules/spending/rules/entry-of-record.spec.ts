import { describe, expect, it } from '@jest/globals'
import { fundRecordSides, funds, type Fund, type FundRecordSide } from '@yinuo/contracts'
import fc from 'fast-check'
import { assertBalanced } from '../../ledger/rules/index.ts'
import { faultOfRecord, linesOfRecord } from './entry-of-record.ts'

const record = fc.record({
  side: fc.constantFrom(...(Object.keys(fundRecordSides) as FundRecordSide[])),
  fund: fc.constantFrom(...(Object.keys(funds) as Fund[])),
  category: fc.constant('other'),
  amountFen: fc.integer({ min: 1, max: 10_000_000_000 }),
  account: fc.constantFrom('cash' as const, 'bank' as const),
  text: fc.string(),
})

describe('what is booked of a record', () => {
  it('balances, and is published once with the whole sum', () => {
    fc.assert(
      fc.property(record, (each) => {
        const lines = linesOfRecord(each)
        assertBalanced(lines)
        const published = lines.filter(({ publishedAs }) => publishedAs)
        expect(published).toEqual([
          expect.objectContaining({
            publishedAs: each.side === 'income' ? 'received' : 'spent',
            amountFen: each.amountFen,
            fund: each.fund,
          }),
        ])
      }),
    )
  })

  it('has a category of its side, and nothing collected for others as income', () => {
    expect(faultOfRecord({ side: 'spending', fund: 'parking', category: 'advertising' })).toMatchObject({ field: 'category' })
    expect(faultOfRecord({ side: 'income', fund: 'collected', category: 'other' })).toMatchObject({ field: 'fund' })
    expect(faultOfRecord({ side: 'spending', fund: 'collected', category: 'energy' })).toBeNull()
  })
})
