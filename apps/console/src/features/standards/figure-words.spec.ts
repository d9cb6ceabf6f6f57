import { describe, expect, it } from '@jest/globals'
import type { RepairFigures } from '@yinuo/contracts'
import { figureChanges, figureText, overridesOf } from './figure-words.ts'

const figures: RepairFigures = {
  respondWithinMinutes: { emergency: 15, urgent: 15, routine: 30 },
  answerWithinMinutes: 1440,
  resolveWithinMinutes: { emergency: 2880, urgent: 2880, routine: 2880 },
  smallRepairsSameDay: false,
  progressEveryMinutes: 1440,
  confirmWithinMinutes: 4320,
  workingHoursOnly: ['respond'],
  warnAtPercent: 70,
  escalateEveryPercent: 50,
}

describe('the figures of a standard', () => {
  it('are said as people say them', () => {
    expect(figureText('respondWithinMinutes', figures)).toBe('紧急 15 分钟，急 15 分钟，一般 30 分钟')
    expect(figureText('resolveWithinMinutes', figures)).toBe('48 小时')
    expect(figureText('confirmWithinMinutes', figures)).toBe('3 天')
    expect(figureText('smallRepairsSameDay', figures)).toBe('不承诺')
    expect(figureText('workingHoursOnly', figures)).toBe('响应')
    expect(figureText('warnAtPercent', figures)).toBe('70%')
    expect(figureText('answerWithinMinutes', { ...figures, answerWithinMinutes: null })).toBe('不承诺')
  })
  it('show what a change changes', () => {
    const changes = figureChanges(figures, { ...figures, smallRepairsSameDay: true })
    expect(changes.filter(({ changed }) => changed)).toEqual([
      { name: 'smallRepairsSameDay', before: '不承诺', after: '承诺', changed: true },
    ])
  })
  it('override a preset only where they differ', () => {
    expect(overridesOf(figures, { ...figures, answerWithinMinutes: 720 })).toEqual({ answerWithinMinutes: 720 })
    expect(overridesOf(figures, structuredClone(figures))).toEqual({})
    const reordered = { ...figures, respondWithinMinutes: { routine: 30, urgent: 15, emergency: 15 } }
    expect(overridesOf(figures, reordered)).toEqual({})
  })
})
