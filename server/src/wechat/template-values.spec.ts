import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { checkValue } from '../../../apps/wechat-sandbox/src/subscriptions/value-limits.ts'
import { fitValues } from './template-values.ts'

const refused = (field: string, value: string) => 'misfits' in fitValues({ [field]: value })
const fitted = (field: string, value: string) => {
  const answer = fitValues({ [field]: value })
  return 'values' in answer ? answer.values[field] : null
}

describe('values of a subscribe message', () => {
  it('[MSG-02] cuts a long thing to twenty characters and says so with an ellipsis', () => {
    expect(fitted('thing2', '一诺花园3号楼2单元601室厨房水槽下方的角阀')).toBe('一诺花园3号楼2单元601室厨房水槽下…')
    expect([...fitted('thing2', '𠮷'.repeat(40))!]).toHaveLength(20)
  })

  it('[MSG-02] puts lines together, because a message shows one', () => {
    expect(fitted('thing2', ' 厨房漏水\n\n很急 ')).toBe('厨房漏水 很急')
  })

  it.each([
    ['thing1', ''],
    ['thing1', ' \n '],
    ['character_string1', '编号一'],
    ['character_string1', 'x'.repeat(33)],
    ['phrase3', '等待配件到货'],
    ['phrase3', 'OK'],
    ['phrase3', '已接单！'],
    ['time5', '明天上午'],
    ['time5', '2026-11-21T10:00:00Z'],
    ['time5', '25:00'],
    ['amount1', '12345678901'],
    ['phone_number1', '1380000123456789012'],
    ['number1', '12a'],
    ['riddle1', 'x'],
  ])('[MSG-02] refuses %s %j before WeChat does', (field, value) => {
    expect(refused(field, value)).toBe(true)
  })

  it.each([
    ['time5', '2026年11月21日 18:05'],
    ['time5', '18:05~20:00'],
    ['date1', '2026-11-21'],
    ['phrase3', '重新处理'],
    ['amount1', '¥128.50元'],
    ['character_string1', 'R-20261121-0012'],
    ['car_number1', '粤B12345'],
    ['name1', '林晓梅'],
  ])('[MSG-02] lets %s %j through as it is', (field, value) => {
    expect(fitted(field, value)).toBe(value)
  })

  it('[MSG-02] sends nothing that WeChat refuses, whatever people wrote', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.string({ unit: fc.constantFrom(...'一诺修好aA1 -:.~¥年月日元\n'), maxLength: 30 }),
    )
    const field = fc.constantFrom(
      'thing1',
      'phrase2',
      'character_string3',
      'time4',
      'date5',
      'amount6',
      'number7',
      'phone_number8',
      'letter9',
    )
    fc.assert(
      fc.property(field, text, (name, value) => {
        const answer = fitValues({ [name]: value })
        if ('values' in answer) expect(() => checkValue(name, answer.values[name])).not.toThrow()
      }),
      { numRuns: 3_000 },
    )
  })
})
