/** A period of the calendar as people say it: 2026年第三季度; any other by its days. Days are yyyy-mm-dd. */
export function periodName(from: string, to: string): string {
  const [year, month, day] = from.split('-').map(Number) as [number, number, number]
  const [lastYear, lastMonth, lastDay] = to.split('-').map(Number) as [number, number, number]
  const months = (lastYear - year) * 12 + lastMonth - month + 1
  const isWhole = day === 1 && lastDay === new Date(Date.UTC(lastYear, lastMonth, 0)).getUTCDate() && (month - 1) % months === 0
  if (isWhole && months === 1) return `${year}年${month}月`
  if (isWhole && months === 3) return `${year}年第${'一二三四'[(month - 1) / 3]}季度`
  if (isWhole && months === 6) return `${year}年${month === 1 ? '上' : '下'}半年`
  if (isWhole && months === 12) return `${year}年度`
  return `${from} 至 ${to}`
}
