import { ApiProperty } from '@nestjs/swagger'
import { meterKinds, moneyLimits as limits, readingWays, type MeterKind, type ReadingWay } from '@yinuo/contracts'
import { Day, Line, NestedList, OneOf, Switch, Uuid, Version, Whole, YesNo } from '../../../platform/http/fields.ts'
import { PageOf, PageQuery } from '../../../platform/http/page.dto.ts'
import { FileView } from '../../../platform/files/file.dto.ts'
import { code, day, id, number, one, orNull, text, truth, whole } from '../../../platform/http/shapes.ts'

const MOST = 999_999_999_999
const numberOfMeter = { max: 40 } as const
const value = { ...number, description: '千分之一' }

export class MeterDraft {
  @Uuid('房屋') unitId!: string
  @OneOf(meterKinds, 'MeterKind', '表的种类') kind!: MeterKind
  @Line('表号', numberOfMeter) number!: string
  @Whole('整数位数', limits.meterDigits) digits!: number
  @Day('安装日期') installedOn!: string
  @Whole('起始读数（千分之一）', { min: 0, max: MOST }) firstReading!: number
}

export class ReplacedMeter {
  @Day('更换日期') day!: string
  @Whole('旧表读数（千分之一）', { min: 0, max: MOST }) lastReading!: number
  @YesNo('过零', { optional: true }) rolledOver?: boolean
  @Line('新表号', numberOfMeter) number!: string
  @Whole('整数位数', limits.meterDigits) digits!: number
  @Whole('新表起始读数（千分之一）', { min: 0, max: MOST }) firstReading!: number
  @Version() version!: number
}

export class MeterReadingDraft {
  @Line('表号', numberOfMeter) number!: string
  @Day('抄表日期') readOn!: string
  @Whole('读数（千分之一）', { min: 0, max: MOST }) value!: number
  @OneOf(readingWays, 'ReadingWay', '抄表方式') how!: ReadingWay
  /** the meter went beyond its last number */
  @YesNo('过零', { optional: true }) rolledOver?: boolean
  @Uuid('照片', { optional: true }) fileId?: string
}

export class MeterReadings {
  @OneOf(meterKinds, 'MeterKind', '表的种类') kind!: MeterKind
  @NestedList(() => MeterReadingDraft, '抄表', { max: limits.readingsAtOnce, min: 1 }) readings!: MeterReadingDraft[]
}

export class CorrectedReading {
  @Whole('读数（千分之一）', { min: 0, max: MOST }) value!: number
  @OneOf(readingWays, 'ReadingWay', '抄表方式') how!: ReadingWay
  @YesNo('过零', { optional: true }) rolledOver?: boolean
  @Version() version!: number
}

export class SeenReading {
  @Version() version!: number
}

export class MeterQuery extends PageQuery {
  @OneOf(meterKinds, 'MeterKind', '表的种类', { optional: true }) kind?: MeterKind
  @Uuid('房屋', { optional: true }) unitId?: string
  @Uuid('楼栋', { optional: true }) buildingId?: string
  @Line('搜索内容', { max: 60, optional: true }) query?: string
  @Switch('含已拆下') removed?: boolean
  @Switch('读数异常') unusual?: boolean
}

export class MeterReading {
  @ApiProperty(id) id!: string
  @ApiProperty(day) readOn!: string
  @ApiProperty(value) value!: number
  @ApiProperty(value) before!: number
  @ApiProperty(value) used!: number
  @ApiProperty(code(readingWays, 'ReadingWay')) how!: ReadingWay
  @ApiProperty(truth) rolledOver!: boolean
  /** far above what was used lately: not billed before somebody has looked */
  @ApiProperty(truth) unusual!: boolean
  @ApiProperty(text) readByName!: string
  @ApiProperty(whole) version!: number
}

export class MeterReadingDetail extends MeterReading {
  @ApiProperty(orNull(one(FileView))) photo!: FileView | null
}

export class MeterView {
  @ApiProperty(id) id!: string
  @ApiProperty(id) unitId!: string
  @ApiProperty(text) unitLabel!: string
  @ApiProperty(code(meterKinds, 'MeterKind')) kind!: MeterKind
  @ApiProperty(text) number!: string
  @ApiProperty(whole) digits!: number
  @ApiProperty(day) installedOn!: string
  @ApiProperty(value) firstReading!: number
  @ApiProperty(orNull(day)) removedOn!: string | null
  @ApiProperty(orNull(one(MeterReading))) last!: MeterReading | null
  @ApiProperty(whole) version!: number
}
export class MeterPage extends PageOf(MeterView) {}

export class ReadingsTaken {
  @ApiProperty(whole) taken!: number
}
