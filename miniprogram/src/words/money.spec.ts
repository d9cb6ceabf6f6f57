import { describe, expect, it } from '@jest/globals'
import { fenOf, saidMoney } from './money.ts'

describe('money', () => {
  it.each([
    [0, '¥0.00'],
    [5, '¥0.05'],
    [123456, '¥1,234.56'],
    [100000000, '¥1,000,000.00'],
    [-1250, '-¥12.50'],
  ])('of %d fen is shown as %s', (fen, shown) => expect(saidMoney(fen)).toBe(shown))

  it.each([
    ['12', 1200],
    ['12.5', 1250],
    ['0.05', 5],
    [' 68.00 ', 6800],
    ['19.99', 1999],
  ])('typed as %s is %d fen', (typed, fen) => expect(fenOf(typed)).toBe(fen))

  it.each(['', 'abc', '-3', '1.234', '１２', '1e5', '12345678'])('typed as “%s” is not an amount', (typed) =>
    expect(fenOf(typed)).toBeNull(),
  )
})
