import { describe, expect, it } from '@jest/globals'
import { hoursInWords } from './index.ts'

const on = (weekdays: number[], from: string, until: string) => weekdays.map((weekday) => ({ weekday, from, until }))

describe('working hours in words', () => {
  it('puts days with the same hours together', () => {
    expect(hoursInWords(on([1, 2, 3, 4, 5, 6, 7], '08:00', '20:00'))).toBe('周一至周日 08:00–20:00')
    const office = [
      ...on([1, 2, 3, 4, 5], '14:00', '18:00'),
      ...on([1, 2, 3, 4, 5], '08:00', '12:00'),
      ...on([6], '09:00', '12:00'),
    ]
    expect(hoursInWords(office)).toBe('周一至周五 08:00–12:00、14:00–18:00；周六 09:00–12:00')
  })

  it('says of a day without an end that it is whole', () => {
    expect(hoursInWords(on([1, 2, 3, 4, 5, 6, 7], '00:00', '24:00'))).toBe('周一至周日 全天')
  })

  it('leaves out days without hours, and does not join over them', () => {
    expect(hoursInWords(on([1, 2, 4], '09:00', '17:00'))).toBe('周一至周二 09:00–17:00；周四 09:00–17:00')
    expect(hoursInWords([])).toBe('')
  })
})
