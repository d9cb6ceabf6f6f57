import { describe, expect, it } from '@jest/globals'
import { filtersOf, filterWords, readyViews, sameFilters, searchOf, withView } from './queue-filters.ts'

describe('filters in the address', () => {
  it('come back as they were put in', () => {
    const filters = { state: 'waiting', category: 'lift', urgency: 'urgent', assigneeId: 's1', late: 'true', query: '3-2-601' }
    expect(filtersOf(searchOf(filters))).toEqual(filters)
  })
  it('leave out what is unknown', () => {
    expect(filtersOf(new URLSearchParams('state=lost&late=maybe&category=lift&page=7&query=%20'))).toEqual({ category: 'lift' })
    expect(filtersOf(new URLSearchParams('state=toString'))).toEqual({})
    expect(filtersOf(new URLSearchParams('state=waiting,lost'))).toEqual({})
  })
  it('have one address, in whatever order they were set', () => {
    expect(sameFilters({ late: 'true', state: 'waiting' }, { state: 'waiting', late: 'true' })).toBe(true)
    expect(sameFilters({}, { query: '' })).toBe(true)
    expect(sameFilters({}, { late: 'true' })).toBe(false)
  })
  it('are said in words', () => {
    const words = filterWords({ state: 'reported', assigneeId: 's1', late: 'true' }, () => '张建国')
    expect(words.map(({ text }) => text)).toEqual(['状态：待派单', '处理人：张建国', '已超时'])
    expect(filterWords({ state: 'closed,archived' }, () => '')[0]!.text).toBe('状态：已完成、已归档')
  })
})

describe('saved views', () => {
  it('replace the one of the same name and keep the order', () => {
    const views = [
      { name: '甲', filters: {} },
      { name: '乙', filters: {} },
    ]
    expect(withView(views, { name: '甲', filters: { late: 'true' } }).map(({ name, filters }) => [name, filters])).toEqual([
      ['甲', { late: 'true' }],
      ['乙', {}],
    ])
    expect(withView(views, { name: '丙', filters: {} })).toHaveLength(3)
  })
  it('that come ready are themselves valid addresses', () => {
    for (const { filters } of readyViews) expect(filtersOf(searchOf(filters))).toEqual(filters)
  })
})
