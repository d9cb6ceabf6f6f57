import { ApiProperty } from '@nestjs/swagger'
import { roomNumberings, unitStates, unitUses, type RoomNumbering, type UnitState, type UnitUse } from '@yinuo/contracts'
import { Day, Line, OneOf, Quantity, Uuid, Uuids, Version, Whole } from '../../../platform/http/fields.ts'
import { code, day, id, listOf, number, orNull, text, truth, whole } from '../../../platform/http/shapes.ts'

const unitUse = code(unitUses, 'UnitUse')
const unitState = code(unitStates, 'UnitState')
const LOWEST_FLOOR = -9
const HIGHEST_FLOOR = 200

/** What was kept, and as which version. */
export class Kept {
  @ApiProperty(id) id!: string
  @ApiProperty(whole) version!: number
}

export class RowVersion {
  @Version() version!: number
}

// ── buildings and their entrances ───────────────────────────────────────────

export class Entrance {
  /** empty: units that stand in no entrance */
  @ApiProperty(text) name!: string
  @ApiProperty(whole) units!: number
}

/** How many units of a building are in which state. */
export class StateCounts implements Record<UnitState, number> {
  @ApiProperty(whole) vacant!: number
  @ApiProperty(whole) occupied!: number
  @ApiProperty(whole) let!: number
  @ApiProperty(whole) renovating!: number
}

export class BuildingRow {
  @ApiProperty(id) id!: string
  @ApiProperty(text) name!: string
  @ApiProperty(orNull(whole)) planX!: number | null
  @ApiProperty(orNull(whole)) planY!: number | null
  @ApiProperty(whole) version!: number
  @ApiProperty(whole) units!: number
  @ApiProperty({ type: () => StateCounts }) states!: StateCounts
  @ApiProperty(listOf(Entrance)) entrances!: Entrance[]
}

export class BuildingDraft {
  @Line('楼栋名称', { max: 40 }) name!: string
  @Whole('总平面图上的横向位置', { min: 0, max: 1000, optional: true, nullable: true }) planX?: number | null
  @Whole('总平面图上的纵向位置', { min: 0, max: 1000, optional: true, nullable: true }) planY?: number | null
}
export class BuildingEdit extends BuildingDraft {
  @Version() version!: number
}

export class BuildingOrder {
  @Uuids('楼栋', { min: 1, max: 1000 }) buildingIds!: string[]
}

export class EntranceRename {
  /** left out: the units that stand in no entrance */
  @Line('原单元名称', { max: 20, optional: true }) from?: string
  @Line('新单元名称', { max: 20 }) to!: string
  /** of the building */
  @Version() version!: number
}

// ── units ───────────────────────────────────────────────────────────────────

/** A unit where it stands in its building. */
export class UnitCell {
  @ApiProperty(id) id!: string
  @ApiProperty(text) entrance!: string
  @ApiProperty(whole) floor!: number
  @ApiProperty(text) number!: string
  @ApiProperty(text) label!: string
  @ApiProperty(unitUse) use!: UnitUse
  @ApiProperty(unitState) state!: UnitState
  @ApiProperty(number) areaSquareMetres!: number
  @ApiProperty(orNull(day)) deliveredOn!: string | null
  @ApiProperty(whole) residents!: number
  @ApiProperty(whole) version!: number
}

export class UnitDraft {
  @Uuid('楼栋') buildingId!: string
  @Line('单元', { max: 20, optional: true }) entrance?: string
  @Whole('楼层', { min: LOWEST_FLOOR, max: HIGHEST_FLOOR }) floor!: number
  @Line('房号', { max: 20 }) number!: string
  @OneOf(unitUses, 'UnitUse', '用途') use!: UnitUse
  @OneOf(unitStates, 'UnitState', '状态') state!: UnitState
  @Quantity('建筑面积（平方米）', { max: 1_000_000 }) areaSquareMetres!: number
  @Day('交付日期', { optional: true }) deliveredOn?: string
}
export class UnitEdit extends UnitDraft {
  @Version() version!: number
}

/** Floors × rooms of an entrance, all of the same use, state and area. */
export class UnitBatch {
  @Uuid('楼栋') buildingId!: string
  @Line('单元', { max: 20, optional: true }) entrance?: string
  @Whole('起始楼层', { min: LOWEST_FLOOR, max: HIGHEST_FLOOR }) floorFrom!: number
  @Whole('结束楼层', { min: LOWEST_FLOOR, max: HIGHEST_FLOOR }) floorUntil!: number
  @Whole('每层起始房间', { min: 1, max: 99 }) roomFrom!: number
  @Whole('每层结束房间', { min: 1, max: 99 }) roomUntil!: number
  @OneOf(roomNumberings, 'RoomNumbering', '房号写法') numbering!: RoomNumbering
  @OneOf(unitUses, 'UnitUse', '用途') use!: UnitUse
  @OneOf(unitStates, 'UnitState', '状态') state!: UnitState
  @Quantity('每套建筑面积（平方米）', { max: 1_000_000 }) areaSquareMetres!: number
}

export class PlannedUnit {
  @ApiProperty(whole) floor!: number
  @ApiProperty(text) number!: string
  @ApiProperty(text) label!: string
  /** there already: it will be left as it is */
  @ApiProperty(truth) exists!: boolean
}

export class UnitsAdded {
  @ApiProperty(whole) added!: number
  /** there already, left as they are */
  @ApiProperty(whole) existing!: number
}
