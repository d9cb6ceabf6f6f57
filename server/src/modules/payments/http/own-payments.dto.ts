import { ApiProperty, OmitType } from '@nestjs/swagger'
import { moneyLimits as limits, paymentWays, refundStates, type PaymentWay, type RefundState } from '@yinuo/contracts'
import { Amount, Matching, NestedList, Uuid, Whole, YesNo } from '../../../platform/http/fields.ts'
import { PageOf, PageQuery } from '../../../platform/http/page.dto.ts'
import { code, fen, id, instant, listOf, one, orNull, text, truth } from '../../../platform/http/shapes.ts'
import { OwnPaymentPart, PaymentReceipt, PaymentRow } from './payments.dto.ts'

export class PayPart {
  @Uuid('账单') billId!: string
  @Amount('缴费金额') amountFen!: number
}

/** Bills of one home, each wholly or in part; perhaps something ahead. */
export class Pay {
  @Uuid('房屋') unitId!: string
  @NestedList(() => PayPart, '账单', { max: limits.billsAtOnce }) parts!: PayPart[]
  @Whole('预存金额（分）', { min: 0, max: limits.amountFen }) aheadFen!: number
  /** first out of what was paid ahead, as far as it goes; the rest by WeChat */
  @YesNo('是否先用预存余额') useBalance!: boolean
}

/** For wx.requestPayment, as it takes it. */
export class PayRequest {
  @ApiProperty(text) timeStamp!: string
  @ApiProperty(text) nonceStr!: string
  @ApiProperty(text) package!: string
  @ApiProperty(text) signType!: string
  @ApiProperty(text) paySign!: string
}

export class OpenedPayment {
  /** the one by WeChat; null when the balance was enough */
  @ApiProperty(orNull(id)) paymentId!: string | null
  /** what the balance has paid already */
  @ApiProperty(orNull(id)) balancePaymentId!: string | null
  @ApiProperty(orNull(one(PayRequest))) request!: PayRequest | null
}

export class OwnPaymentsQuery extends PageQuery {
  @Uuid('房屋', { optional: true }) unitId?: string
  @Matching(/^20\d\d$/, '请选择年份（如 2026）。', { optional: true }) year?: string
}

export class OwnPaymentRow extends OmitType(PaymentRow, ['takenByName', 'reference', 'proof'] as const) {
  @ApiProperty(id) communityId!: string
  @ApiProperty(text) communityName!: string
  /** ordered by the caller; else by somebody of the home, or at the counter */
  @ApiProperty(truth) mine!: boolean
}
export class OwnPaymentPage extends PageOf(OwnPaymentRow) {}

export class OwnRefund {
  @ApiProperty(id) id!: string
  @ApiProperty(code(paymentWays, 'PaymentWay')) way!: PaymentWay
  @ApiProperty(code(refundStates, 'RefundState')) state!: RefundState
  @ApiProperty(fen) amountFen!: number
  @ApiProperty(instant) createdAt!: string
  @ApiProperty(orNull(instant)) doneAt!: string | null
}

export class OwnPayment extends OwnPaymentRow {
  @ApiProperty(listOf(OwnPaymentPart)) parts!: OwnPaymentPart[]
  @ApiProperty(orNull(one(PaymentReceipt))) receipt!: PaymentReceipt | null
  @ApiProperty(listOf(OwnRefund)) refunds!: OwnRefund[]
  @ApiProperty(orNull(instant)) expiresAt!: string | null
}
