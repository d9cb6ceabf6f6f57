import { ApiProperty } from '@nestjs/swagger'
import {
  counterLimits,
  counterWays,
  dayEndStates,
  denominations,
  moneyLimits as limits,
  paymentWays,
  receiptPapers,
  receiptStandings,
  type CounterWay,
  type DayEndState,
  type PaymentWay,
  type ReceiptPaper,
  type ReceiptStanding,
} from '@yinuo/contracts'
import {
  Amount,
  Day,
  Line,
  Matching,
  NestedList,
  OneOf,
  Text,
  Token,
  Uuid,
  Version,
  Whole,
} from '../../../platform/http/fields.ts'
import { PageOf, PageQuery } from '../../../platform/http/page.dto.ts'
import { code, day, fen, id, instant, listOf, one, orNull, text, truth, whole } from '../../../platform/http/shapes.ts'
import { ReceiptText } from '../../payments/index.ts'

const ways = Object.fromEntries(counterWays.map((way) => [way, paymentWays[way]])) as Record<CounterWay, string>
const counterWay = code(ways, 'CounterWay')

export class CounterBill {
  @ApiProperty(id) id!: string
  @ApiProperty(text) chargeName!: string
  @ApiProperty(day) periodFrom!: string
  @ApiProperty(day) periodTo!: string
  @ApiProperty(day) dueOn!: string
  @ApiProperty(fen) owedFen!: number
  @ApiProperty(truth) overdue!: boolean
  /** the order by WeChat that holds it; closed or waited for before it is paid here */
  @ApiProperty(orNull(id)) heldBy!: string | null
  @ApiProperty(orNull(instant)) heldUntil!: string | null
}

export class CounterDesk {
  @ApiProperty(id) unitId!: string
  @ApiProperty(text) unitLabel!: string
  @ApiProperty(fen) balanceFen!: number
  /** who paid last, to begin with */
  @ApiProperty(text) lastPayerName!: string
  @ApiProperty(listOf(CounterBill)) bills!: CounterBill[]
}

export class CounterPart {
  @Uuid('账单') billId!: string
  @Amount('缴费金额') amountFen!: number
}

export class TakeMoney {
  @Uuid('房屋') unitId!: string
  @OneOf(ways, 'CounterWay', '收款方式') way!: CounterWay
  @NestedList(() => CounterPart, '账单', { max: limits.billsAtOnce }) parts!: CounterPart[]
  @Whole('预存金额（分）', { min: 0, max: limits.amountFen }) aheadFen!: number
  @Line('缴款人', { max: counterLimits.payer }) payerName!: string
  @Line('流水号或小票号', { max: limits.reference, optional: true }) reference?: string
  /** cash that was handed over; the change is told */
  @Whole('实收现金（分）', { min: 1, max: limits.amountFen, optional: true }) handedFen?: number
}

export class TakenMoney {
  @ApiProperty(id) paymentId!: string
  @ApiProperty(id) receiptId!: string
  @ApiProperty(whole) receiptNumber!: number
  @ApiProperty(fen) amountFen!: number
  @ApiProperty(fen) changeFen!: number
}

export class ReceiptQuery extends PageQuery {
  @OneOf(receiptStandings, 'ReceiptStanding', '状态', { optional: true }) state?: ReceiptStanding
  @Day('开始日期', { optional: true }) from?: string
  @Day('结束日期', { optional: true }) to?: string
  @Line('搜索内容', { max: 64, optional: true }) query?: string
}

export class ReceiptRow {
  @ApiProperty(id) id!: string
  @ApiProperty(whole) number!: number
  @ApiProperty(id) paymentId!: string
  @ApiProperty(id) unitId!: string
  @ApiProperty(text) unitLabel!: string
  @ApiProperty(code(paymentWays, 'PaymentWay')) way!: PaymentWay
  @ApiProperty(fen) amountFen!: number
  @ApiProperty(text) payerName!: string
  @ApiProperty(instant) issuedAt!: string
  @ApiProperty(text) issuedByName!: string
  /** papers that went out */
  @ApiProperty(whole) prints!: number
  @ApiProperty(orNull(instant)) voidedAt!: string | null
  @ApiProperty(orNull(text)) voidedBecause!: string | null
  @ApiProperty(orNull(text)) voidedByName!: string | null
}
export class ReceiptPage extends PageOf(ReceiptRow) {}

export class ReceiptView extends ReceiptRow {
  @ApiProperty(one(ReceiptText)) content!: ReceiptText
}

export class ReceiptSheetQuery {
  @OneOf(receiptPapers, 'ReceiptPaper', '纸张') paper!: ReceiptPaper
}

export class VoidReceipt {
  @Text('作废原因', { max: limits.reason }) because!: string
  /** how the payer is called on the next one */
  @Line('缴款人', { max: counterLimits.payer, optional: true }) payerName?: string
}

export class ReceiptLink {
  @ApiProperty(text) url!: string
  @ApiProperty(instant) expiresAt!: string
}

export class ReceiptContentQuery {
  @Uuid('小区') community!: string
  @Uuid('会话') session!: string
  @Matching(/^\d{1,11}$/, '链接不完整，请返回后重新打开。') expires!: string
  @Token('签名', { max: 100 }) signature!: string
}

export class WaySum {
  @ApiProperty(counterWay) way!: CounterWay
  @ApiProperty(whole) taken!: number
  @ApiProperty(fen) takenFen!: number
  @ApiProperty(whole) refunded!: number
  @ApiProperty(fen) refundedFen!: number
}

export class Till {
  @ApiProperty(day) day!: string
  /** the caller's day has ended; what comes now falls into the next */
  @ApiProperty(truth) isDone!: boolean
  @ApiProperty(fen) openingFen!: number
  @ApiProperty(listOf(WaySum)) sums!: WaySum[]
  @ApiProperty(fen) expectedFen!: number
}

export class PiecesCounted {
  @Whole('面额（分）', { min: denominations.at(-1)!, max: denominations[0] }) fen!: number
  @Whole('张数', { min: 0, max: counterLimits.pieces }) pieces!: number
}

export class CloseDay {
  @NestedList(() => PiecesCounted, '清点的现金', { max: denominations.length }) counted!: PiecesCounted[]
  /** what ought to be there, as it was seen when counting */
  @Whole('应有现金（分）', { min: -limits.amountFen, max: limits.amountFen }) expectedFen!: number
  @Text('差额原因', { max: limits.text, optional: true }) because?: string
  @Whole('存入银行（分）', { min: 0, max: limits.amountFen }) depositedFen!: number
  @Line('缴款单号', { max: limits.reference, optional: true }) depositSlip?: string
  @Whole('移交现金（分）', { min: 0, max: limits.amountFen }) handedOverFen!: number
}

export class DayEndQuery extends PageQuery {
  @OneOf(dayEndStates, 'DayEndState', '状态', { optional: true }) state?: DayEndState
  @Day('开始日期', { optional: true }) from?: string
  @Day('结束日期', { optional: true }) to?: string
}

export class DayEndRow {
  @ApiProperty(id) id!: string
  @ApiProperty(text) cashierName!: string
  @ApiProperty(truth) mine!: boolean
  @ApiProperty(day) day!: string
  @ApiProperty(code(dayEndStates, 'DayEndState')) state!: DayEndState
  @ApiProperty(listOf(WaySum)) sums!: WaySum[]
  @ApiProperty(fen) openingFen!: number
  @ApiProperty(fen) expectedFen!: number
  @ApiProperty(fen) countedFen!: number
  @ApiProperty(text) because!: string
  @ApiProperty(fen) depositedFen!: number
  @ApiProperty(text) depositSlip!: string
  @ApiProperty(fen) handedOverFen!: number
  @ApiProperty(instant) closedAt!: string
  @ApiProperty(orNull(text)) decidedByName!: string | null
  @ApiProperty(orNull(instant)) decidedAt!: string | null
  @ApiProperty(orNull(text)) returnedBecause!: string | null
  @ApiProperty(whole) version!: number
}
export class DayEndPage extends PageOf(DayEndRow) {}

export class DayEndEntry {
  @ApiProperty(code({ payment: '收款', refund: '退款' }, 'DayEndEntryKind')) kind!: 'payment' | 'refund'
  @ApiProperty(id) sourceId!: string
  @ApiProperty(text) unitLabel!: string
  @ApiProperty(counterWay) way!: CounterWay
  @ApiProperty(fen) amountFen!: number
  @ApiProperty(orNull(whole)) receiptNumber!: number | null
  @ApiProperty(instant) at!: string
}

export class CountedPieces {
  @ApiProperty(fen) fen!: number
  @ApiProperty(whole) pieces!: number
}

export class DayEndView extends DayEndRow {
  @ApiProperty(listOf(CountedPieces)) counted!: CountedPieces[]
  @ApiProperty(listOf(DayEndEntry)) entries!: DayEndEntry[]
}

export class SeenDayEnd {
  @Version() version!: number
}

export class ReturnDayEnd extends SeenDayEnd {
  @Text('退回原因', { max: limits.reason }) because!: string
}
