import { describe, expect, it } from '@jest/globals'
import type { Place, RepairRow } from '@yinuo/contracts'
import { byTimeLeft } from './board-columns.ts'
import { buildingOf, placingOf, shortLabel, spread } from './plan-places.ts'
import { categoriesSentence, daysSentence, onTimeShare } from './sentences.ts'

const row = (id: string, fields: Partial<RepairRow>) =>
  ({ id, reportedAt: '2026-11-21T00:00:00Z', paused: false, ...fields }) as RepairRow
const building = (label: string): Place => ({ kind: 'building', id: label, label, buildingId: null, x: 0, y: 0 })

describe('the order of cards', () => {
  it('puts the least time left first and what stands still last', () => {
    const rows = [
      row('paused', { dueAt: '2026-11-21T01:00:00Z', paused: true }),
      row('later', { dueAt: '2026-11-21T05:00:00Z' }),
      row('none', { dueAt: null, reportedAt: '2026-11-20T00:00:00Z' }),
      row('late', { dueAt: '2026-11-20T05:00:00Z' }),
    ]
    expect(byTimeLeft(rows).map(({ id }) => id)).toEqual(['late', 'later', 'none', 'paused'])
  })
})

describe('where a case lies on the plan', () => {
  const buildings = ['1号楼', '3号楼', '13号楼', 'A座'].map(building)
  it('tells building 3 from building 13', () => {
    expect(buildingOf('3号楼2单元601', buildings)?.id).toBe('3号楼')
    expect(buildingOf('13号楼1单元', buildings)?.id).toBe('13号楼')
    expect(buildingOf('一诺花园 3号楼 大堂', buildings)?.id).toBe('3号楼')
    expect(buildingOf('中心花园', buildings)).toBeUndefined()
  })
  const air = { sides: 50, above: 20, below: 40 }
  it('fits all places on the screen with air around them', () => {
    const corners = [
      { x: 100, y: 200 },
      { x: 900, y: 600 },
    ]
    const at = placingOf([...corners, { x: null, y: null }], { width: 900, height: 460, air })
    expect(corners.map(at)).toEqual([
      { x: 50, y: 20 },
      { x: 850, y: 420 },
    ])
  })
  it('pulls a plan at most twice as wide as it is high', () => {
    const square = [
      { x: 0, y: 0 },
      { x: 1000, y: 1000 },
    ]
    const at = placingOf(square, { width: 2100, height: 160, air })
    expect(at(square[1]!).x - at(square[0]!).x).toBe(200)
  })
  it('puts a single building in the middle', () => {
    expect(
      placingOf([{ x: 7, y: 7 }], { width: 500, height: 300, air: { sides: 0, above: 0, below: 0 } })({ x: 7, y: 7 }),
    ).toEqual({ x: 250, y: 150 })
  })
  it('shortens labels where there is little room', () => {
    expect(['12号楼', 'A座', '商业街'].map(shortLabel)).toEqual(['12', 'A', '商业街'])
  })
  it('lets people at the same spot stand beside each other', () => {
    expect(
      spread(
        [
          { x: 10, y: 10 },
          { x: 10, y: 10 },
        ],
        30,
      ),
    ).toEqual([
      { x: 10, y: 10 },
      { x: 40, y: 10 },
    ])
  })
})

describe('the sentences above the charts', () => {
  const days = (week: number, before: number, late: number) =>
    Array.from({ length: 14 }, (_, day) => ({
      on: '',
      reported: day < 7 ? before : week,
      closed: 0,
      late: day === 13 ? late : 0,
    }))
  it('compare this week with the last', () => {
    expect(daysSentence(days(12, 10, 0))).toBe('近 7 天报修 84 件，比前一周多 20%；没有超时')
    expect(daysSentence(days(8, 10, 3))).toBe('近 7 天报修 56 件，比前一周少 20%；3 件超时')
    expect(daysSentence(days(10, 10, 0))).toContain('与前一周持平')
    expect(daysSentence([])).toBe('还没有报修记录')
  })
  it('say where most repairs come from', () => {
    expect(
      categoriesSentence([
        { category: 'taps', count: 3 },
        { category: 'water-leak', count: 6 },
        { category: 'lift', count: 1 },
      ]),
    ).toBe('漏水渗水最多，占 60%，其次是龙头洁具')
    expect(categoriesSentence([])).toBe('还没有报修分类')
  })
  it('never round a broken promise up to a whole month kept', () => {
    expect(onTimeShare({ closedThisMonth: 2000, onTimeThisMonth: 1999 })).toBe('99.9%')
    expect(onTimeShare({ closedThisMonth: 5, onTimeThisMonth: 5 })).toBe('100%')
    expect(onTimeShare({ closedThisMonth: 0, onTimeThisMonth: 0 })).toBe('—')
  })
})
