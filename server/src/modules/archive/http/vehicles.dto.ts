import { ApiProperty } from '@nestjs/swagger'
import { spaceTenures, vehicleKinds, type SpaceTenure, type VehicleKind } from '@yinuo/contracts'
import { Day, Line, OneOf, Quantity, Switch, Text, Uuid, Version } from '../../../platform/http/fields.ts'
import { PageOf, PageQuery } from '../../../platform/http/page.dto.ts'
import { code, day, id, listOf, number, orNull, text, truth, whole } from '../../../platform/http/shapes.ts'

const vehicleKind = code(vehicleKinds, 'VehicleKind')
const spaceTenure = code(spaceTenures, 'SpaceTenure')

// ── parking spaces ──────────────────────────────────────────────────────────

export class ParkedVehicle {
  @ApiProperty(id) id!: string
  @ApiProperty(text) plate!: string
}

export class SpaceRow {
  @ApiProperty(id) id!: string
  @ApiProperty(text) zone!: string
  @ApiProperty(text) number!: string
  @ApiProperty(orNull(number)) areaSquareMetres!: number | null
  @ApiProperty(spaceTenure) tenure!: SpaceTenure
  @ApiProperty(orNull(id)) unitId!: string | null
  @ApiProperty(orNull(text)) unitLabel!: string | null
  @ApiProperty(orNull(day)) validFrom!: string | null
  @ApiProperty(orNull(day)) validUntil!: string | null
  @ApiProperty(text) note!: string
  @ApiProperty(listOf(ParkedVehicle)) vehicles!: ParkedVehicle[]
  @ApiProperty(whole) version!: number
}
export class SpacePage extends PageOf(SpaceRow) {}

export class SpaceQuery extends PageQuery {
  @Line('车位号', { max: 40, optional: true }) query?: string
  @OneOf(spaceTenures, 'SpaceTenure', '车位性质', { optional: true }) tenure?: SpaceTenure
  @Uuid('房屋', { optional: true }) unitId?: string
  @Switch('租期已过') lapsed?: boolean
}

export class SpaceDraft {
  @Line('区域', { max: 20, optional: true }) zone?: string
  @Line('车位号', { max: 20 }) number!: string
  @OneOf(spaceTenures, 'SpaceTenure', '车位性质') tenure!: SpaceTenure
  /** whose it is; a public space is nobody's */
  @Uuid('房屋', { optional: true }) unitId?: string
  @Quantity('车位面积（平方米）', { max: 1000, optional: true }) areaSquareMetres?: number
  @Day('起始日', { optional: true }) validFrom?: string
  @Day('截止日', { optional: true }) validUntil?: string
  @Text('备注', { max: 200, optional: true }) note?: string
}
export class SpaceEdit extends SpaceDraft {
  @Version() version!: number
}

// ── vehicles ────────────────────────────────────────────────────────────────

export class VehicleRow {
  @ApiProperty(id) id!: string
  @ApiProperty(text) plate!: string
  @ApiProperty(vehicleKind) kind!: VehicleKind
  @ApiProperty(text) description!: string
  @ApiProperty(id) unitId!: string
  @ApiProperty(text) unitLabel!: string
  @ApiProperty(orNull(id)) residentId!: string | null
  @ApiProperty(orNull(text)) residentName!: string | null
  @ApiProperty(orNull(id)) spaceId!: string | null
  @ApiProperty(orNull(text)) spaceLabel!: string | null
  @ApiProperty(day) validFrom!: string
  @ApiProperty(orNull(day)) validUntil!: string | null
  @ApiProperty(whole) version!: number
}
export class VehiclePage extends PageOf(VehicleRow) {}

export class VehicleQuery extends PageQuery {
  @Line('车牌', { max: 40, optional: true }) query?: string
  @OneOf(vehicleKinds, 'VehicleKind', '车辆类型', { optional: true }) kind?: VehicleKind
  @Uuid('房屋', { optional: true }) unitId?: string
  /** also those that are no longer here */
  @Switch('含已注销') past?: boolean
}

export class VehicleFacts {
  @OneOf(vehicleKinds, 'VehicleKind', '车辆类型') kind!: VehicleKind
  @Line('车牌', { max: 20 }) plate!: string
  @Line('车辆说明（品牌、颜色）', { max: 40, optional: true }) description?: string
  @Uuid('使用人', { optional: true }) residentId?: string
  @Uuid('车位', { optional: true }) spaceId?: string
  @Day('起始日', { optional: true }) validFrom?: string
  @Day('截止日', { optional: true }) validUntil?: string
}
export class VehicleDraft extends VehicleFacts {
  @Uuid('房屋') unitId!: string
}
export class VehicleEdit extends VehicleFacts {
  @Version() version!: number
}

// ── as the people of a home see them ────────────────────────────────────────

export class HomeVehiclesQuery {
  @Uuid('房屋') unitId!: string
}

export class HomeVehicle {
  @ApiProperty(id) id!: string
  @ApiProperty(text) plate!: string
  @ApiProperty(vehicleKind) kind!: VehicleKind
  @ApiProperty(text) description!: string
  @ApiProperty(orNull(text)) spaceLabel!: string | null
  @ApiProperty(orNull(day)) validUntil!: string | null
  @ApiProperty(truth) mayRemove!: boolean
}

export class HomeSpace {
  @ApiProperty(id) id!: string
  @ApiProperty(text) label!: string
  @ApiProperty(spaceTenure) tenure!: SpaceTenure
  @ApiProperty(orNull(day)) validUntil!: string | null
}

export class HomeVehicles {
  @ApiProperty(truth) mayRegister!: boolean
  @ApiProperty(listOf(HomeVehicle)) vehicles!: HomeVehicle[]
  @ApiProperty(listOf(HomeSpace)) spaces!: HomeSpace[]
}

export class OwnVehicle {
  @Uuid('房屋') unitId!: string
  @OneOf(vehicleKinds, 'VehicleKind', '车辆类型') kind!: VehicleKind
  @Line('车牌', { max: 20 }) plate!: string
  @Line('车辆说明（品牌、颜色）', { max: 40, optional: true }) description?: string
}

export class OwnVehicleKept {
  @ApiProperty(id) id!: string
}
