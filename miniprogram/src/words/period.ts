/** The period of a bill as people say it: 2026年11月, 2026年第四季度, 2026年上半年, 2026年, else from a day to a day. */
export function periodWords(from: string, to: string): string {
  const [year, month, day] = parts(from)
  const [lastYear, lastMonth, lastDay] = parts(to)
  const whole = day === 1 && year === lastYear && lastDay === new Date(Date.UTC(lastYear, lastMonth, 0)).getUTCDate()
  if (!whole) return `${dayWords(from)}至${year === lastYear ? `${lastMonth}月${lastDay}日` : dayWords(to)}`
  const months = lastMonth - month + 1
  if (months === 1) return `${year}年${month}月`
  if (months === 3 && month % 3 === 1) return `${year}年第${'一二三四'[(month - 1) / 3]}季度`
  if (months === 6 && month % 6 === 1) return `${year}年${month === 1 ? '上' : '下'}半年`
  if (months === 12) return `${year}年`
  return `${year}年${month}月至${lastMonth}月`
}

/** 2026年11月5日 */
export function dayWords(day: string): string {
  const [year, month, date] = parts(day)
  return `${year}年${month}月${date}日`
}

function parts(day: string): [number, number, number] {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  return [year, month, date]
}
