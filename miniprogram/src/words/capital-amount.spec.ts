import { describe, expect, it } from '@jest/globals'
import { capitalAmount } from '@yinuo/contracts'

describe('an amount in capitals', () => {
  it.each([
    [0, '零元整'],
    [1, '壹分'],
    [10, '壹角整'],
    [99, '玖角玖分'],
    [100, '壹元整'],
    [1_000, '壹拾元整'],
    [1_001, '壹拾元零壹分'],
    [1_010, '壹拾元壹角整'],
    [10_500, '壹佰零伍元整'],
    [27_608, '贰佰柒拾陆元零捌分'],
    [123_456, '壹仟贰佰叁拾肆元伍角陆分'],
    [1_000_000, '壹万元整'],
    [1_000_500, '壹万零伍元整'],
    [10_010_000, '壹拾万零壹佰元整'],
    [100_000_005, '壹佰万元零伍分'],
    [10_000_000_000, '壹亿元整'],
    [10_000_100_000, '壹亿零壹仟元整'],
    [10_200_300_400, '壹亿零贰佰万叁仟零肆元整'],
    [-12_30, '负壹拾贰元叁角整'],
  ])('%i fen is %s', (fen, words) => {
    expect(capitalAmount(fen)).toBe(words)
  })

  it('is of whole fen only', () => {
    expect(() => capitalAmount(1.5)).toThrow('not a whole number')
  })
})
