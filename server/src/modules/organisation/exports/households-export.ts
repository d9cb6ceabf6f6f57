import { residencyRoles, unitStates, unitUses, type UnitRow } from '@yinuo/contracts'
import type { ExportableList } from '../../exports/index.ts'
import { UnitQuery } from '../http/organisation.dto.ts'
import { listHouseholds } from '../queries/list-households.ts'

/** One line for everybody who lives there, and one for a unit where nobody does. */
interface Line extends UnitRow {
  resident: UnitRow['residents'][number] | null
}

export const householdsExport: ExportableList<UnitQuery, Line> = {
  permission: 'archive.read',
  filter: UnitQuery,
  columns: [
    { title: '房号', width: 24, cell: (unit) => unit.label },
    { title: '楼栋', width: 12, cell: (unit) => unit.buildingName },
    { title: '用途', width: 10, cell: (unit) => unitUses[unit.use] },
    { title: '状态', width: 10, cell: (unit) => unitStates[unit.state] },
    { title: '面积（㎡）', width: 12, kind: 'number', cell: (unit) => unit.areaSquareMetres },
    { title: '住户', width: 16, cell: (unit) => unit.resident?.name ?? null },
    { title: '身份', width: 10, cell: (unit) => unit.resident && residencyRoles[unit.resident.role] },
    { title: '手机', width: 16, cell: (unit) => unit.resident?.phoneMasked ?? null },
    { title: '未结报修', width: 10, kind: 'number', cell: (unit) => unit.openRepairs },
  ],
  async page({ database, act, communityId, phone }, filter) {
    const { items, nextCursor } = await listHouseholds(database, act, communityId, filter, phone)
    return { items: items.flatMap(linesOf), nextCursor }
  },
}

function linesOf(unit: UnitRow): Line[] {
  if (unit.residents.length === 0) return [{ ...unit, resident: null }]
  return unit.residents.map((resident) => ({ ...unit, resident }))
}
