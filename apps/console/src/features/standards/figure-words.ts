import { caseKinds, clockNames, urgencies } from '@yinuo/contracts'
import type { ClockName, StandardFigures, StandardOverrides, Urgency } from '@yinuo/contracts'
import { spokenMinutes } from '../../words/time.ts'

export type FigureSection = keyof StandardFigures
type FigureKind = 'minutes-by-urgency' | 'minutes-or-none' | 'minutes' | 'promised' | 'clocks' | 'percent' | 'months' | 'days'

export interface Figure {
  section: FigureSection
  name: string
  kind: FigureKind
  word: string
  meaning: string
}

export const figureSections: Record<FigureSection, string> = {
  repairs: caseKinds.repair,
  complaints: caseKinds.complaint,
  consultations: caseKinds.consultation,
  outreach: '沟通与回访',
}

const warnAtPercent = ['percent', '到多少提醒', '时限用掉这么多时，提醒处理人'] as const
const escalateEveryPercent = ['percent', '超时后多久升级', '每超过时限的这么多，向上一级报告'] as const

type Words = readonly [FigureKind, word: string, meaning: string]
const words: { [Section in FigureSection]: Record<keyof StandardFigures[Section], Words> } = {
  repairs: {
    respondWithinMinutes: ['minutes-by-urgency', '多久有人接单', '从登记到在岗的人接单'],
    answerWithinMinutes: ['minutes-or-none', '多久给答复', '从登记到告诉住户怎么修、什么时候修'],
    resolveWithinMinutes: ['minutes-by-urgency', '多久修好', '从登记到完工'],
    smallRepairsSameDay: ['promised', '小修不过夜', '18:00 前登记的小修当天修好'],
    progressEveryMinutes: ['minutes', '多久更新一次进展', '未完工的报修至少这么久更新一次'],
    confirmWithinMinutes: ['minutes', '住户多久内确认', '完工后住户没有回应，到时自动关闭'],
    workingHoursOnly: ['clocks', '只在上班时间计时', '这些时限在下班和节假日不计；紧急报修始终计时'],
    warnAtPercent,
    escalateEveryPercent,
  },
  complaints: {
    firstReplyWithinMinutes: ['minutes-by-urgency', '多久首次回复', '从登记到投诉人得到第一次回复'],
    resultWithinMinutes: ['minutes-or-none', '多久给处理结果', '从登记到向投诉人提出处理方案'],
    complexProgressEveryMinutes: ['minutes', '复杂投诉多久反馈进展', '认定为复杂的投诉不计处理结果时限，至少这么久反馈一次'],
    workingHoursOnly: ['clocks', '只在上班时间计时', '这些时限在下班和节假日不计；紧急投诉始终计时'],
    warnAtPercent,
    escalateEveryPercent,
  },
  consultations: {
    replyWithinMinutes: ['minutes-or-none', '多久回复咨询', '从住户提问到客服回复'],
    warnAtPercent,
    escalateEveryPercent,
  },
  outreach: {
    meetingEveryMonths: ['months', '多久开一次业主会议', '两次业主或业主代表会议之间最多隔这么久'],
    receptionDayEveryMonths: ['months', '多久一次经理接待日', '两次经理接待日之间最多隔这么久'],
    visitEveryMonths: ['months', '多久回访每一户', '每一户至少这么久上门或电话回访一次'],
    emptyBoxesEveryDays: ['days', '多久开一次意见箱', '意见箱至少这么久开箱登记一次'],
  },
}

/** Every figure in people's words, section by section, in the order a promise is made and kept. */
export const figures: readonly Figure[] = (Object.keys(words) as FigureSection[]).flatMap((section) =>
  Object.entries(words[section]).map(([name, [kind, word, meaning]]) => ({ section, name, kind, word, meaning })),
)

export type FigureValue = Record<Urgency, number | null> | readonly ClockName[] | number | boolean | null

export function figureOf({ section, name }: Figure, of: StandardFigures): FigureValue {
  return (of[section] as unknown as Record<string, FigureValue>)[name]!
}

/** Whether a community changed this figure of its preset. */
export function isOverridden({ section, name }: Figure, overrides: StandardOverrides): boolean {
  return name in (overrides[section] ?? {})
}

/** A figure as people say it. */
export function figureText(figure: Figure, of: StandardFigures): string {
  const value = figureOf(figure, of)
  switch (figure.kind) {
    case 'minutes-by-urgency':
      return byUrgency(value as Record<Urgency, number | null>)
    case 'promised':
      return value ? '承诺' : '不承诺'
    case 'clocks':
      return (value as readonly ClockName[]).map((clock) => clockNames[clock]).join('、') || '全部全天计时'
    case 'months':
      return `${value as number} 个月`
    case 'days':
      return `${value as number} 天`
    case 'percent':
      return `${value as number}%`
    default:
      return spokenMinutes(value as number | null)
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
  figure: Figure
  before: string
  after: string
  changed: boolean
}

/** Every figure before and after, for the preview. */
export function figureChanges(before: StandardFigures, after: StandardFigures): FigureChange[] {
  return figures.map((figure) => {
    const [one, other] = [figureText(figure, before), figureText(figure, after)]
    return { figure, before: one, after: other, changed: one !== other }
  })
}

/** Only what differs from the preset is kept as an override, so a corrected preset still reaches the rest. */
export function overridesOf(preset: StandardFigures, wanted: StandardFigures): StandardOverrides {
  const changed = figures.filter((figure) => settled(figureOf(figure, preset)) !== settled(figureOf(figure, wanted)))
  return Object.fromEntries(
    (Object.keys(words) as FigureSection[])
      .map((section) => [section, changed.filter((figure) => figure.section === section)] as const)
      .filter(([, own]) => own.length > 0)
      .map(([section, own]) => [section, Object.fromEntries(own.map((figure) => [figure.name, figureOf(figure, wanted)]))]),
  )
}

/** The same figure always as the same text: the database gives the fields of a figure in an order of its own. */
function settled(figure: unknown): string {
  if (Array.isArray(figure)) return JSON.stringify([...figure].sort())
  if (typeof figure !== 'object' || figure === null) return JSON.stringify(figure)
  return JSON.stringify(Object.entries(figure).sort(([one], [other]) => one.localeCompare(other)))
}
