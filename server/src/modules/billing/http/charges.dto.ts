import { ApiProperty } from '@nestjs/swagger'
import {
  chargeBases,
  chargeCycles,
  exemptionKinds,
  funds,
  meterKinds,
  moneyLimits as limits,
  spaceTenures,
  unitUses,
  type ChargeBasis,
  type ChargeCycle,
  type ExemptionKind,
  type Fund,
  type MeterKind,
  type SpaceTenure,
  type UnitUse,
} from '@yinuo/contracts'
import { Day, Line, NestedList, OneOf, SomeOf, Switch, Text, Uuid, Uuids, Version, Whole } from '../../../platform/http/fields.ts'
import { PageOf, PageQuery } from '../../../platform/http/page.dto.ts'
import { code, day, fen, id, instant, listOf, number, orNull, text, truth, whole } from '../../../platform/http/shapes.ts'
import { BillSentence, MonthField } from './bills.dto.ts'

const MOST_RATE = 1_000_000_000

export class ChargeEdit {
  @Line('名称', { max: limits.chargeName }) name!: string
  /** a bill is due so many days after the first day of its period */
  @Whole('缴费期限（天）', { min: 0, max: 366 }) dueAfterDays!: number
  @Text('说明', { max: limits.text, optional: true }) note?: string
  /** of which units; nothing chosen: of all */
  @SomeOf(unitUses, 'UnitUse', '房屋用途') uses!: UnitUse[]
  @Uuids('楼栋', { max: 500 }) buildingIds!: string[]
  @SomeOf(spaceTenures, 'SpaceTenure', '车位产权') tenures!: SpaceTenure[]
}

export class EditedCharge extends ChargeEdit {
  @Version() version!: number
}

export class ChargeDraft extends ChargeEdit {
  @OneOf(funds, 'Fund', '资金归属') fund!: Fund
  @OneOf(chargeBases, 'ChargeBasis', '计费方式') basis!: ChargeBasis
  @OneOf(chargeCycles, 'ChargeCycle', '收费周期') cycle!: ChargeCycle
  @OneOf(meterKinds, 'MeterKind', '表的种类', { optional: true }) meterKind?: MeterKind
}

export class StopCharge {
  @Day('最后计费日') lastDay!: string
  @Version() version!: number
}

export class PriceTier {
  @Whole('起点（千分之一）', { min: 1, max: 1_000_000_000_000 }) above!: number
  @Whole('单价（万分之一元）', { min: 0, max: MOST_RATE }) rate!: number
}

export class PriceDraft {
  @Day('开始日期') validFrom!: string
  @Whole('单价（万分之一元）', { min: 0, max: MOST_RATE }) rate!: number
  @NestedList(() => PriceTier, '阶梯', { max: limits.tiers, optional: true }) tiers?: PriceTier[]
}

export class DroppedPrice {
  @Day('开始日期') validFrom!: string
}

export class PriceTierView {
  @ApiProperty(number) above!: number
  @ApiProperty(number) rate!: number
}

export class PricePeriod {
  @ApiProperty(day) validFrom!: string
  /** the day before the next price begins; null: until further notice */
  @ApiProperty(orNull(day)) validTo!: string | null
  @ApiProperty({ ...whole, description: '万分之一元' }) rate!: number
  @ApiProperty(listOf(PriceTierView)) tiers!: PriceTierView[]
  @ApiProperty(text) setByName!: string
  @ApiProperty(instant) setAt!: string
}

export class ChargeView {
  @ApiProperty(id) id!: string
  @ApiProperty(text) name!: string
  @ApiProperty(code(funds, 'Fund')) fund!: Fund
  @ApiProperty(code(chargeBases, 'ChargeBasis')) basis!: ChargeBasis
  @ApiProperty(code(chargeCycles, 'ChargeCycle')) cycle!: ChargeCycle
  @ApiProperty(whole) dueAfterDays!: number
  @ApiProperty(text) note!: string
  @ApiProperty(listOf(code(unitUses, 'UnitUse'))) uses!: UnitUse[]
  @ApiProperty(listOf(id)) buildingIds!: string[]
  @ApiProperty(listOf(code(spaceTenures, 'SpaceTenure'))) tenures!: SpaceTenure[]
  @ApiProperty(orNull(code(meterKinds, 'MeterKind'))) meterKind!: MeterKind | null
  @ApiProperty(orNull(day)) stoppedOn!: string | null
  @ApiProperty(listOf(PricePeriod)) prices!: PricePeriod[]
  @ApiProperty(orNull(day)) billedThrough!: string | null
  @ApiProperty(whole) version!: number
}

export class ExampleQuery {
  @MonthField('月份') month!: string
  @Uuid('房屋') unitId!: string
}

/** What a charge comes to for one unit and a period, and why. */
export class ChargeExample {
  @ApiProperty(text) unitLabel!: string
  @ApiProperty(day) periodFrom!: string
  @ApiProperty(day) periodTo!: string
  @ApiProperty(fen) amountFen!: number
  @ApiProperty(listOf(BillSentence)) madeOf!: BillSentence[]
  /** why there is nothing to pay */
  @ApiProperty(orNull(text)) because!: string | null
}

export class ExemptionDraft {
  @Uuid('收费项目') chargeId!: string
  @Uuid('房屋') unitId!: string
  @OneOf(exemptionKinds, 'ExemptionKind', '类型') kind!: ExemptionKind
  @Whole('减免比例（%）', { min: 1, max: 100 }) percent!: number
  @Day('开始日期') validFrom!: string
  @Day('结束日期', { optional: true }) validUntil?: string
  @Line('原因', { max: limits.reason }) reason!: string
}

export class EndExemption {
  @Day('结束日期') validUntil!: string
  @Version() version!: number
}

export class SeenExemption {
  @Version() version!: number
}

export class ExemptionQuery extends PageQuery {
  @Uuid('收费项目', { optional: true }) chargeId?: string
  @Uuid('房屋', { optional: true }) unitId?: string
  @Switch('现在有效') inForce?: boolean
}

export class ExemptionView {
  @ApiProperty(id) id!: string
  @ApiProperty(id) chargeId!: string
  @ApiProperty(text) chargeName!: string
  @ApiProperty(id) unitId!: string
  @ApiProperty(text) unitLabel!: string
  @ApiProperty(code(exemptionKinds, 'ExemptionKind')) kind!: ExemptionKind
  @ApiProperty(whole) percent!: number
  @ApiProperty(day) validFrom!: string
  @ApiProperty(orNull(day)) validUntil!: string | null
  @ApiProperty(text) reason!: string
  @ApiProperty(text) grantedByName!: string
  @ApiProperty(truth) withdrawn!: boolean
  @ApiProperty(whole) version!: number
}
export class ExemptionPage extends PageOf(ExemptionView) {}
