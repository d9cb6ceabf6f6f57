import { spaceTenures, unitStates, unitUses, vehicleKinds } from '@yinuo/contracts'

/** What the office does to buildings, units, spaces and vehicles, in words. */
export const structureSubjects: Record<string, string> = {
  building: '楼栋',
  'parking-space': '车位',
  vehicle: '车辆',
}

export const structureActions: Record<string, string> = {
  'archive.add-building': '添加楼栋',
  'archive.add-space': '登记车位',
  'archive.add-unit': '添加房屋',
  'archive.add-units': '批量添加房屋',
  'archive.add-vehicle': '登记车辆',
  'archive.edit-building': '修改楼栋',
  'archive.edit-space': '修改车位',
  'archive.edit-unit': '修改房屋',
  'archive.edit-vehicle': '修改车辆',
  'archive.end-vehicle': '注销车辆',
  'archive.order-buildings': '调整楼栋顺序',
  'archive.remove-unit': '删除房屋',
  'archive.rename-entrance': '单元改名',
  'archive.withdraw-space': '停用车位',
  'vehicles.register': '住户登记车辆',
  'vehicles.remove': '住户注销车辆',
}

export const structureFields: Record<string, string> = {
  areaSquareMetres: '面积（㎡）',
  buildingId: '楼栋',
  buildings: '楼栋顺序',
  deliveredOn: '交付日期',
  entrance: '单元',
  floor: '楼层',
  label: '房号',
  numbers: '房号',
  planX: '平面图横向',
  planY: '平面图纵向',
  plate: '车牌',
  residentId: '使用人',
  spaceId: '车位',
  tenure: '车位性质',
  units: '房屋数',
  use: '用途',
  zone: '区域',
}

export const structureValues: Record<string, string> = { ...vehicleKinds, ...spaceTenures, ...unitUses, ...unitStates }
