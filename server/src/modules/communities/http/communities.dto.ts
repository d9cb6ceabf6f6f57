import { ApiProperty } from '@nestjs/swagger'
import {
  propertyTypes,
  serviceCodes,
  standardPresets,
  type PropertyType,
  type ServiceCode,
  type StandardPresetCode,
} from '@yinuo/contracts'
import { Line, Matching, NestedList, OneOf, Text, Uuid, Version, YesNo } from '../../../platform/http/fields.ts'
import { code, id, one, orNull, text, whole } from '../../../platform/http/shapes.ts'

/** As residents dial it: a mobile phone, a landline, or a service number such as 400-820-1001. */
const Hotline = () =>
  Matching(
    /^(1[3-9]\d{9}|0\d{2,3}-?[2-9]\d{6,7}(-\d{1,6})?|[48]00-?\d{3}-?\d{4}|9\d{4,7})$/,
    '请填写正确的服务电话：手机号、带区号的座机号或 400 号码。',
  )

export class RegionName {
  @ApiProperty(id) id!: string
  @ApiProperty(text) name!: string
}

export class CommunityProfile {
  @ApiProperty(id) id!: string
  @ApiProperty(text) name!: string
  @ApiProperty(code(propertyTypes, 'PropertyType')) propertyType!: PropertyType
  @ApiProperty(text) address!: string
  @ApiProperty(text) hotline!: string
  @ApiProperty(orNull(one(RegionName))) region!: RegionName | null
  /** of its data and its services */
  @ApiProperty(whole) version!: number
}

export class OpenCommunity {
  @Line('小区名称', { max: 40 }) name!: string
  @OneOf(propertyTypes, 'PropertyType', '物业类型') propertyType!: PropertyType
  @Line('地址', { max: 120 }) address!: string
  @Hotline() hotline!: string
  @Uuid('区域', { optional: true }) regionId?: string
  @OneOf(standardPresets, 'StandardPresetCode', '服务标准', { optional: true }) preset?: StandardPresetCode
  @YesNo('按国家节假日休息', { optional: true }) observesPublicHolidays?: boolean
}

export class CommunityDraft {
  @Line('小区名称', { max: 40 }) name!: string
  @Line('地址', { max: 120 }) address!: string
  @Hotline() hotline!: string
  /** left out: in no region */
  @Uuid('区域', { optional: true }) regionId?: string
  @Version() version!: number
}

export class CommunityService {
  @ApiProperty(id) id!: string
  @ApiProperty(orNull(code(serviceCodes, 'ServiceCode'))) code!: ServiceCode | null
  @ApiProperty(text) name!: string
  @ApiProperty(text) detail!: string
}

export class ServiceDraft {
  /** left out: a new one */
  @Uuid('服务', { optional: true }) id?: string
  /** of a default of some property type */
  @OneOf(serviceCodes, 'ServiceCode', '默认服务', { optional: true }) code?: ServiceCode
  @Line('服务名称', { max: 40 }) name!: string
  @Text('服务内容', { max: 400 }) detail!: string
}

export class CommunityServices {
  @NestedList(() => ServiceDraft, '服务范围', { max: 40 }) services!: ServiceDraft[]
  @Version() version!: number
}

export class Region {
  @ApiProperty(id) id!: string
  @ApiProperty(text) name!: string
  @ApiProperty(whole) communities!: number
  @ApiProperty(whole) version!: number
}

export class AddRegion {
  @Line('区域名称', { max: 40 }) name!: string
}

export class RenameRegion extends AddRegion {
  @Version() version!: number
}

export class RemoveRegion {
  @Version() version!: number
}
