import { repairCategories, repairStates, urgencies } from '@yinuo/contracts'
import type { RepairCategoryCode, RepairState, SavedView, Urgency } from '@yinuo/contracts'
import type { RepairFilters } from '../queries.ts'

const names = ['state', 'category', 'urgency', 'assigneeId', 'late', 'query'] as const satisfies (keyof RepairFilters)[]

const isOneOf = (table: object, value: string) => Object.hasOwn(table, value)
const checks: Record<(typeof names)[number], (value: string) => boolean> = {
  state: (value) => value.split(',').every((state) => isOneOf(repairStates, state)),
  category: (value) => isOneOf(repairCategories, value),
  urgency: (value) => isOneOf(urgencies, value),
  assigneeId: (value) => value.length > 0,
  late: (value) => value === 'true',
  query: (value) => value.trim().length > 0,
}

/** The filters of an address; what is unknown or mistyped is left out, an old link still opens. */
export function filtersOf(search: URLSearchParams): RepairFilters {
  const filters: RepairFilters = {}
  for (const name of names) {
    const value = search.get(name)
    if (value !== null && checks[name](value)) filters[name] = value
  }
  return filters
}

/** The address of filters, always in the same order: two equal views have one address. */
export function searchOf(filters: RepairFilters): URLSearchParams {
  const search = new URLSearchParams()
  for (const name of names) {
    const value = filters[name]
    if (value) search.set(name, value)
  }
  return search
}

export const sameFilters = (one: RepairFilters, other: RepairFilters) => searchOf(one).toString() === searchOf(other).toString()

/** The filters in words, for the chips above the table. */
export function filterWords(
  filters: RepairFilters,
  nameOf: (staffId: string) => string,
): { name: keyof RepairFilters; text: string }[] {
  const words: Record<keyof RepairFilters, (value: string) => string> = {
    state: (value) =>
      `状态：${value
        .split(',')
        .map((state) => repairStates[state as RepairState])
        .join('、')}`,
    category: (value) => `类别：${repairCategories[value as RepairCategoryCode].label}`,
    urgency: (value) => `紧急程度：${urgencies[value as Urgency]}`,
    assigneeId: (value) => `处理人：${nameOf(value)}`,
    late: () => '已超时',
    query: (value) => `含“${value}”`,
  }
  return names.flatMap((name) => (filters[name] ? [{ name, text: words[name](filters[name]) }] : []))
}

/** Views everybody has before saving any. */
export const readyViews: SavedView[] = [
  { name: '未结', filters: {} },
  { name: '待派单', filters: { state: 'reported' } },
  { name: '已超时', filters: { late: 'true' } },
  { name: '紧急', filters: { urgency: 'emergency' } },
  { name: '等待中', filters: { state: 'waiting' } },
  { name: '已完成', filters: { state: 'closed,archived' } },
]

/** Saving under a name that exists replaces it. */
export function withView(views: SavedView[], view: SavedView): SavedView[] {
  const at = views.findIndex(({ name }) => name === view.name)
  return at < 0 ? [...views, view] : views.with(at, view)
}
