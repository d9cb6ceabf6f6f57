/** 2026年12月31日: the next period may be of another year. */
export function dueDay(on: string): string {
  const [year, month, day] = on.split('-').map(Number)
  return `${year}年${month}月${day}日`
}
