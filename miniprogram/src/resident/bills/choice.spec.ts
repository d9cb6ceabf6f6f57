import { describe, expect, it } from '@jest/globals'
import type { OwnBill } from '@yinuo/contracts'
import { groupsOf, partsOf, shareOf, sumOf, toggled, wholeChoice, withPart } from './choice.ts'

const bill = (id: string, owedFen: number, month = 11) =>
  ({ id, owedFen, periodFrom: `2026-${month}-01`, periodTo: `2026-${month}-30` }) as OwnBill
const bills = [bill('fee', 27_608), bill('parking', 30_000), bill('water', 4_550)]

describe('what is to be paid', () => {
  it('is everything, unless somebody leaves a bill out', () => {
    expect(sumOf(partsOf(bills, wholeChoice))).toBe(62_158)
    const without = toggled(wholeChoice, ['parking'])
    expect(partsOf(bills, without).map(({ billId }) => billId)).toEqual(['fee', 'water'])
    expect(toggled(without, ['parking'])).toEqual(wholeChoice)
  })

  it('lets a whole period go and come back', () => {
    const none = toggled(wholeChoice, ['fee', 'parking', 'water'])
    expect(partsOf(bills, none)).toEqual([])
    expect(toggled(none, ['fee', 'parking', 'water']).left).toEqual([])
  })

  it('may be a part of a bill, and something ahead', () => {
    const part = withPart(toggled(wholeChoice, ['fee']), bill('fee', 27_608), 10_000)
    expect(sumOf(partsOf(bills, part), 50_000)).toBe(94_550)
    expect(withPart(part, bill('fee', 27_608), 27_608).parts).toEqual({})
  })

  it('never is more of a bill than is owed, even when it was partly paid meanwhile', () => {
    const part = withPart(wholeChoice, bill('fee', 27_608), 20_000)
    expect(partsOf([bill('fee', 5_000), bill('paid', 0)], part)).toEqual([{ billId: 'fee', amountFen: 5_000 }])
  })

  it('is at most fifty bills at once', () => {
    const many = Array.from({ length: 60 }, (_, n) => bill(String(n), 100))
    expect(partsOf(many, wholeChoice)).toHaveLength(50)
  })

  it('comes out of the balance first, except what is paid ahead', () => {
    const parts = partsOf(bills, wholeChoice)
    const ahead = { ...wholeChoice, aheadFen: 10_000 }
    expect(shareOf(parts, wholeChoice, 30_000)).toEqual({ balanceFen: 30_000, wechatFen: 32_158 })
    expect(shareOf(parts, ahead, 1_000_000)).toEqual({ balanceFen: 62_158, wechatFen: 10_000 })
    expect(shareOf(parts, { ...ahead, useBalance: false }, 1_000_000)).toEqual({ balanceFen: 0, wechatFen: 72_158 })
  })
})

describe('bills by period', () => {
  it('begin with what is due longest', () => {
    expect(groupsOf([bill('new', 3, 11), bill('old', 2, 10), bill('also new', 4, 11)])).toMatchObject([
      { period: '2026-10-01 至 2026-10-30', owedFen: 2 },
      { period: '2026年11月', owedFen: 7, bills: [{ id: 'new' }, { id: 'also new' }] },
    ])
  })
})
