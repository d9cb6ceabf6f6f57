import { describe, expect, it } from '@jest/globals'
import type { RepairFigures, StandardFigures } from '@yinuo/contracts'
import { figureChanges, figures, figureText, overridesOf } from './figure-words.ts'
import type { FigureSection } from './figure-words.ts'

const standard: StandardFigures = {
  repairs: {
    respondWithinMinutes: { emergency: 15, urgent: 15, routine: 30 },
    answerWithinMinutes: 1440,
    resolveWithinMinutes: { emergency: 2880, urgent: 2880, routine: 2880 },
    smallRepairsSameDay: false,
    progressEveryMinutes: 1440,
    confirmWithinMinutes: 4320,
    workingHoursOnly: ['respond'],
    warnAtPercent: 70,
    escalateEveryPercent: 50,
  },
  complaints: {
    firstReplyWithinMinutes: { emergency: 5, urgent: 5, routine: 120 },
    resultWithinMinutes: null,
    complexProgressEveryMinutes: 4320,
    workingHoursOnly: [],
    warnAtPercent: 70,
    escalateEveryPercent: 50,
  },
  consultations: { replyWithinMinutes: 30, warnAtPercent: 70, escalateEveryPercent: 50 },
  outreach: { meetingEveryMonths: 6, receptionDayEveryMonths: 1, visitEveryMonths: 12, emptyBoxesEveryDays: 7 },
}
const figure = (section: FigureSection, name: string) => figures.find((each) => each.section === section && each.name === name)!
const repairs = (changed: Partial<RepairFigures>) => ({ ...standard, repairs: { ...standard.repairs, ...changed } })

describe('the figures of a standard', () => {
  it('are said as people say them', () => {
    const said = (name: string, section: FigureSection = 'repairs') => figureText(figure(section, name), standard)
    expect(said('respondWithinMinutes')).toBe('紧急 15 分钟，急 15 分钟，一般 30 分钟')
    expect(said('resolveWithinMinutes')).toBe('48 小时')
    expect(said('confirmWithinMinutes')).toBe('3 天')
    expect(said('smallRepairsSameDay')).toBe('不承诺')
    expect(said('workingHoursOnly')).toBe('响应')
    expect(said('warnAtPercent')).toBe('70%')
    expect(said('firstReplyWithinMinutes', 'complaints')).toBe('紧急 5 分钟，急 5 分钟，一般 2 小时')
    expect(said('resultWithinMinutes', 'complaints')).toBe('不承诺')
    expect(said('replyWithinMinutes', 'consultations')).toBe('30 分钟')
    expect(said('meetingEveryMonths', 'outreach')).toBe('6 个月')
    expect(said('emptyBoxesEveryDays', 'outreach')).toBe('7 天')
  })
  it('show what a change changes', () => {
    const changes = figureChanges(standard, repairs({ smallRepairsSameDay: true }))
    expect(changes.filter(({ changed }) => changed)).toEqual([
      { figure: figure('repairs', 'smallRepairsSameDay'), before: '不承诺', after: '承诺', changed: true },
    ])
  })
  it('override a preset only where they differ', () => {
    const wanted = { ...repairs({ answerWithinMinutes: 720 }), consultations: { ...standard.consultations, warnAtPercent: 50 } }
    expect(overridesOf(standard, wanted)).toEqual({ repairs: { answerWithinMinutes: 720 }, consultations: { warnAtPercent: 50 } })
    expect(overridesOf(standard, structuredClone(standard))).toEqual({})
    const reordered = repairs({ respondWithinMinutes: { routine: 30, urgent: 15, emergency: 15 } })
    expect(overridesOf(standard, reordered)).toEqual({})
  })
})
