import type { CaseKind } from './cases.ts'
import { caseKinds } from './cases.ts'
import type { Labels } from './label.ts'

/** Kinds of cases of which the root cause is named (COM-04). */
export const causeKinds = { repair: caseKinds.repair, complaint: caseKinds.complaint } as const satisfies Partial<
  Record<CaseKind, string>
>
export type CauseKind = keyof typeof causeKinds

/** What a cause repeats at for a rule to speak up. */
export const repeatRules = {
  cause: '全小区同一原因',
  building: '同一楼栋同一原因',
  place: '同一位置同一原因',
} as const satisfies Labels<string>
export type RepeatRule = keyof typeof repeatRules

/** How many cases in how many days, where a community has decided nothing. */
export const usualRepeats: Readonly<Record<RepeatRule, { readonly cases: number; readonly days: number }>> = {
  cause: { cases: 15, days: 30 },
  building: { cases: 6, days: 30 },
  place: { cases: 3, days: 60 },
}

export const proposalStates = { open: '待处理', accepted: '已立项', dismissed: '已搁置' } as const satisfies Labels<string>
export type ProposalState = keyof typeof proposalStates

export const improvementStates = {
  open: '待开始',
  doing: '进行中',
  done: '已落实',
  checked: '已验证',
} as const satisfies Labels<string>
export type ImprovementState = keyof typeof improvementStates

/** What became of what residents were told of an improvement. */
export const tellingStates = { published: '公布中', withdrawn: '已撤回' } as const satisfies Labels<string>
export type TellingState = keyof typeof tellingStates

export const improvementLimits = {
  causeName: 30,
  note: 300,
  title: 60,
  text: 1000,
  files: 6,
  /** Figures are cases per so many days. */
  figureDays: 30,
  /** An improvement is given so many days before its effect is measured. */
  checkAfterDays: 7,
} as const
