import { repairCategories, type ClockName, type RepairCategoryCode, type RepairFigures, type Urgency } from '@yinuo/contracts'
import { DateTime } from 'luxon'
import { startClock, type Calendar, type Clock, type ClockPlan, type Hours } from '../../cases/rules/index.ts'

/** What a repair's clocks depend on. */
export interface RepairPromise {
  figures: RepairFigures
  calendar: Calendar
  urgency: Urgency
  category: RepairCategoryCode
}

const SAME_DAY_UNTIL_HOUR = 18

/** The clocks that start at intake (or when a repair is reopened): one for every promise there is a figure for. */
export function clocksAtIntake(promise: RepairPromise, now: Date): Clock[] {
  const { figures, urgency } = promise
  return [
    clockFor(promise, 'respond', figures.respondWithinMinutes[urgency], now),
    clockFor(promise, 'answer', figures.answerWithinMinutes, now),
    clockFor(promise, 'resolve', figures.resolveWithinMinutes[urgency], now),
    progressClock(promise, now),
  ].filter((clock) => clock !== null)
}

/** REP-05: started anew by every sign of life; when it runs out the case is flagged. */
export function progressClock(promise: RepairPromise, now: Date): Clock {
  const hours = hoursOf(promise, 'progress')
  return startClock(
    {
      name: 'progress',
      targetMinutes: promise.figures.progressEveryMinutes,
      hours,
      ladder: [{ step: 'supervisor', atPercent: 100 }],
    },
    now,
  )
}

/** REP-06: when it runs out the case closes itself, unconfirmed. */
export function confirmClock(promise: RepairPromise, now: Date): Clock {
  const hours = hoursOf(promise, 'confirm')
  return startClock(
    { name: 'confirm', targetMinutes: promise.figures.confirmWithinMinutes, hours, ladder: [{ step: 'close', atPercent: 100 }] },
    now,
  )
}

/** The hours a clock of this repair runs in; an emergency knows no closing time. */
export function hoursOf(promise: RepairPromise, name: ClockName): Hours {
  const isAlways = promise.urgency === 'emergency' || !promise.figures.workingHoursOnly.includes(name)
  return isAlways ? null : promise.calendar
}

function clockFor(promise: RepairPromise, name: ClockName, minutes: number | null, now: Date): Clock | null {
  if (minutes === null) return null
  const { warnAtPercent, escalateEveryPercent } = promise.figures
  const plan: ClockPlan = {
    name,
    targetMinutes: minutes,
    hours: hoursOf(promise, name),
    ladder: [
      { step: 'warned', atPercent: warnAtPercent },
      { step: 'supervisor', atPercent: 100 },
      { step: 'project-manager', atPercent: 100 + escalateEveryPercent },
      { step: 'company', atPercent: 100 + 2 * escalateEveryPercent },
    ],
    dueAtLatest: name === 'resolve' ? sameDayDue(promise, now) : null,
  }
  return startClock(plan, now)
}

/** 小修不过夜: a small repair that comes in before 18:00 is due by the end of that day. */
function sameDayDue(promise: RepairPromise, now: Date): Date | null {
  if (!promise.figures.smallRepairsSameDay || !repairCategories[promise.category].small) return null
  const local = DateTime.fromJSDate(now, { zone: promise.calendar.timeZone })
  return local.hour < SAME_DAY_UNTIL_HOUR ? local.plus({ days: 1 }).startOf('day').toJSDate() : null
}
