import { spaceTenures, unitStates, unitUses, vehicleKinds } from '@yinuo/contracts'

/** Fields and values of buildings, units, spaces and vehicles, in words. */
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
