import { ApiProperty } from '@nestjs/swagger'
import {
  applicationStates,
  codeKinds,
  codeStates,
  fileLimits,
  placeKinds,
  propertyTypes,
  residencyRoles,
  unitStates,
  unitUses,
  type ApplicationState,
  type CodeKind,
  type CodeState,
  type PlaceKind,
  type PropertyType,
  type ResidencyRole,
  type UnitState,
  type UnitUse,
} from '@yinuo/contracts'
import { FileView } from '../../../platform/files/file.dto.ts'
import { Day, Line, OneOf, PhoneNumber, Switch, Text, Uuid, Uuids } from '../../../platform/http/fields.ts'
import { PageOf, PageQuery } from '../../../platform/http/page.dto.ts'
import { code, id, instant, listOf, number, one, orNull, text, truth, whole } from '../../../platform/http/shapes.ts'

const propertyType = code(propertyTypes, 'PropertyType')
const placeKind = code(placeKinds, 'PlaceKind')
const residencyRole = code(residencyRoles, 'ResidencyRole')
const planPosition = orNull({ ...whole, minimum: 0, maximum: 1000, description: '总平面图上的位置，0 到 1000' })

export class CommunitySummary {
  @ApiProperty(id) id!: string
  @ApiProperty(text) name!: string
  @ApiProperty(propertyType) propertyType!: PropertyType
  @ApiProperty(text) address!: string
  @ApiProperty(text) hotline!: string
  @ApiProperty(orNull(id)) regionId!: string | null
  @ApiProperty(orNull(text)) regionName!: string | null
  @ApiProperty(whole) openRepairs!: number
  @ApiProperty(whole) lateRepairs!: number
}

// ── places ──────────────────────────────────────────────────────────────────

export class PlaceRef {
  @ApiProperty(placeKind) kind!: PlaceKind
  @ApiProperty(orNull(id)) id!: string | null
  @ApiProperty(text) label!: string
}

export class Place {
  @ApiProperty(placeKind) kind!: PlaceKind
  @ApiProperty(id) id!: string
  @ApiProperty(text) label!: string
  @ApiProperty(orNull(id)) buildingId!: string | null
  @ApiProperty(planPosition) x!: number | null
  @ApiProperty(planPosition) y!: number | null
}

export class RoomQuery {
  @Uuid('楼栋', { optional: true }) buildingId?: string
}

export class BuildingChoice {
  @ApiProperty(id) id!: string
  @ApiProperty(text) name!: string
}

export class UnitChoice {
  @ApiProperty(id) id!: string
  @ApiProperty(text) label!: string
}

/** To choose a home to apply for: no names, and units only of the building asked for. */
export class Rooms {
  @ApiProperty(listOf(BuildingChoice)) buildings!: BuildingChoice[]
  @ApiProperty(listOf(UnitChoice)) units!: UnitChoice[]
}

export class UnitQuery extends PageQuery {
  /** room, name, beginning or last four digits of a telephone number, plate or parking space */
  @Line('搜索内容', { max: 40, optional: true }) query?: string
  @Uuid('楼栋', { optional: true }) buildingId?: string
  @OneOf(unitUses, 'UnitUse', '用途', { optional: true }) use?: UnitUse
  @OneOf(unitStates, 'UnitState', '状态', { optional: true }) state?: UnitState
  /** somebody lives there in this right */
  @OneOf(residencyRoles, 'ResidencyRole', '住户身份', { optional: true }) role?: ResidencyRole
  @Switch('没有登记住户') withoutResidents?: boolean
}

export class UnitResident {
  @ApiProperty(id) id!: string
  @ApiProperty(text) name!: string
  @ApiProperty(text) phoneMasked!: string
  @ApiProperty(residencyRole) role!: ResidencyRole
}

export class UnitRow {
  @ApiProperty(id) id!: string
  @ApiProperty(text) label!: string
  @ApiProperty(text) buildingName!: string
  @ApiProperty(code(unitUses, 'UnitUse')) use!: UnitUse
  @ApiProperty(code(unitStates, 'UnitState')) state!: UnitState
  @ApiProperty(number) areaSquareMetres!: number
  @ApiProperty(listOf(UnitResident)) residents!: UnitResident[]
  @ApiProperty(listOf(text)) plates!: string[]
  @ApiProperty(whole) openRepairs!: number
}
export class UnitPage extends PageOf(UnitRow) {}

// ── entry codes ─────────────────────────────────────────────────────────────

/** Where a scanned code leads. */
export class CodeContext {
  @ApiProperty(code(codeKinds, 'CodeKind')) kind!: CodeKind
  @ApiProperty(id) communityId!: string
  @ApiProperty(text) communityName!: string
  @ApiProperty(text) hotline!: string
  @ApiProperty(propertyType) propertyType!: PropertyType
  @ApiProperty(one(PlaceRef)) place!: PlaceRef
  @ApiProperty(orNull(text)) promise!: string | null
}

export class CodeQuery extends PageQuery {
  @OneOf(codeKinds, 'CodeKind', '二维码类型', { optional: true }) kind?: CodeKind
}

export class EntryCode {
  @ApiProperty(id) id!: string
  @ApiProperty(code(codeKinds, 'CodeKind')) kind!: CodeKind
  @ApiProperty(text) placeLabel!: string
  @ApiProperty(code(codeStates, 'CodeState')) state!: CodeState
  @ApiProperty(orNull(instant)) expiresAt!: string | null
  @ApiProperty(instant) createdAt!: string
  @ApiProperty(text) scene!: string
}
export class EntryCodePage extends PageOf(EntryCode) {}

export class IssueCodes {
  @OneOf(codeKinds, 'CodeKind', '二维码类型') kind!: CodeKind
  /** Empty for the community's own code. */
  @Uuids('要制作二维码的位置', { max: 500 }) placeIds!: string[]
  @Day('失效日期', { optional: true }) expiresOn?: string
}

export class PrintCodeSheet {
  @Uuids('要打印的二维码', { min: 1, max: 300 }) codeIds!: string[]
}

// ── residence applications ──────────────────────────────────────────────────

export class ApplyForResidence {
  @Uuid('房屋') unitId!: string
  @OneOf(residencyRoles, 'ResidencyRole', '身份') role!: ResidencyRole
  @Line('姓名', { max: 40 }) name!: string
  /** left out: the number WeChat has vouched for */
  @PhoneNumber('手机号', { optional: true }) phone?: string
  @Day('租期截止日', { optional: true }) validUntil?: string
  @Text('补充说明', { max: 200, optional: true }) note?: string
  @Uuids('证明照片', { max: fileLimits.perRepair }) fileIds!: string[]
}

export class ApplicationQuery extends PageQuery {
  @OneOf(applicationStates, 'ApplicationState', '审核状态', { optional: true }) state?: ApplicationState
}

export class ResidenceApplication {
  @ApiProperty(id) id!: string
  @ApiProperty(id) communityId!: string
  @ApiProperty(text) communityName!: string
  @ApiProperty(text) unitLabel!: string
  @ApiProperty(residencyRole) role!: ResidencyRole
  @ApiProperty(text) name!: string
  @ApiProperty(text) phoneMasked!: string
  @ApiProperty(orNull(text)) note!: string | null
  @ApiProperty(listOf(FileView)) files!: FileView[]
  @ApiProperty(code(applicationStates, 'ApplicationState')) state!: ApplicationState
  @ApiProperty(truth) matchesArchive!: boolean
  @ApiProperty(instant) createdAt!: string
  @ApiProperty(orNull(instant)) decidedAt!: string | null
  @ApiProperty(orNull(text)) decisionReason!: string | null
}
export class ResidenceApplicationPage extends PageOf(ResidenceApplication) {}

export class RejectResidence {
  @Text('不通过的原因', { max: 200 }) reason!: string
}
