import type { Labels } from './label.ts'

/** States of a conversation with the front desk (COM-07). */
export const conversationStates = {
  waiting: '待回复',
  answered: '已回复',
  closed: '已结束',
} as const satisfies Labels<string>
export type ConversationState = keyof typeof conversationStates

/** States in which somebody may still say something. */
export const openConversationStates = ['waiting', 'answered'] as const satisfies readonly ConversationState[]

/** What people may do to a conversation; a view carries the ones its reader may do now as `allowedActions`. */
export const conversationActions = {
  ask: '发送消息',
  reply: '回复住户',
  take: '接待',
  'hand-over': '转交同事',
  'open-repair': '转为报修',
  'open-complaint': '转为投诉建议',
  close: '结束会话',
  rate: '评价会话',
} as const satisfies Labels<string>
export type ConversationAction = keyof typeof conversationActions

/** The piles of the front desk. */
export const conversationPiles = {
  mine: '我接待的',
  free: '待接待',
  all: '全部',
  closed: '已结束',
} as const satisfies Labels<string>
export type ConversationPile = keyof typeof conversationPiles

export const conversationSides = { resident: '住户', staff: '物业' } as const satisfies Labels<string>
export type ConversationSide = keyof typeof conversationSides

export const conversationLimits = {
  textLength: 1000,
  picturesPerEntry: 6,
  /** Writing again within this continues the conversation that was closed. */
  reopenWithinHours: 24,
  quickReplyLength: 500,
} as const
