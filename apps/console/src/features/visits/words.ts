import { visitTimes, visitWishes } from '@yinuo/contracts'
import type { VisitRoundRow, VisitRow } from '@yinuo/contracts'
import { spokenDay } from '../../words/time.ts'

/** "第 2 轮 · 2026-11-21 至 2027-11-20" */
export function roundName({ number, startsOn, endsOn, buildingNames, running }: VisitRoundRow): string {
  const where = buildingNames.length > 0 ? ` · ${buildingNames.join('、')}` : ''
  return `第 ${number} 轮${where} · ${startsOn} 至 ${endsOn}${running ? '' : '（已结束）'}`
}

/** Says in one sentence how a round stands. */
export function roundSentence({ total, reached, planned, late, satisfaction }: VisitRoundRow): string {
  if (total === 0) return '这一轮还没有要回访的住户'
  const share = Math.round((reached / total) * 100)
  const pressing = late > 0 ? `，其中 ${late} 户已逾期` : ''
  const content = satisfaction === null ? '' : `，平均满意度 ${satisfaction.toFixed(1)} 分`
  return `${total} 户里已回访 ${reached} 户（${share}%），还有 ${planned} 户待回访${pressing}${content}`
}

/** "11月23日那周" */
export const weekWords = (monday: string): string => `${spokenDay(monday)}那周`

export function wishWords(wish: NonNullable<VisitRow['wish']>): string {
  const parts = [visitWishes[wish.wish], wish.time && visitTimes[wish.time], wish.note]
  return parts.filter(Boolean).join(' · ')
}
