import { DateTime } from 'luxon'

export interface Period {
  firstDay: string
  lastDay: string
}

const MOST_DAYS = 366

/** What is wrong with a period, in words; null: nothing. */
export function faultOf({ firstDay, lastDay }: Period): string | null {
  const days = DateTime.fromISO(lastDay).diff(DateTime.fromISO(firstDay), 'days').days
  if (days < 0) return '结束日期不能早于开始日期。'
  return days >= MOST_DAYS ? '时间段最长一年。' : null
}

/** "2026年10月", "2026年第三季度", "2026年10月1日至10月20日". */
export function periodInWords({ firstDay, lastDay }: Period): string {
  const [from, until] = [DateTime.fromISO(firstDay), DateTime.fromISO(lastDay)]
  const isFirst = from.day === 1
  if (isFirst && until.equals(from.endOf('month').startOf('day'))) return from.toFormat('yyyy年M月')
  const isQuarter = isFirst && from.month % 3 === 1 && until.equals(from.plus({ months: 2 }).endOf('month').startOf('day'))
  if (isQuarter) return `${from.year}年第${'一二三四'[from.quarter - 1]}季度`
  return `${from.toFormat('yyyy年M月d日')}至${until.toFormat(until.year === from.year ? 'M月d日' : 'yyyy年M月d日')}`
}
