import { privacyRequestStates } from '@yinuo/contracts'
import type { PrivacyRequestKind, PrivacyRequestRow, PrivacyRequestState } from '@yinuo/contracts'
import type { Tone } from '../../theme/tokens.ts'

const DAY = 86_400_000

const tones: Readonly<Record<PrivacyRequestState, Tone>> = {
  preparing: 'soon',
  ready: 'onTime',
  expired: 'done',
  cooling: 'waiting',
  withdrawn: 'done',
  done: 'done',
}

export const toneOf = ({ state, late }: Pick<PrivacyRequestRow, 'state' | 'late'>): Tone => (late ? 'late' : tones[state])

export const kindWords: Readonly<Record<PrivacyRequestKind, string>> = { export: '导出', deletion: '注销' }

export const stateWord = ({ state, toHandOver, handedOverAt }: PrivacyRequestRow): string =>
  toHandOver ? (handedOverAt ? '已交本人' : '待交本人') : privacyRequestStates[state]

/** How long is left of the law's fifteen days, for what still waits. */
export function dueWords({ state, dueAt }: Pick<PrivacyRequestRow, 'state' | 'dueAt'>, now: number): string | null {
  if (state !== 'preparing' && state !== 'cooling') return null
  const days = Math.ceil((Date.parse(dueAt) - now) / DAY)
  if (days <= 0) return `已超过法定期限 ${1 - days} 天，请马上办理`
  return `还剩 ${days} 天`
}

/** 1095 days are three years to people. */
export function keepWords(days: number): string {
  if (days % 365 === 0) return `${days / 365} 年`
  return `${days} 天`
}
