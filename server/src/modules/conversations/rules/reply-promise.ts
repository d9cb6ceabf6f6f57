import type { ConsultationFigures } from '@yinuo/contracts'
import { DateTime } from 'luxon'
import { startClock, workingMinutesBetween, type Calendar, type Clock } from '../../cases/rules/index.ts'

/** What the office promises who asks, under the figures and hours in force. */
export interface ReplyTerms {
  figures: ConsultationFigures
  calendar: Calendar
  hotline: string
}

/** What a resident is told before and while they wait. */
export interface ReplyPromise {
  sentence: string
  offHours: boolean
  answerBy: string | null
  hotline: string
}

const A_MOMENT_MS = 60_000

/** The clock of a question: it runs in working hours, and only a person's answer stops it. */
export function replyClock({ figures, calendar }: ReplyTerms, now: Date): Clock | null {
  if (figures.replyWithinMinutes === null) return null
  const { warnAtPercent, escalateEveryPercent } = figures
  return startClock(
    {
      name: 'answer',
      targetMinutes: figures.replyWithinMinutes,
      hours: calendar,
      ladder: [
        { step: 'warned', atPercent: warnAtPercent },
        { step: 'supervisor', atPercent: 100 },
        { step: 'project-manager', atPercent: 100 + escalateEveryPercent },
        { step: 'company', atPercent: 100 + 2 * escalateEveryPercent },
      ],
    },
    now,
  )
}

export function isOffHours(calendar: Calendar, now: Date): boolean {
  return workingMinutesBetween(now, new Date(now.getTime() + A_MOMENT_MS), calendar) === 0
}

/** @param dueAt until when a question that waits already is answered; left out: one asked now */
export function replyPromise(terms: ReplyTerms, now: Date, dueAt?: Date | null): ReplyPromise {
  const answerBy = dueAt ?? replyClock(terms, now)?.dueAt ?? null
  const offHours = isOffHours(terms.calendar, now)
  const { hotline } = terms
  return { sentence: sentenceOf(terms, offHours, answerBy), offHours, answerBy: answerBy?.toISOString() ?? null, hotline }
}

function sentenceOf({ figures, calendar, hotline }: ReplyTerms, offHours: boolean, answerBy: Date | null): string {
  if (!offHours) return answerBy ? `服务时间内 ${figures.replyWithinMinutes} 分钟内回复您。` : '前台看到后会尽快回复您。'
  const until = answerBy && DateTime.fromJSDate(answerBy, { zone: calendar.timeZone }).toFormat('M月d日 HH:mm')
  const when = until ? `我们将在 ${until} 前回复您` : '我们上班后尽快回复您'
  return `现在是非服务时间，${when}。急事请拨打服务热线 ${hotline}。`
}
