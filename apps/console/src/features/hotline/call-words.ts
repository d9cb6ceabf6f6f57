import {
  complaintCategories,
  complaintSorts,
  complaintStates,
  conversationStates,
  repairCategories,
  repairStates,
} from '@yinuo/contracts'
import type { HotlineCall } from '@yinuo/contracts'

/** What a call was about, by the words of what it became. */
export function aboutOf({ kind, category, sort }: Pick<HotlineCall, 'kind' | 'category' | 'sort'>): string {
  if (kind === 'repair') return repairCategories[category as keyof typeof repairCategories].label
  if (kind === 'consultation') return '咨询'
  return `${sort ? complaintSorts[sort] : '投诉建议'} · ${complaintCategories[category as keyof typeof complaintCategories]}`
}

/** Where what it became stands. */
export function stateOf({ kind, state }: Pick<HotlineCall, 'kind' | 'state'>): string {
  if (kind === 'repair') return repairStates[state as keyof typeof repairStates]
  if (kind === 'complaint') return complaintStates[state as keyof typeof complaintStates]
  return state === 'closed' ? '已答复' : conversationStates[state as keyof typeof conversationStates]
}
