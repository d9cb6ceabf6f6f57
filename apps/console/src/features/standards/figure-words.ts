import { clockNames, urgencies } from '@yinuo/contracts'
import type { RepairFigures, Urgency } from '@yinuo/contracts'
import { spokenMinutes } from '../../words/time.ts'

export type FigureName = keyof RepairFigures

/** The figures in people's words, in the order a promise is made and kept. */
export const figureWords: Record<FigureName, { word: string; meaning: string }> = {
  respondWithinMinutes: { word: '多久有人接单', meaning: '从登记到在岗的人接单' },
  answerWithinMinutes: { word: '多久给答复', meaning: '从登记到告诉住户怎么修、什么时候修' },
  resolveWithinMinutes: { word: '多久修好', meaning: '从登记到完工' },
  smallRepairsSameDay: { word: '小修不过夜', meaning: '18:00 前登记的小修当天修好' },
  progressEveryMinutes: { word: '多久更新一次进展', meaning: '未完工的报修至少这么久更新一次' },
  confirmWithinMinutes: { word: '住户多久内确认', meaning: '完工后住户没有回应，到时自动关闭' },
  workingHoursOnly: { word: '只在上班时间计时', meaning: '这些时限在下班和节假日不计；紧急报修始终计时' },
  warnAtPercent: { word: '到多少提醒', meaning: '时限用掉这么多时，提醒处理人' },
  escalateEveryPercent: { word: '超时后多久升级', meaning: '每超过时限的这么多，向上一级报告' },
}
export const figureNames = Object.keys(figureWords) as FigureName[]

/** A figure as people say it. */
export function figureText<Name extends FigureName>(name: Name, figures: RepairFigures): string {
  switch (name) {
    case 'respondWithinMinutes':
    case 'resolveWithinMinutes':
      return byUrgency(figures[name as 'respondWithinMinutes'])
    case 'smallRepairsSameDay':
      return figures.smallRepairsSameDay ? '承诺' : '不承诺'
    case 'workingHoursOnly':
      return figures.workingHoursOnly.map((clock) => clockNames[clock]).join('、') || '全部全天计时'
    case 'warnAtPercent':
    case 'escalateEveryPercent':
      return `${figures[name as 'warnAtPercent']}%`
    default:
      return spokenMinutes(figures[name as 'answerWithinMinutes'])
  }
}

function byUrgency(minutes: Record<Urgency, number | null>): string {
  const { emergency, urgent, routine } = minutes
  if (emergency === urgent && urgent === routine) return spokenMinutes(routine)
  return (Object.keys(urgencies) as Urgency[])
    .map((urgency) => `${urgencies[urgency]} ${spokenMinutes(minutes[urgency])}`)
    .join('，')
}

export interface FigureChange {
  name: FigureName
  before: string
  after: string
  changed: boolean
}

/** Every figure before and after, for the preview. */
export function figureChanges(before: RepairFigures, after: RepairFigures): FigureChange[] {
  return figureNames.map((name) => {
    const [one, other] = [figureText(name, before), figureText(name, after)]
    return { name, before: one, after: other, changed: one !== other }
  })
}

/** Only what differs from the preset is kept as an override, so a corrected preset still reaches the rest. */
export function overridesOf(preset: RepairFigures, wanted: RepairFigures): Partial<RepairFigures> {
  return Object.fromEntries(
    figureNames.filter((name) => settled(preset[name]) !== settled(wanted[name])).map((name) => [name, wanted[name]]),
  )
}

/** The same figure always as the same text: the database gives the fields of a figure in an order of its own. */
function settled(figure: unknown): string {
  if (Array.isArray(figure)) return JSON.stringify([...figure].sort())
  if (typeof figure !== 'object' || figure === null) return JSON.stringify(figure)
  return JSON.stringify(Object.entries(figure).sort(([one], [other]) => one.localeCompare(other)))
}
