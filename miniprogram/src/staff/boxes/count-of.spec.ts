import { describe, expect, it } from '@jest/globals'
import { countOf } from './count-of.ts'

describe('a count of slips', () => {
  it('is a whole number a box can hold', () => {
    expect(['0', '12', ' 7', '500'].map(countOf)).toEqual([0, 12, 7, 500])
    expect(['', '-1', '501', '1.5', '七'].map(countOf)).toEqual([null, null, null, null, null])
  })
})
