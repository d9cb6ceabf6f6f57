import { describe, expect, it } from '@jest/globals'
import { usualStages } from '@yinuo/contracts'
import { exampleOf, rateWord, stageWord } from './words.ts'

describe('words of arrears', () => {
  it('say when a reminder goes out', () => {
    expect([-3, 0, 7].map(stageWord)).toEqual(['到期前 3 天', '到期当天', '逾期 7 天'])
  })

  it('show a wording as a household reads it, with nothing left to fill in', () => {
    for (const { wording } of usualStages) expect(exampleOf(wording)).not.toMatch(/[{}]/)
    expect(exampleOf('{房屋}共 {金额} 元')).toBe('3号楼1单元601共 1,268.00 元')
  })

  it('say a rate as contracts do', () => {
    expect([50, 5].map(rateWord)).toEqual(['每天万分之 5', '每天万分之 0.5'])
  })
})
