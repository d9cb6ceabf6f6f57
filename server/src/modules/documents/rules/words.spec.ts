import { describe, expect, it } from '@jest/globals'
import { markHits } from './snippet.ts'
import { lexemesOf, queryOf, tidyText, vectorOf } from './words.ts'

/** What the query asks for is in the text; a tsquery of ours has only & and prefixes. */
function finds(query: string, text: string): boolean {
  const lexemes = [...lexemesOf(text)]
  return (queryOf(query)?.match ?? 'x').split(' & ').every((part) => {
    const [, lexeme, prefix] = /^'(.+)'(:\*)?$/.exec(part)!
    return lexemes.some((each) => (prefix ? each.startsWith(lexeme!) : each === lexeme))
  })
}

describe('the words of a text', () => {
  it('[ORG-06] are found by any two or more neighbouring characters', () => {
    const text = '电梯维护保养合同应当载明保养项目与周期。'
    const characters = [...'电梯维护保养合同应当载明保养项目与周期']
    for (let from = 0; from < characters.length; from++)
      for (let until = from + 2; until <= characters.length; until++)
        expect({ query: characters.slice(from, until).join(''), found: finds(characters.slice(from, until).join(''), text) })
          .toMatchObject({ found: true }) // prettier-ignore
  })

  it('[ORG-06] are found one by one: what stands between them does not matter', () => {
    expect(finds('电梯维保合同', '本合同约定电梯的维保事项')).toBe(true)
    expect(finds('电梯 年检', '电梯每年检验一次')).toBe(true)
    expect(finds('消防水泵', '消火栓')).toBe(false)
  })

  it('[ORG-06] are numbers and letters too, in whatever width and case', () => {
    expect(finds('ht-2026', '编号 ＨＴ－２０２６－００１')).toBe(true)
    expect(finds('梯', '电梯')).toBe(true)
  })

  it('[ORG-06] in quotes must stand together', () => {
    expect(finds('“维保合同”', '电梯维保的合同')).toBe(false)
    expect(queryOf('“维保合同”')!.phrases).toEqual(['维保合同'])
  })

  it('[ORG-06] that are none ask for nothing', () => {
    expect(queryOf(' ，。“” ')).toBeNull()
  })

  it('[ORG-06] weigh more in the title', () => {
    expect(vectorOf({ title: '合同', number: 'A1', tags: [], content: '合同' })).toContain(`'合同':1A,3`)
  })

  it('[ORG-06] are marked where they stand', () => {
    expect(markHits('本合同为电梯合同', ['合同'])).toEqual([
      { text: '本', hit: false },
      { text: '合同', hit: true },
      { text: '为电梯', hit: false },
      { text: '合同', hit: true },
    ])
    expect(markHits('a+b', ['+'])).toHaveLength(3)
  })

  it('[ORG-06] are put together again where a line broke them', () => {
    expect(tidyText('电梯维\n保合同，\n第一条  甲方')).toBe('电梯维保合同，第一条 甲方')
  })
})
