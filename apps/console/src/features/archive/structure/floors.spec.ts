import { describe, expect, it } from '@jest/globals'
import type { UnitCell } from '@yinuo/contracts'
import { entranceWord, floorsOf, floorWord, moved } from './floors.ts'

const unit = (entrance: string, floor: number, number: string) => ({ entrance, floor, number }) as UnitCell

describe('the floors of an entrance', () => {
  it('stand as the house does, each with its units by number', () => {
    const units = [unit('1单元', 1, '102'), unit('1单元', 12, '1201'), unit('1单元', 1, '101'), unit('2单元', 1, '101'), unit('1单元', -1, 'B101')] // prettier-ignore
    expect(floorsOf(units, '1单元').map(({ floor, units: of }) => [floor, of.map(({ number }) => number)])).toEqual([
      [12, ['1201']],
      [1, ['101', '102']],
      [-1, ['B101']],
    ])
  })

  it('sort 9 before 10', () => {
    expect(floorsOf([unit('', 1, '10'), unit('', 1, '9')], '')[0]!.units.map(({ number }) => number)).toEqual(['9', '10'])
  })

  it('are called what people call them', () => {
    expect([floorWord(3), floorWord(-2), entranceWord('2单元'), entranceWord('')]).toEqual([
      '3层',
      '地下2层',
      '2单元',
      '不分单元',
    ])
  })
})

describe('a list put in order', () => {
  it('changes neighbours, and stays as it was at its ends', () => {
    expect(moved(['a', 'b', 'c'], 1, -1)).toEqual(['b', 'a', 'c'])
    expect(moved(['a', 'b', 'c'], 1, 1)).toEqual(['a', 'c', 'b'])
    expect(moved(['a', 'b', 'c'], 0, -1)).toEqual(['a', 'b', 'c'])
    expect(moved(['a', 'b', 'c'], 2, 1)).toEqual(['a', 'b', 'c'])
  })
})
