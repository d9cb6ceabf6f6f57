import type { ClockName } from './cases.ts'
import type { Labels } from './label.ts'

/** The three presets of STD-02. */
export const standardPresets = {
  A: 'A 物业管理服务保障标准',
  B: 'B 物业服务质量目标承诺',
  C: 'C 2026 年物业服务标准流程',
} as const satisfies Labels<string>
export type StandardPresetCode = keyof typeof standardPresets

/** Figures of a standard that repairs use. Minutes of the community's calendar; `null`: nothing is promised. */
export interface RepairFigures {
  /** From intake until a named person on duty accepts. */
  respondWithinMinutes: { emergency: number | null; urgent: number | null; routine: number | null }
  /** From intake until the resident has an answer: what will be done and when. */
  answerWithinMinutes: number | null
  /** From intake until the work is done. */
  resolveWithinMinutes: { emergency: number | null; urgent: number | null; routine: number | null }
  /** 小修不过夜: a small repair reported before 18:00 is done on the same day. */
  smallRepairsSameDay: boolean
  /** REP-05: an open case is updated at least this often. */
  progressEveryMinutes: number
  /** REP-06: without the reporter's answer a done case closes after this. */
  confirmWithinMinutes: number
  /** Clocks that stand still outside the community's working hours; emergencies always run round the clock. */
  workingHoursOnly: readonly ClockName[]
  /** Share of a clock after which its holder is warned, in percent. */
  warnAtPercent: number
  /** How long after the breach the next step of the ladder is climbed, in percent of the clock. */
  escalateEveryPercent: number
}

export interface StandardFigures {
  repairs: RepairFigures
}
