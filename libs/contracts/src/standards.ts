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

/** Figures of a standard that complaints, suggestions and praise use (COM-03). */
export interface ComplaintFigures {
  /** From registration until the complainant has a first reply. */
  firstReplyWithinMinutes: { emergency: number | null; urgent: number | null; routine: number | null }
  /** From registration until a solution lies before the complainant. */
  resultWithinMinutes: number | null
  /** A case marked complex has no result clock: the complainant hears of progress at least this often. */
  complexProgressEveryMinutes: number
  workingHoursOnly: readonly ClockName[]
  warnAtPercent: number
  escalateEveryPercent: number
}

/** Figures of a standard that conversations with the front desk use (COM-07). */
export interface ConsultationFigures {
  /** From a resident's question until somebody of the office replies; minutes of the community's calendar. */
  replyWithinMinutes: number | null
  warnAtPercent: number
  escalateEveryPercent: number
}

/** Figures of a standard for going to the residents and hearing them (NTC-07, NTC-08, COM-05). */
export interface OutreachFigures {
  /** Between two meetings of the owners or their representatives, at most; months. */
  meetingEveryMonths: number
  /** Between two reception days of the manager, at most; months. */
  receptionDayEveryMonths: number
  /** Every household is visited or called at least once in so many months. */
  visitEveryMonths: number
  /** A suggestion box is emptied at least this often; days. */
  emptyBoxesEveryDays: number
}

export interface StandardFigures {
  repairs: RepairFigures
  complaints: ComplaintFigures
  consultations: ConsultationFigures
  outreach: OutreachFigures
}

/** What a community changes of a preset; what is left out stays as the preset has it. */
export type StandardOverrides = { [Section in keyof StandardFigures]?: Partial<StandardFigures[Section]> }
