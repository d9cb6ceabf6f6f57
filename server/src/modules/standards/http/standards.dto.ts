import { ApiProperty } from '@nestjs/swagger'
import { clockNames, standardPresets, type ClockName, type StandardPresetCode } from '@yinuo/contracts'
import {
  Day,
  Instant,
  Line,
  Nested,
  NestedList,
  OneOf,
  SomeOf,
  Text,
  TimeOfDay,
  Whole,
  YesNo,
} from '../../../platform/http/fields.ts'
import { code, id, instant, listOf, one, orNull, text, truth, whole } from '../../../platform/http/shapes.ts'

const aYear = 366 * 24 * 60
const minutes = { ...whole, description: '分钟' }
const months = { ...whole, description: '月' }
const presetCode = code(standardPresets, 'StandardPresetCode')

/** Minutes by urgency; `null`: nothing is promised. */
export class MinutesByUrgency {
  @Whole('紧急报修的时限（分钟）', { min: 1, max: aYear, nullable: true }) emergency!: number | null
  @Whole('急修的时限（分钟）', { min: 1, max: aYear, nullable: true }) urgent!: number | null
  @Whole('一般报修的时限（分钟）', { min: 1, max: aYear, nullable: true }) routine!: number | null
}

export class RepairFigures {
  @ApiProperty(one(MinutesByUrgency)) respondWithinMinutes!: MinutesByUrgency
  @ApiProperty(orNull(minutes)) answerWithinMinutes!: number | null
  @ApiProperty(one(MinutesByUrgency)) resolveWithinMinutes!: MinutesByUrgency
  @ApiProperty(truth) smallRepairsSameDay!: boolean
  @ApiProperty(minutes) progressEveryMinutes!: number
  @ApiProperty(minutes) confirmWithinMinutes!: number
  @ApiProperty(listOf(code(clockNames, 'ClockName'))) workingHoursOnly!: readonly ClockName[]
  @ApiProperty(whole) warnAtPercent!: number
  @ApiProperty(whole) escalateEveryPercent!: number
}

export class ComplaintFigures {
  @ApiProperty(one(MinutesByUrgency)) firstReplyWithinMinutes!: MinutesByUrgency
  @ApiProperty(orNull(minutes)) resultWithinMinutes!: number | null
  @ApiProperty(minutes) complexProgressEveryMinutes!: number
  @ApiProperty(listOf(code(clockNames, 'ClockName'))) workingHoursOnly!: readonly ClockName[]
  @ApiProperty(whole) warnAtPercent!: number
  @ApiProperty(whole) escalateEveryPercent!: number
}

export class ConsultationFigures {
  @ApiProperty(orNull(minutes)) replyWithinMinutes!: number | null
  @ApiProperty(whole) warnAtPercent!: number
  @ApiProperty(whole) escalateEveryPercent!: number
}

export class OutreachFigures {
  @ApiProperty(months) meetingEveryMonths!: number
  @ApiProperty(months) receptionDayEveryMonths!: number
  @ApiProperty(months) visitEveryMonths!: number
  @ApiProperty({ ...whole, description: '天' }) emptyBoxesEveryDays!: number
}

export class StandardFigures {
  @ApiProperty(one(RepairFigures)) repairs!: RepairFigures
  @ApiProperty(one(ComplaintFigures)) complaints!: ComplaintFigures
  @ApiProperty(one(ConsultationFigures)) consultations!: ConsultationFigures
  @ApiProperty(one(OutreachFigures)) outreach!: OutreachFigures
}

/** What a community changes of a preset; what is left out stays as the preset has it. */
export class RepairFigureOverrides {
  @Nested(() => MinutesByUrgency, '响应时限', { optional: true }) respondWithinMinutes?: MinutesByUrgency
  @Whole('答复时限（分钟）', { min: 1, max: aYear, nullable: true, optional: true }) answerWithinMinutes?: number | null
  @Nested(() => MinutesByUrgency, '完成时限', { optional: true }) resolveWithinMinutes?: MinutesByUrgency
  @YesNo('小修不过夜', { optional: true }) smallRepairsSameDay?: boolean
  @Whole('进展更新间隔（分钟）', { min: 1, max: aYear, optional: true }) progressEveryMinutes?: number
  @Whole('住户确认时限（分钟）', { min: 1, max: aYear, optional: true }) confirmWithinMinutes?: number
  @SomeOf(clockNames, 'ClockName', '只在工作时间计时的时限', { optional: true }) workingHoursOnly?: readonly ClockName[]
  @Whole('提醒比例（%）', { min: 1, max: 100, optional: true }) warnAtPercent?: number
  @Whole('逐级上报间隔（%）', { min: 1, max: 1000, optional: true }) escalateEveryPercent?: number
}

export class ComplaintFigureOverrides {
  @Nested(() => MinutesByUrgency, '首次回复时限', { optional: true }) firstReplyWithinMinutes?: MinutesByUrgency
  @Whole('处理结果时限（分钟）', { min: 1, max: aYear, nullable: true, optional: true }) resultWithinMinutes?: number | null
  @Whole('复杂投诉进展间隔（分钟）', { min: 1, max: aYear, optional: true }) complexProgressEveryMinutes?: number
  @SomeOf(clockNames, 'ClockName', '只在工作时间计时的时限', { optional: true }) workingHoursOnly?: readonly ClockName[]
  @Whole('提醒比例（%）', { min: 1, max: 100, optional: true }) warnAtPercent?: number
  @Whole('逐级上报间隔（%）', { min: 1, max: 1000, optional: true }) escalateEveryPercent?: number
}

export class ConsultationFigureOverrides {
  @Whole('咨询答复时限（分钟）', { min: 1, max: aYear, nullable: true, optional: true }) replyWithinMinutes?: number | null
  @Whole('提醒比例（%）', { min: 1, max: 100, optional: true }) warnAtPercent?: number
  @Whole('逐级上报间隔（%）', { min: 1, max: 1000, optional: true }) escalateEveryPercent?: number
}

export class OutreachFigureOverrides {
  @Whole('业主会议间隔（月）', { min: 1, max: 24, optional: true }) meetingEveryMonths?: number
  @Whole('经理接待日间隔（月）', { min: 1, max: 24, optional: true }) receptionDayEveryMonths?: number
  @Whole('回访间隔（月）', { min: 1, max: 60, optional: true }) visitEveryMonths?: number
  @Whole('意见箱开箱间隔（天）', { min: 1, max: 90, optional: true }) emptyBoxesEveryDays?: number
}

export class StandardOverrides {
  @Nested(() => RepairFigureOverrides, '要调整的报修指标', { optional: true }) repairs?: RepairFigureOverrides
  @Nested(() => ComplaintFigureOverrides, '要调整的投诉指标', { optional: true }) complaints?: ComplaintFigureOverrides
  @Nested(() => ConsultationFigureOverrides, '要调整的咨询指标', { optional: true }) consultations?: ConsultationFigureOverrides
  @Nested(() => OutreachFigureOverrides, '要调整的沟通指标', { optional: true }) outreach?: OutreachFigureOverrides
}

export class PresetView {
  @ApiProperty(presetCode) code!: StandardPresetCode
  @ApiProperty(text) name!: string
  @ApiProperty(one(StandardFigures)) figures!: StandardFigures
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } }) sources!: Record<string, string>
}

export class StandardAdoption {
  @ApiProperty(id) id!: string
  @ApiProperty(presetCode) preset!: StandardPresetCode
  @ApiProperty(instant) effectiveFrom!: string
  @ApiProperty(text) reason!: string
  @ApiProperty(text) adoptedByName!: string
  @ApiProperty(instant) at!: string
  @ApiProperty(one(StandardFigures)) figures!: StandardFigures
}

export class AdoptedStandard {
  @ApiProperty(presetCode) preset!: StandardPresetCode
  @ApiProperty(text) name!: string
  @ApiProperty(one(StandardFigures)) figures!: StandardFigures
  @ApiProperty(one(StandardOverrides)) overrides!: StandardOverrides
  @ApiProperty(instant) effectiveFrom!: string
  @ApiProperty(listOf(StandardAdoption)) history!: StandardAdoption[]
}

export class AdoptStandard {
  @OneOf(standardPresets, 'StandardPresetCode', '服务标准') preset!: StandardPresetCode
  @Nested(() => StandardOverrides, '要调整的指标') overrides!: StandardOverrides
  @Instant('生效时间') effectiveFrom!: string
  @Text('采用或调整的理由', { max: 500 }) reason!: string
}

// ── the calendar clocks run on ──────────────────────────────────────────────

const weekdays = { 1: '周一', 2: '周二', 3: '周三', 4: '周四', 5: '周五', 6: '周六', 7: '周日' } as const
const dayKinds = { holiday: '休息', workday: '上班' } as const

export class WorkSlot {
  @Weekday() weekday!: keyof typeof weekdays
  @TimeOfDay('开始时间') from!: string
  @TimeOfDay('结束时间') until!: string
}

export class CalendarDay {
  @Day('日期') on!: string
  @OneOf(dayKinds, 'CalendarDayKind', '当天安排') kind!: keyof typeof dayKinds
  @Line('名称', { max: 40 }) name!: string
}

export class WorkCalendar {
  @YesNo('按国家节假日休息') observesPublicHolidays!: boolean
  @NestedList(() => WorkSlot, '工作时段', { max: 50 }) slots!: WorkSlot[]
  @NestedList(() => CalendarDay, '特殊日期', { max: 400 }) days!: CalendarDay[]
}

function Weekday(): PropertyDecorator {
  return (target, property) => {
    Whole('星期', { min: 1, max: 7 })(target, property)
    ApiProperty({ type: 'integer', enum: Object.keys(weekdays).map(Number) })(target, property)
  }
}
