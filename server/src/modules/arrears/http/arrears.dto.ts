import { ApiProperty } from '@nestjs/swagger'
import {
  ageBands,
  arrearsLimits,
  arrearsOrders,
  deliveryStates,
  funds,
  messageChannels,
  reminderWays,
  waiverStates,
  type AgeBand,
  type ArrearsOrder,
  type DeliveryState,
  type Fund,
  type MessageChannel,
  type ReminderWay,
  type WaiverState,
} from '@yinuo/contracts'
import { Day, Line, OneOf, Text, Uuid, YesNo } from '../../../platform/http/fields.ts'
import { PageOf, PageQuery } from '../../../platform/http/page.dto.ts'
import { code, day, fen, id, instant, listOf, one, orNull, text, truth, whole } from '../../../platform/http/shapes.ts'

const band = code(ageBands, 'AgeBand')

export class ArrearsQuery extends PageQuery {
  @Uuid('楼栋', { optional: true }) buildingId?: string
  @OneOf(ageBands, 'AgeBand', '账龄', { optional: true }) age?: AgeBand
  @Line('房号', { max: 40, optional: true }) query?: string
  @OneOf(arrearsOrders, 'ArrearsOrder', '排序', { optional: true }) order?: ArrearsOrder
}

export class ArrearsRow {
  @ApiProperty(id) unitId!: string
  @ApiProperty(text) unitLabel!: string
  @ApiProperty(text) buildingName!: string
  /** masked */
  @ApiProperty(listOf(text)) owners!: string[]
  @ApiProperty(fen) owedFen!: number
  @ApiProperty(whole) bills!: number
  @ApiProperty(day) oldestDueOn!: string
  @ApiProperty(whole) days!: number
  @ApiProperty(band) band!: AgeBand
  @ApiProperty(whole) reminders!: number
  @ApiProperty(orNull(day)) remindedOn!: string | null
  @ApiProperty(truth) stopped!: boolean
}
export class ArrearsPage extends PageOf(ArrearsRow) {}

export class ArrearsPart {
  @ApiProperty(id) buildingId!: string
  @ApiProperty(text) buildingName!: string
  @ApiProperty(band) age!: AgeBand
  @ApiProperty(fen) owedFen!: number
  @ApiProperty(whole) households!: number
}

export class ArrearsSummary {
  @ApiProperty(fen) owedFen!: number
  @ApiProperty(whole) households!: number
  @ApiProperty(listOf(ArrearsPart)) parts!: ArrearsPart[]
}

export class LateFeeSoFar {
  @ApiProperty(fen) feeFen!: number
  @ApiProperty(text) formula!: string
  @ApiProperty(text) contract!: string
  @ApiProperty(orNull(day)) from!: string | null
}

export class LateFeeNow {
  /** null: nothing is asked for being late */
  @ApiProperty(orNull(one(LateFeeSoFar))) lateFee!: LateFeeSoFar | null
}

export class WaiverOfBill {
  @ApiProperty(id) id!: string
  @ApiProperty(code(waiverStates, 'WaiverState')) state!: WaiverState
  @ApiProperty(fen) feeFen!: number
  @ApiProperty(text) reason!: string
  @ApiProperty(text) askedByName!: string
  @ApiProperty(orNull(text)) decidedByName!: string | null
  @ApiProperty(whole) version!: number
}

export class OwedBill {
  @ApiProperty(id) id!: string
  @ApiProperty(text) chargeName!: string
  @ApiProperty(code(funds, 'Fund')) fund!: Fund
  @ApiProperty(day) periodFrom!: string
  @ApiProperty(day) periodTo!: string
  @ApiProperty(day) dueOn!: string
  @ApiProperty(fen) amountFen!: number
  @ApiProperty(fen) owedFen!: number
  @ApiProperty(whole) overdueDays!: number
  /** reckoned up to today; it becomes a bill once this one is paid */
  @ApiProperty(orNull(one(LateFeeSoFar))) lateFee!: LateFeeSoFar | null
  @ApiProperty(orNull(one(WaiverOfBill))) waiver!: WaiverOfBill | null
}

export class ReminderChannel {
  @ApiProperty(code(messageChannels, 'MessageChannel')) channel!: MessageChannel
  @ApiProperty(code(deliveryStates, 'DeliveryState')) state!: DeliveryState
}

export class ReminderRecipient {
  @ApiProperty(text) name!: string
  @ApiProperty(instant) toldAt!: string
  @ApiProperty(orNull(instant)) readAt!: string | null
  @ApiProperty(listOf(ReminderChannel)) channels!: ReminderChannel[]
}

export class ReminderRow {
  @ApiProperty(id) id!: string
  @ApiProperty(code(reminderWays, 'ReminderWay')) way!: ReminderWay
  /** days from the due day of the stage; null by hand */
  @ApiProperty(orNull(whole)) days!: number | null
  @ApiProperty(day) remindedOn!: string
  @ApiProperty(whole) bills!: number
  @ApiProperty(fen) owedFen!: number
  @ApiProperty(text) text!: string
  @ApiProperty(text) byName!: string
  @ApiProperty(instant) at!: string
  @ApiProperty(listOf(ReminderRecipient)) recipients!: ReminderRecipient[]
}

export class ReminderStop {
  @ApiProperty(text) reason!: string
  @ApiProperty(orNull(day)) until!: string | null
  @ApiProperty(text) byName!: string
  @ApiProperty(instant) at!: string
}

export class HouseholdArrears {
  @ApiProperty(id) unitId!: string
  @ApiProperty(text) unitLabel!: string
  @ApiProperty(text) communityName!: string
  @ApiProperty(text) companyName!: string
  @ApiProperty(text) hotline!: string
  /** owners and tenants who answer for the bills, masked */
  @ApiProperty(listOf(text)) people!: string[]
  /** how many of them a message reaches */
  @ApiProperty(whole) reachable!: number
  @ApiProperty(fen) owedFen!: number
  @ApiProperty(fen) overdueFen!: number
  @ApiProperty(listOf(OwedBill)) bills!: OwedBill[]
  @ApiProperty(listOf(ReminderRow)) reminders!: ReminderRow[]
  @ApiProperty(orNull(one(ReminderStop))) stop!: ReminderStop | null
}

export class NewReminder {
  @OneOf(reminderWays, 'ReminderWay', '催缴方式') way!: ReminderWay
  @Text('说明', { max: arrearsLimits.note, optional: true }) note?: string
}

export class StoppedReminding {
  @YesNo('暂停提醒') stopped!: boolean
  @Text('原因', { max: arrearsLimits.reason, optional: true }) reason?: string
  @Day('暂停到', { optional: true }) until?: string
}
