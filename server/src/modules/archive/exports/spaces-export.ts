import { spaceTenures } from '@yinuo/contracts'
import type { ExportableList } from '../../exports/index.ts'
import { SpaceQuery, type SpaceRow } from '../http/vehicles.dto.ts'
import { listSpaces } from '../queries/list-spaces.ts'

export const spacesExport: ExportableList<SpaceQuery, SpaceRow> = {
  permission: 'archive.read',
  filter: SpaceQuery,
  columns: [
    { title: '区域', width: 12, cell: (space) => space.zone },
    { title: '车位号', width: 12, cell: (space) => space.number },
    { title: '性质', width: 10, cell: (space) => spaceTenures[space.tenure] },
    { title: '面积（㎡）', width: 12, kind: 'number', cell: (space) => space.areaSquareMetres },
    { title: '房屋', width: 24, cell: (space) => space.unitLabel },
    { title: '起始日', width: 12, kind: 'day', cell: (space) => space.validFrom },
    { title: '截止日', width: 12, kind: 'day', cell: (space) => space.validUntil },
    { title: '停放车辆', width: 24, cell: (space) => space.vehicles.map(({ plate }) => plate).join('、') },
    { title: '备注', width: 30, cell: (space) => space.note },
  ],
  page: ({ database, act, communityId }, filter) => listSpaces(database, act, communityId, filter),
}
