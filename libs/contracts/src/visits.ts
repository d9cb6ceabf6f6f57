import type { Labels } from './label.ts'

/** How a household is visited (NTC-08). */
export const visitWays = { door: '上门', telephone: '电话' } as const satisfies Labels<string>
export type VisitWay = keyof typeof visitWays

export const visitStates = {
  planned: '待回访',
  reached: '已回访',
  unreached: '未联系上',
  declined: '住户谢绝',
  missed: '本轮未完成',
  dropped: '已不在住',
} as const satisfies Labels<string>
export type VisitState = keyof typeof visitStates

/** What came of one try. */
export const visitOutcomes = {
  reached: '已见到或已通话',
  absent: '家中无人或无人接听',
  declined: '住户谢绝',
} as const satisfies Labels<string>
export type VisitOutcome = keyof typeof visitOutcomes

/** How a household would like to be visited in this round. */
export const visitWishes = { door: '上门', telephone: '电话', none: '这次不用回访' } as const satisfies Labels<string>
export type VisitWish = keyof typeof visitWishes

export const visitTimes = {
  morning: '上午',
  noon: '中午',
  afternoon: '下午',
  evening: '晚上',
  weekend: '周末',
} as const satisfies Labels<string>
export type VisitTime = keyof typeof visitTimes

export const visitLimits = {
  files: 9,
  notes: 1000,
  buildings: 100,
  visits: 500,
  /** Nobody home so often at the door: by telephone from then on; so often on the telephone: not reached. */
  triesEachWay: 2,
} as const
