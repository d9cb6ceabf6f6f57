import { describe, expect, it } from '@jest/globals'
import { checkValue } from '../src/subscriptions/value-limits.ts'

const accepted: [string, string][] = [
  ['thing1', '厨房水管漏水，已关总阀！12345678'],
  ['thing1', '二十个字符正好二十个字符正好二十个字符啊'],
  ['character_string1', 'BX-2026_11.21/0007'],
  ['number1', '128.50'],
  ['letter1', 'ABCdef'],
  ['symbol1', '★!@#￥'],
  ['time1', '18:20'],
  ['time1', '2026年11月21日 18:20'],
  ['time1', '2026-11-21 18:20:05'],
  ['time1', '2026年11月21日 18:20~2026年11月21日 19:20'],
  ['date1', '2026年11月21日'],
  ['date1', '2026年11月21日 18:20'],
  ['amount1', '¥1234.56'],
  ['amount1', '1234567890元'],
  ['phone_number1', '+86-0571-87654321'],
  ['car_number1', '粤A8Z888挂'],
  ['name1', '欧阳林晓梅'],
  ['name1', 'Lin Xiaomei'],
  ['phrase1', '已接单'],
]

const refused: [string, unknown][] = [
  ['thing1', '二十一个字符就是多了一个字符所以不行了吧对'],
  ['thing1', ''],
  ['thing1', '   '],
  ['thing1', undefined],
  ['thing1', 7],
  ['character_string1', '工单0007'],
  ['character_string1', 'x'.repeat(33)],
  ['number1', '十二'],
  ['number1', '1'.repeat(33)],
  ['letter1', 'a1'],
  ['letter1', 'a'.repeat(33)],
  ['symbol1', '★★★★★★'],
  ['symbol1', 'a'],
  ['time1', '傍晚六点'],
  ['time1', '25:00'],
  ['time1', '18:61'],
  ['time1', '18:20～19:20'],
  ['time1', '2026-11-21'],
  ['time1', '2026-11-21T18:20:00Z'],
  ['date1', '11/21'],
  ['date1', '18:20'],
  ['amount1', '¥¥12'],
  ['amount1', '12345678901'],
  ['amount1', '1,234.56'],
  ['phone_number1', '电话13800010001'],
  ['phone_number1', '1'.repeat(18)],
  ['car_number1', '粤A8Z8888挂挂'],
  ['name1', '一二三四五六七八九十一'],
  ['name1', 'a'.repeat(21)],
  ['name1', 'Lin 3'],
  ['phrase1', '已经接单啦啊'],
  ['phrase1', 'done'],
  ['phrase1', '接单1'],
  ['emoji1', '一'],
]

describe('template value limits', () => {
  it.each(accepted)('%s takes %s', (key, value) => {
    expect(() => checkValue(key, value)).not.toThrow()
  })

  it.each(refused)('%s refuses %s with 47003', (key, value) => {
    expect(() => checkValue(key, value)).toThrow(expect.objectContaining({ errcode: 47003 }))
  })
})
