import { describe, expect, it } from '@jest/globals'
import { readCell } from './cell.ts'
import { faultsBetween } from './check-sheet.ts'
import { columnOrder, type Column } from './columns.ts'
import { readHouseholdRow, type Cells, type HouseholdRow } from './household-row.ts'

const usual: Record<Column, unknown> = {
  building: '3号楼',
  entrance: '2单元',
  floor: 6,
  number: '601',
  use: '住宅',
  area: 98.6,
  state: '自住',
  name: '王小明',
  phone: '13800001234',
  role: '业主',
  from: '2024-05-01',
  until: null,
  delivered: '2023-12-20',
  share: null,
  plates: null,
  spaces: null,
}

const cells = (changed: Partial<Record<Column, unknown>>) =>
  Object.fromEntries(columnOrder.map((column) => [column, readCell({ ...usual, ...changed }[column])])) as unknown as Cells

const read = (changed: Partial<Record<Column, unknown>> = {}, row = 2) => readHouseholdRow(row, cells(changed), 'residential')

function good(changed: Partial<Record<Column, unknown>> = {}, row = 2): HouseholdRow {
  const answer = read(changed, row)
  if ('faults' in answer) throw new Error(JSON.stringify(answer.faults))
  return answer.household
}

function faults(changed: Partial<Record<Column, unknown>>) {
  const answer = read(changed)
  return 'faults' in answer ? answer.faults.map(({ column, reason }) => [column, reason]) : []
}

describe('a row of the sheet', () => {
  it('is a unit and who lives in it', () => {
    expect(good()).toEqual({
      row: 2,
      unit: { building: '3号楼', entrance: '2单元', floor: 6, number: '601', label: '3号楼2单元601', use: 'dwelling', state: 'occupied', areaSquareCentimetres: 986_000, deliveredOn: '2023-12-20' },
      resident: { name: '王小明', phone: '13800001234', role: 'owner', validFrom: '2024-05-01', validUntil: null, sharePercent: null },
      plates: [],
      spaces: [],
    }) // prettier-ignore
  })

  it('may write building and entrance as bare numbers and the room with 室', () => {
    expect(good({ building: 3, entrance: 2, number: '601室' }).unit.label).toBe('3号楼2单元601')
  })

  it('may be an empty unit', () => {
    const empty = { state: '空置', name: null, phone: null, role: null, from: null }
    expect(good(empty).resident).toBeNull()
  })

  it.each([
    '2026-03-01',
    '2026/3/1',
    '2026年3月1日',
    '2026.3.1',
    '20260301',
    '2026/3/1 00:00:00',
    46082,
    new Date('2026-03-01T00:00:00Z'),
  ])('may write a day as %s', (from) => {
    expect(good({ from }).resident!.validFrom).toBe('2026-03-01')
  })

  it('may write a telephone number with spaces, a country code or as a number', () => {
    for (const phone of ['138 0000 1234', '+8613800001234', 13800001234, '１３８００００１２３４'])
      expect(good({ phone }).resident!.phone).toBe('13800001234')
  })

  it.each([
    ['6层', 6],
    ['6F', 6],
    ['B1', -1],
    ['负2层', -2],
    ['-1', -1],
  ])('may write a floor as %s', (floor, meant) => expect(good({ floor }).unit.floor).toBe(meant))

  it('may write the unit behind an area, a share with a percent sign, and several plates and spaces', () => {
    const row = good({ area: '98.6 ㎡', share: '50%', plates: '沪a·12345、沪AD12345', spaces: 'B1-023，B1-024' })
    expect(row.unit.areaSquareCentimetres).toBe(986_000)
    expect(row.resident!.sharePercent).toBe(50)
    expect(row.plates).toEqual(['沪A12345', '沪AD12345'])
    expect(row.spaces).toEqual(['B1-023', 'B1-024'])
  })

  it.each<[Partial<Record<Column, unknown>>, Column, string]>([
    [{ share: 0 }, 'share', '大于 0'],
    [{ share: 120 }, 'share', '不超过 100'],
    [{ role: '家属', share: 50 }, 'share', '只有业主'],
    [{ plates: '沪A1234' }, 'plates', '照车牌填写'],
    [{ delivered: '去年' }, 'delivered', '不是有效的日期'],
    [{ building: null }, 'building', '楼栋必须填写'],
    [{ floor: '六' }, 'floor', '整数'],
    [{ floor: 0 }, 'floor', '没有 0 层'],
    [{ floor: 1.5 }, 'floor', '整数'],
    [{ number: 'x'.repeat(21) }, 'number', '不超过 20 个字'],
    [{ use: '住房' }, 'use', '住宅、商铺、办公、储藏、车位'],
    [{ area: -3 }, 'area', '大于 0'],
    [{ area: '约100' }, 'area', '大于 0'],
    [{ area: 1e9 }, 'area', '100000'],
    [{ state: '空置' }, 'state', '不能同时登记住户'],
    [{ phone: '1380000' }, 'phone', '不是有效的号码'],
    [{ phone: null }, 'phone', '必须填写'],
    [{ role: '房东' }, 'role', '业主、家属、租户'],
    [{ role: '租户' }, 'until', '租期最后一天'],
    [{ from: '2026-02-30' }, 'from', '不是有效的日期'],
    [{ until: '2020-01-01' }, 'until', '早于'],
    [{ area: { formula: 'B2*2', result: 98.6 } }, 'area', '公式'],
    [{ name: "=cmd|' /C calc'!A0" + 'x'.repeat(40) }, 'name', '不超过 40 个字'],
  ])('with %j is refused in its column', (changed, column, reason) => {
    expect(faults(changed)).toEqual([[column, expect.stringContaining(reason)]])
  })

  it('is told everything that is wrong with it at once', () => {
    expect(faults({ floor: 'x', area: 'y', phone: 'z' }).map(([column]) => column)).toEqual(['floor', 'area', 'phone'])
  })
})

describe('rows of one sheet', () => {
  it('may name several people of one unit', () => {
    expect(faultsBetween([good(), good({ name: '李红', phone: '13800005678', role: '家属' }, 3)])).toEqual([])
  })

  it('are refused when they say the same twice, naming the first', () => {
    expect(faultsBetween([good(), good({}, 7)])).toEqual([
      { row: 7, column: null, content: '3号楼2单元601', reason: '与第 2 行重复' },
    ])
  })

  it('are refused when a plate or a space stands at two homes, or the owners’ shares are more than the whole', () => {
    const elsewhere = { number: '602', name: '李红', phone: '13800005678' }
    expect(faultsBetween([good({ plates: '沪A12345' }), good({ ...elsewhere, plates: '沪A12345' }, 3)])).toMatchObject([
      { row: 3, column: 'plates', content: '沪A12345', reason: expect.stringContaining('第 2 行') },
    ])
    expect(faultsBetween([good({ spaces: '12' }), good({ ...elsewhere, spaces: '12' }, 3)])).toMatchObject([
      { row: 3, column: 'spaces' },
    ])
    const partner = { name: '李红', phone: '13800005678' }
    expect(faultsBetween([good({ share: 60 }), good({ ...partner, share: 50 }, 3)])).toMatchObject([
      { row: 3, column: 'share', reason: expect.stringContaining('110') },
    ])
    expect(
      faultsBetween([good({ share: 60, plates: '沪A12345' }), good({ ...partner, share: 40, plates: '沪A12345' }, 3)]),
    ).toEqual([])
  })

  it('are refused when they describe one unit in two ways', () => {
    const other = good({ name: '李红', phone: '13800005678', area: 100 }, 9)
    expect(faultsBetween([good(), other])).toMatchObject([
      { row: 9, column: 'area', content: '100', reason: expect.stringContaining('第 2 行') },
    ])
  })
})
