import { ApiProperty } from '@nestjs/swagger'
import {
  differenceKinds,
  differenceStates,
  funds,
  overpaymentStates,
  paymentStates,
  reconciliationLimits as limits,
  refundStates,
  statementStates,
  type DifferenceKind,
  type DifferenceState,
  type Fund,
  type OverpaymentState,
  type PaymentState,
  type RefundState,
  type StatementState,
} from '@yinuo/contracts'
import { Day, Line, OneOf, Text, Version } from '../../../platform/http/fields.ts'
import { PageOf, PageQuery } from '../../../platform/http/page.dto.ts'
import { code, day, fen, id, instant, orNull, text, truth, whole } from '../../../platform/http/shapes.ts'

export class StatementQuery extends PageQuery {
  @Day('开始日期', { optional: true }) from?: string
  @Day('结束日期', { optional: true }) to?: string
}

export class StatementRow {
  @ApiProperty(id) id!: string
  /** the merchant's number at WeChat, below a service provider with the provider's before it */
  @ApiProperty(text) account!: string
  @ApiProperty(day) day!: string
  @ApiProperty(code(statementStates, 'StatementState')) state!: StatementState
  /** should have been checked by now */
  @ApiProperty(truth) late!: boolean
  @ApiProperty(orNull(text)) trouble!: string | null
  @ApiProperty(whole) paidCount!: number
  @ApiProperty(fen) paidFen!: number
  @ApiProperty(whole) refundCount!: number
  @ApiProperty(fen) refundFen!: number
  @ApiProperty(fen) feeFen!: number
  @ApiProperty(whole) ourPaidCount!: number
  @ApiProperty(fen) ourPaidFen!: number
  @ApiProperty(whole) ourRefundCount!: number
  @ApiProperty(fen) ourRefundFen!: number
  /** by the account's own bill; null where there is none for us */
  @ApiProperty(orNull(fen)) flowInFen!: number | null
  @ApiProperty(orNull(fen)) flowOutFen!: number | null
  @ApiProperty(orNull(fen)) flowFeeFen!: number | null
  @ApiProperty(whole) differences!: number
  @ApiProperty(whole) openDifferences!: number
  /** the fees of this community's payments, as far as they are spending */
  @ApiProperty(orNull(fen)) ownFeeFen!: number | null
  @ApiProperty(truth) feeEntered!: boolean
  @ApiProperty(orNull(instant)) checkedAt!: string | null
}
export class StatementPage extends PageOf(StatementRow) {}

export class CheckDay {
  @Day('对账日期') day!: string
}

export class EnterFee {
  @OneOf(funds, 'Fund', '资金类别') fund!: Fund
}

export class DifferenceQuery extends PageQuery {
  @OneOf(differenceStates, 'DifferenceState', '处理状态', { optional: true }) state?: DifferenceState
  @OneOf(differenceKinds, 'DifferenceKind', '差异类型', { optional: true }) kind?: DifferenceKind
  @Day('对账日期', { optional: true }) day?: string
  @Line('搜索内容', { max: 64, optional: true }) query?: string
}

export class DifferenceRow {
  @ApiProperty(id) id!: string
  @ApiProperty(id) statementId!: string
  @ApiProperty(text) account!: string
  /** of which bill */
  @ApiProperty(day) day!: string
  @ApiProperty(code(differenceKinds, 'DifferenceKind')) kind!: DifferenceKind
  /** our number of it, as WeChat has it */
  @ApiProperty(text) number!: string
  @ApiProperty(orNull(text)) wechatNumber!: string | null
  @ApiProperty(orNull(fen)) billFen!: number | null
  @ApiProperty(orNull(fen)) ourFen!: number | null
  @ApiProperty(instant) happenedAt!: string
  @ApiProperty(orNull(id)) paymentId!: string | null
  @ApiProperty(orNull(code(paymentStates, 'PaymentState'))) paymentState!: PaymentState | null
  @ApiProperty(orNull(text)) unitLabel!: string | null
  @ApiProperty(orNull(id)) refundId!: string | null
  @ApiProperty(orNull(code(refundStates, 'RefundState'))) refundState!: RefundState | null
  /** what of the payment was too much */
  @ApiProperty(orNull(id)) overpaymentId!: string | null
  @ApiProperty(orNull(fen)) overpaymentFen!: number | null
  @ApiProperty(orNull(code(overpaymentStates, 'OverpaymentState'))) overpaymentState!: OverpaymentState | null
  @ApiProperty(orNull(whole)) overpaymentVersion!: number | null
  @ApiProperty(code(differenceStates, 'DifferenceState')) state!: DifferenceState
  @ApiProperty(orNull(text)) reason!: string | null
  @ApiProperty(orNull(text)) settledByName!: string | null
  @ApiProperty(orNull(instant)) settledAt!: string | null
  @ApiProperty(whole) version!: number
}
export class DifferencePage extends PageOf(DifferenceRow) {}

export class SettleDifference {
  @Version() version!: number
}

export class ExplainDifference {
  @Version() version!: number
  @Text('说明', { max: limits.reason }) reason!: string
}

export class ReconciliationNumbers {
  /** differences nobody has settled or explained */
  @ApiProperty(whole) open!: number
  /** days whose bill should have been checked by now, or is refused */
  @ApiProperty(whole) late!: number
}
