import { DateTime } from 'luxon'
import { ProblemError } from '../../../platform/http/index.ts'

export interface Period {
  firstDay: string
  lastDay: string
}

const MOST_DAYS = 366

/** @throws ProblemError VALIDATION_FAILED when the last day is before the first, or more than a year after it. */
export function refusePeriod({ firstDay, lastDay }: Period): void {
  const days = DateTime.fromISO(lastDay).diff(DateTime.fromISO(firstDay), 'days').days
  if (days < 0) throw new ProblemError('VALIDATION_FAILED', {}, [{ field: 'lastDay', message: '结束日期不能早于开始日期。' }])
  if (days >= MOST_DAYS) throw new ProblemError('VALIDATION_FAILED', {}, [{ field: 'lastDay', message: '时间段最长一年。' }])
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
