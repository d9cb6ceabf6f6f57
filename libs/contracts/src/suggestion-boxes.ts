import type { Labels } from './label.ts'

/** How a suggestion box stands to the day on which it is to be emptied (COM-05). */
export const boxStates = {
  waiting: '未到期',
  due: '今天开箱',
  late: '逾期未开箱',
  retired: '已停用',
} as const satisfies Labels<string>
export type BoxState = keyof typeof boxStates

/** What is made public without names: what was said on slips, or the figures of all complaints. */
export const resultKinds = {
  slips: '意见箱结果',
  summary: '投诉建议汇总',
} as const satisfies Labels<string>
export type ResultKind = keyof typeof resultKinds

/** What became of something that came by telephone (COM-01). */
export const callKinds = {
  repair: '报修',
  complaint: '投诉建议',
  consultation: '当场答复',
} as const satisfies Labels<string>
export type CallKind = keyof typeof callKinds

export const boxLimits = {
  slips: 500,
  everyDays: 90,
  photos: 6,
} as const
