import { describe, expect, it } from '@jest/globals'
import { readCell } from './cell.ts'

describe('a cell', () => {
  it.each([
    [null, ''],
    ['  3号楼 ', '3号楼'],
    ['３号楼', '3号楼'],
    ['\ufeff王小明\u200b', '王小明'],
    [13800001234, '13800001234'],
    [98.6, '98.6'],
    [new Date('2026-03-01T00:00:00Z'), '2026-03-01'],
    [{ richText: [{ text: '王' }, { text: '小明' }] }, '王小明'],
    [{ text: 'a@b.c', hyperlink: 'mailto:a@b.c' }, 'a@b.c'],
    ['𠮷田', '𠮷田'],
  ])('with %j says %j', (value, text) => expect(readCell(value)).toEqual({ text }))

  it.each([
    [{ formula: '1+1', result: 2 }, '公式'],
    [{ sharedFormula: 'A1', result: 2 }, '公式'],
    [{ error: '#REF!' }, '#REF!'],
    [true, '真/假'],
    [new Date(NaN), '日期'],
    ['x'.repeat(201), '太长'],
    ['第一行\n第二行', '换行'],
    ['半个\ud842', '无法显示'],
    ['零\u0000', '无法显示'],
  ])('with %j is refused: %s', (value, reason) => {
    expect(readCell(value)).toEqual({ fault: expect.stringContaining(reason) })
  })
})
