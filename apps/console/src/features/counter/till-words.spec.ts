import { describe, expect, it } from '@jest/globals'
import type { CounterBill } from '@yinuo/contracts'
import { countedOf, denominationText, differenceText, partsOf } from './till-words.ts'

const bill = (id: string, owedFen: number, heldBy: string | null = null) => ({ id, owedFen, heldBy }) as CounterBill

describe('words of the till', () => {
  it('names notes and coins', () => {
    expect([10_000, 100, 50].map(denominationText)).toEqual(['100 元', '1 元', '5 角'])
  })

  it('adds what was counted', () => {
    expect(countedOf({ 10_000: 3, 50: 1 })).toBe(30_050)
    expect(countedOf({})).toBe(0)
  })

  it('says which way it differs', () => {
    expect([0, -500, 120].map(differenceText)).toEqual(['账实相符', '短款 ¥5.00', '长款 ¥1.20'])
  })

  it('pays what is ticked, in part where a part was typed, and never what WeChat holds', () => {
    const bills = [bill('a', 100), bill('b', 200), bill('c', 300, 'order'), bill('d', 400)]
    expect(partsOf(bills, ['a', 'b', 'c'], { b: 50, a: 900 })).toEqual([
      { billId: 'a', amountFen: 100 },
      { billId: 'b', amountFen: 50 },
    ])
  })
})
