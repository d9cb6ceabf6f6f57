import { describe, expect, it } from '@jest/globals'
import { readWishes } from './wishes.ts'

describe('what the operator asks for', () => {
  it('is all or nothing unless told otherwise, with the report beside the file', () => {
    expect(readWishes(['/a/户.xlsx', '--community', '一诺花园'])).toEqual({
      import: { file: '/a/户.xlsx', community: '一诺花园', create: null, goodRows: false, report: '/a/户.问题.xlsx' },
    })
  })

  it('may be a new community, a template or help', () => {
    const creating = ['a.xlsx', '--community', '新城', '--create', 'office', '--hotline', '400-1', '--good-rows']
    expect(readWishes(creating)).toMatchObject({
      import: { create: { propertyType: 'office', hotline: '400-1' }, goodRows: true },
    })
    expect(readWishes(['--template', 'b.xlsx'])).toEqual({ template: 'b.xlsx' })
    expect(readWishes(['-h'])).toBe('help')
  })

  it.each([
    [[], '给出一个'],
    [['a.xlsx', 'b.xlsx', '--community', 'x'], '给出一个'],
    [['a.xlsx'], '--community'],
    [['a.xlsx', '--community', 'x', '--good-rows', '--all-or-nothing'], '只能选一个'],
    [['a.xlsx', '--community', 'x', '--create', 'castle', '--hotline', '1'], 'residential 住宅'],
    [['a.xlsx', '--community', 'x', '--create', 'office'], '--hotline'],
    [['a.xlsx', '--nonsense'], 'nonsense'],
  ])('%j is refused with what to do', (args, advice) => {
    expect(() => readWishes(args)).toThrow(advice)
  })
})
