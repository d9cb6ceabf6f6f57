import { ApiProperty } from '@nestjs/swagger'
import { arrearsLimits, funds, waiverStates, type Fund, type WaiverState } from '@yinuo/contracts'
import { Day, Line, NestedList, OneOf, Text, Uuid, Version, Whole, YesNo } from '../../../platform/http/fields.ts'
import { PageOf, PageQuery } from '../../../platform/http/page.dto.ts'
import { code, day, fen, id, instant, listOf, orNull, text, truth, whole } from '../../../platform/http/shapes.ts'

export class ReminderStage {
  @ApiProperty(id) id!: string
  /** below 0: before the due day */
  @ApiProperty(whole) days!: number
  @ApiProperty(text) wording!: string
  @ApiProperty(day) setOn!: string
}

export class ReminderStages {
  @ApiProperty(listOf(ReminderStage)) stages!: ReminderStage[]
}

export class StageDraft {
  @Whole('天数', { min: -30, max: 730 }) days!: number
  @Text('提醒文字', { max: arrearsLimits.wording }) wording!: string
}

export class SetReminderStages {
  @NestedList(() => StageDraft, '提醒', { max: arrearsLimits.stages }) stages!: StageDraft[]
}

export class LateFeeTermsRow {
  @ApiProperty(id) chargeId!: string
  @ApiProperty(text) chargeName!: string
  @ApiProperty(code(funds, 'Fund')) fund!: Fund
  @ApiProperty(truth) active!: boolean
  /** in 1/100 000 a day */
  @ApiProperty(orNull(whole)) rate!: number | null
  @ApiProperty(orNull(whole)) graceDays!: number | null
  @ApiProperty(orNull(whole)) capPercent!: number | null
  @ApiProperty(orNull(text)) contract!: string | null
  @ApiProperty(orNull(day)) validFrom!: string | null
  /** 0: there never was one */
  @ApiProperty(whole) version!: number
}

export class SetLateFeeTerms {
  @YesNo('收取违约金') active!: boolean
  @Whole('每日比例（十万分之）', { min: 1, max: arrearsLimits.rate }) rate!: number
  @Whole('宽限天数', { min: 0, max: 365 }) graceDays!: number
  @Whole('封顶比例（%）', { min: 1, max: arrearsLimits.capPercent }) capPercent!: number
  @Line('合同条款', { max: arrearsLimits.contract }) contract!: string
  @Day('起始日') validFrom!: string
  @Whole('版本', { min: 0, max: 2_147_483_647 }) version!: number
}

export class LateFeeWaiverQuery extends PageQuery {
  @OneOf(waiverStates, 'WaiverState', '状态', { optional: true }) state?: WaiverState
}

export class LateFeeWaiverRow {
  @ApiProperty(id) id!: string
  @ApiProperty(id) unitId!: string
  @ApiProperty(text) unitLabel!: string
  @ApiProperty(text) chargeName!: string
  @ApiProperty(day) periodFrom!: string
  @ApiProperty(day) periodTo!: string
  @ApiProperty(fen) feeFen!: number
  @ApiProperty(text) reason!: string
  @ApiProperty(code(waiverStates, 'WaiverState')) state!: WaiverState
  @ApiProperty(id) askedBy!: string
  @ApiProperty(text) askedByName!: string
  @ApiProperty(instant) askedAt!: string
  @ApiProperty(orNull(text)) decidedByName!: string | null
  @ApiProperty(orNull(text)) refusedBecause!: string | null
  @ApiProperty(whole) version!: number
}
export class LateFeeWaiverPage extends PageOf(LateFeeWaiverRow) {}

export class NewLateFeeWaiver {
  @Uuid('账单') billId!: string
  @Text('减免原因', { max: arrearsLimits.reason }) reason!: string
}

export class SeenLateFeeWaiver {
  @Version() version!: number
}

export class RefusedLateFeeWaiver extends SeenLateFeeWaiver {
  @Text('不批准的原因', { max: arrearsLimits.reason }) reason!: string
}
