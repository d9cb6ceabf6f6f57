import { ApiProperty } from '@nestjs/swagger'
import {
  billFilters,
  billKinds,
  billStates,
  entryKinds,
  funds,
  moneyLimits as limits,
  type BillFilter,
  type BillKind,
  type BillState,
  type EntryKind,
  type Fund,
} from '@yinuo/contracts'
import { Line, Matching, OneOf, Text, Uuid } from '../../../platform/http/fields.ts'
import { PageOf, PageQuery } from '../../../platform/http/page.dto.ts'
import { code, day, fen, id, instant, listOf, orNull, text, truth, whole } from '../../../platform/http/shapes.ts'

export const MonthField = (label: string, optional = false) =>
  Matching(/^(20|21)\d\d-(0[1-9]|1[0-2])$/, `请选择${label}（如 2026-03）。`, { optional })

export class BillQuery extends PageQuery {
  @OneOf(billFilters, 'BillFilter', '缴费情况', { optional: true }) state?: BillFilter
  @Uuid('收费项目', { optional: true }) chargeId?: string
  @Uuid('房屋', { optional: true }) unitId?: string
  @Uuid('楼栋', { optional: true }) buildingId?: string
  @Uuid('账单批次', { optional: true }) runId?: string
  @OneOf(billKinds, 'BillKind', '账单类型', { optional: true }) kind?: BillKind
  @MonthField('账期', true) month?: string
  @Line('搜索内容', { max: 60, optional: true }) query?: string
}

export class BillRow {
  @ApiProperty(id) id!: string
  @ApiProperty(id) unitId!: string
  @ApiProperty(text) unitLabel!: string
  @ApiProperty(id) chargeId!: string
  @ApiProperty(text) chargeName!: string
  @ApiProperty(code(funds, 'Fund')) fund!: Fund
  @ApiProperty(code(billKinds, 'BillKind')) kind!: BillKind
  @ApiProperty(day) periodFrom!: string
  @ApiProperty(day) periodTo!: string
  @ApiProperty(day) dueOn!: string
  @ApiProperty(fen) amountFen!: number
  @ApiProperty(fen) waivedFen!: number
  @ApiProperty(fen) paidFen!: number
  @ApiProperty(fen) owedFen!: number
  @ApiProperty(code(billStates, 'BillState')) state!: BillState
  @ApiProperty(truth) overdue!: boolean
  @ApiProperty(instant) createdAt!: string
}
export class BillPage extends PageOf(BillRow) {}

export class BillSum {
  @ApiProperty(whole) bills!: number
  @ApiProperty(fen) amountFen!: number
  @ApiProperty(fen) paidFen!: number
  @ApiProperty(fen) owedFen!: number
}

/** One line of how a bill is reckoned: 89.50 ㎡ × 2.85 元/㎡·月 × 1 个月. */
export class BillSentence {
  @ApiProperty(text) text!: string
  @ApiProperty({ ...orNull(fen), description: '单位：分；只作说明的一行为空' }) amountFen!: number | null
}

export class BillHappening {
  @ApiProperty(instant) at!: string
  @ApiProperty(code(entryKinds, 'EntryKind')) kind!: EntryKind
  @ApiProperty(text) text!: string
  @ApiProperty(text) byName!: string
  @ApiProperty({ ...fen, description: '单位：分；应收增加为正，收到为负' }) amountFen!: number
  @ApiProperty(orNull(id)) paymentId!: string | null
}

export class BillView extends BillRow {
  @ApiProperty(listOf(BillSentence)) madeOf!: BillSentence[]
  @ApiProperty(orNull(id)) runId!: string | null
  @ApiProperty(orNull(instant)) reversedAt!: string | null
  @ApiProperty(orNull(text)) reversedBecause!: string | null
  @ApiProperty(listOf(BillHappening)) history!: BillHappening[]
}

const paidInto = { balance: '转入预存' } as const

export class ReverseBill {
  @Text('原因', { max: limits.reason }) reason!: string
  /** where goes what was paid for it; left out, a bill with money on it is refused */
  @OneOf(paidInto, 'PaidInto', '已缴的钱', { optional: true }) paidInto?: 'balance'
}

export class StatementQuery {
  @MonthField('开始账期') from!: string
  @MonthField('结束账期') to!: string
}

export class UnitAccount {
  @ApiProperty(text) unitLabel!: string
  @ApiProperty(whole) owedBills!: number
  @ApiProperty(fen) owedFen!: number
  @ApiProperty(fen) overdueFen!: number
  @ApiProperty(fen) balanceFen!: number
}
