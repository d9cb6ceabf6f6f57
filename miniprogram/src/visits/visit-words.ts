import { visitTimes, visitWishes } from '@yinuo/contracts'
import type { VisitRow } from '@yinuo/contracts'

/** "11月23日那周" of its Monday. */
export function weekWords(monday: string): string {
  const [, month, day] = monday.split('-').map(Number)
  return `${month}月${day}日那周`
}

/** "电话 · 晚上 · 先发微信" */
export function wishWords({ wish, time, note }: NonNullable<VisitRow['wish']>): string {
  return [visitWishes[wish], time && visitTimes[time], note].filter(Boolean).join(' · ')
}

/** Homes one passes one after the other, under the name of their building. */
export function byBuilding<Row extends { buildingName: string }>(rows: readonly Row[]): { name: string; rows: Row[] }[] {
  const groups: { name: string; rows: Row[] }[] = []
  for (const row of rows) {
    const last = groups.at(-1)
    if (last?.name === row.buildingName) last.rows.push(row)
    else groups.push({ name: row.buildingName, rows: [row] })
  }
  return groups
}
