import { vehicleKinds } from '@yinuo/contracts'
import type { ExportableList } from '../../exports/index.ts'
import { VehicleQuery, type VehicleRow } from '../http/vehicles.dto.ts'
import { listVehicles } from '../queries/list-vehicles.ts'

export const vehiclesExport: ExportableList<VehicleQuery, VehicleRow> = {
  permission: 'archive.read',
  filter: VehicleQuery,
  columns: [
    { title: '车牌', width: 14, cell: (vehicle) => vehicle.plate },
    { title: '类型', width: 12, cell: (vehicle) => vehicleKinds[vehicle.kind] },
    { title: '说明', width: 24, cell: (vehicle) => vehicle.description },
    { title: '房屋', width: 24, cell: (vehicle) => vehicle.unitLabel },
    { title: '使用人', width: 14, cell: (vehicle) => vehicle.residentName },
    { title: '车位', width: 14, cell: (vehicle) => vehicle.spaceLabel },
    { title: '起始日', width: 12, kind: 'day', cell: (vehicle) => vehicle.validFrom },
    { title: '截止日', width: 12, kind: 'day', cell: (vehicle) => vehicle.validUntil },
  ],
  page: ({ database, act, communityId }, filter) => listVehicles(database, act, communityId, filter),
}
