import { repairCategories } from '@yinuo/contracts'
import type { RepairNumbers } from '@yinuo/contracts'

type ByDay = RepairNumbers['byDay']
type ByCategory = RepairNumbers['byCategory']

/** What the chart of days shows: the last seven days against the seven before. */
export function daysSentence(byDay: ByDay): string {
  if (byDay.length === 0) return '还没有报修记录'
  const week = sum(byDay.slice(-7), 'reported')
  const before = sum(byDay.slice(-14, -7), 'reported')
  const late = sum(byDay.slice(-7), 'late')
  const trend = byDay.length < 14 || before === 0 ? '' : `，${comparison(week, before)}`
  return `近 7 天报修 ${week} 件${trend}；${late === 0 ? '没有超时' : `${late} 件超时`}`
}

function comparison(week: number, before: number): string {
  const change = Math.round(((week - before) / before) * 100)
  if (Math.abs(change) < 5) return '与前一周持平'
  return change > 0 ? `比前一周多 ${change}%` : `比前一周少 ${-change}%`
}

/** What the chart of categories shows: where most of it comes from. */
export function categoriesSentence(byCategory: ByCategory): string {
  const total = byCategory.reduce((all, { count }) => all + count, 0)
  const [most, next] = [...byCategory].sort((one, other) => other.count - one.count)
  if (!most || total === 0) return '还没有报修分类'
  const share = Math.round((most.count / total) * 100)
  const second = next && next.count > 0 ? `，其次是${repairCategories[next.category].label}` : ''
  return `${repairCategories[most.category].label}最多，占 ${share}%${second}`
}

/** Kept promises of this month in percent, one decimal only when it matters. */
export function onTimeShare(numbers: Pick<RepairNumbers, 'closedThisMonth' | 'onTimeThisMonth'>): string {
  if (numbers.closedThisMonth === 0) return '—'
  const share = (numbers.onTimeThisMonth / numbers.closedThisMonth) * 100
  return `${share === 100 || share < 10 ? Math.round(share) : Math.floor(share * 10) / 10}%`
}

const sum = (days: ByDay, field: 'reported' | 'closed' | 'late') => days.reduce((all, day) => all + day[field], 0)
