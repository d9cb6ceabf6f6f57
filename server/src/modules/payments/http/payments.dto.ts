import { ApiProperty } from '@nestjs/swagger'
import {
  moneyLimits as limits,
  overpaymentReasons,
  overpaymentStates,
  paymentProofs,
  paymentStates,
  paymentWays,
  refundStates,
  type OverpaymentReason,
  type OverpaymentState,
  type PaymentProof,
  type PaymentState,
  type PaymentWay,
  type RefundState,
} from '@yinuo/contracts'
import { Amount, Day, Line, NestedList, OneOf, Text, Uuid, Version, Whole, YesNo } from '../../../platform/http/fields.ts'
import { PageOf, PageQuery } from '../../../platform/http/page.dto.ts'
import { code, fen, id, instant, listOf, one, orNull, text, truth, whole } from '../../../platform/http/shapes.ts'

const way = code(paymentWays, 'PaymentWay')
const paymentState = code(paymentStates, 'PaymentState')
const refundState = code(refundStates, 'RefundState')
const overpaymentState = code(overpaymentStates, 'OverpaymentState')

export class PaymentQuery extends PageQuery {
  @OneOf(paymentWays, 'PaymentWay', '缴费方式', { optional: true }) way?: PaymentWay
  @OneOf(paymentStates, 'PaymentState', '状态', { optional: true }) state?: PaymentState
  @Uuid('房屋', { optional: true }) unitId?: string
  @Day('开始日期', { optional: true }) from?: string
  @Day('结束日期', { optional: true }) to?: string
  @Line('搜索内容', { max: 64, optional: true }) query?: string
}

export class PaymentRow {
  @ApiProperty(id) id!: string
  @ApiProperty(id) unitId!: string
  @ApiProperty(text) unitLabel!: string
  @ApiProperty(way) way!: PaymentWay
  @ApiProperty(paymentState) state!: PaymentState
  @ApiProperty(fen) amountFen!: number
  /** into the balance of the unit */
  @ApiProperty(fen) aheadFen!: number
  /** more than was owed when it came */
  @ApiProperty(fen) overFen!: number
  @ApiProperty(fen) refundedFen!: number
  @ApiProperty(text) payerName!: string
  @ApiProperty(orNull(text)) takenByName!: string | null
  @ApiProperty(text) reference!: string
  @ApiProperty(orNull(text)) transactionId!: string | null
  @ApiProperty(orNull(code(paymentProofs, 'PaymentProof'))) proof!: PaymentProof | null
  @ApiProperty(orNull(whole)) receiptNumber!: number | null
  /** what it is for, as one reads it at a glance */
  @ApiProperty(text) charges!: string
  @ApiProperty(instant) createdAt!: string
  @ApiProperty(orNull(instant)) paidAt!: string | null
  @ApiProperty(orNull(instant)) closedAt!: string | null
}
export class PaymentPage extends PageOf(PaymentRow) {}

export class ReceiptLine {
  @ApiProperty(id) billId!: string
  @ApiProperty(text) text!: string
  @ApiProperty(fen) amountFen!: number
}

export class ReceiptText {
  @ApiProperty(text) companyName!: string
  @ApiProperty(text) communityName!: string
  @ApiProperty(text) unitLabel!: string
  @ApiProperty(text) payerName!: string
  @ApiProperty(way) way!: PaymentWay
  @ApiProperty(text) reference!: string
  @ApiProperty(instant) paidAt!: string
  @ApiProperty(listOf(ReceiptLine)) lines!: ReceiptLine[]
  @ApiProperty(fen) aheadFen!: number
  @ApiProperty(fen) overFen!: number
  @ApiProperty(fen) amountFen!: number
}

export class PaymentReceipt {
  @ApiProperty(id) id!: string
  @ApiProperty(whole) number!: number
  @ApiProperty(instant) issuedAt!: string
  @ApiProperty(text) issuedByName!: string
  @ApiProperty(one(ReceiptText)) content!: ReceiptText
}

export class OwnPaymentPart {
  @ApiProperty(id) billId!: string
  @ApiProperty(text) text!: string
  @ApiProperty(fen) amountFen!: number
  @ApiProperty(fen) settledFen!: number
  @ApiProperty(fen) refundedFen!: number
}

export class PaymentPart extends OwnPaymentPart {
  /** how much of it can still go back */
  @ApiProperty(fen) refundableFen!: number
}

export class PaymentOver {
  @ApiProperty(id) id!: string
  @ApiProperty(fen) amountFen!: number
  @ApiProperty(code(overpaymentReasons, 'OverpaymentReason')) reason!: OverpaymentReason
  @ApiProperty(overpaymentState) state!: OverpaymentState
  @ApiProperty(whole) version!: number
}

export class RefundRow {
  @ApiProperty(id) id!: string
  @ApiProperty(id) paymentId!: string
  @ApiProperty(id) unitId!: string
  @ApiProperty(text) unitLabel!: string
  @ApiProperty(way) way!: PaymentWay
  @ApiProperty(refundState) state!: RefundState
  @ApiProperty(fen) amountFen!: number
  @ApiProperty(fen) aheadFen!: number
  @ApiProperty(fen) overpaidFen!: number
  @ApiProperty(text) reason!: string
  @ApiProperty(text) askedByName!: string
  /** who asks does not approve */
  @ApiProperty(truth) askedByMe!: boolean
  @ApiProperty(orNull(text)) approvedByName!: string | null
  @ApiProperty(orNull(text)) refusedBecause!: string | null
  /** what is in the way, for people */
  @ApiProperty(orNull(text)) trouble!: string | null
  @ApiProperty(instant) createdAt!: string
  @ApiProperty(orNull(instant)) doneAt!: string | null
  @ApiProperty(whole) version!: number
}
export class RefundPage extends PageOf(RefundRow) {}

export class PaymentView extends PaymentRow {
  @ApiProperty(listOf(PaymentPart)) parts!: PaymentPart[]
  @ApiProperty(orNull(one(PaymentReceipt))) receipt!: PaymentReceipt | null
  @ApiProperty(orNull(one(PaymentOver))) overpayment!: PaymentOver | null
  @ApiProperty(listOf(RefundRow)) refunds!: RefundRow[]
  /** how much of what was paid ahead is unused and can go back */
  @ApiProperty(fen) aheadRefundableFen!: number
  /** its entry in the books */
  @ApiProperty(orNull(id)) entryId!: string | null
  @ApiProperty(orNull(instant)) expiresAt!: string | null
  @ApiProperty(whole) version!: number
}

export class RefundPart {
  @Uuid('账单') billId!: string
  @Amount('退款金额') amountFen!: number
}

export class AskRefund {
  @NestedList(() => RefundPart, '要退的账单', { max: limits.billsAtOnce }) parts!: RefundPart[]
  /** of what was paid ahead and is unused */
  @Whole('退预存金额（分）', { min: 0, max: limits.amountFen }) aheadFen!: number
  /** the whole of what was paid too much */
  @YesNo('是否退多收款') overpaid!: boolean
  @OneOf(paymentWays, 'PaymentWay', '退款方式') way!: PaymentWay
  @Text('退款原因', { max: limits.reason }) reason!: string
}

export class RefundQuery extends PageQuery {
  @OneOf(refundStates, 'RefundState', '状态', { optional: true }) state?: RefundState
  @Line('搜索内容', { max: 60, optional: true }) query?: string
}

export class SeenMoney {
  @Version() version!: number
}

export class RefuseRefund extends SeenMoney {
  @Text('原因', { max: limits.reason }) because!: string
}

export class OverpaymentQuery extends PageQuery {
  @OneOf(overpaymentStates, 'OverpaymentState', '状态', { optional: true }) state?: OverpaymentState
}

export class OverpaymentRow {
  @ApiProperty(id) id!: string
  @ApiProperty(id) paymentId!: string
  @ApiProperty(id) unitId!: string
  @ApiProperty(text) unitLabel!: string
  @ApiProperty(way) way!: PaymentWay
  @ApiProperty(fen) amountFen!: number
  @ApiProperty(code(overpaymentReasons, 'OverpaymentReason')) reason!: OverpaymentReason
  @ApiProperty(overpaymentState) state!: OverpaymentState
  /** a refund of it is on its way */
  @ApiProperty(truth) refunding!: boolean
  @ApiProperty(orNull(text)) settledByName!: string | null
  @ApiProperty(orNull(instant)) settledAt!: string | null
  @ApiProperty(instant) createdAt!: string
  @ApiProperty(whole) version!: number
}
export class OverpaymentPage extends PageOf(OverpaymentRow) {}

export class PaymentRules {
  /** up to this sum of all refunds of a payment nobody else has to approve */
  @ApiProperty(fen) refundAloneFen!: number
  @ApiProperty(whole) version!: number
}

export class SetPaymentRules {
  @Whole('免审批退款限额（分）', { min: 0, max: 1_000_000 }) refundAloneFen!: number
  @Version() version!: number
}
