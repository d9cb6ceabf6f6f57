import { ApiProperty } from '@nestjs/swagger'
import {
  fundRecordAccounts,
  fundRecordSides,
  fundRecordStates,
  funds,
  moneyLimits,
  type Fund,
  type FundRecordAccount,
  type FundRecordSide,
  type FundRecordState,
} from '@yinuo/contracts'
import { Amount, Day, Line, OneOf, Switch, Text, Token, Uuid, Version, Whole, YesNo } from '../../../platform/http/fields.ts'
import { PageOf, PageQuery } from '../../../platform/http/page.dto.ts'
import { code, day, fen, id, instant, listOf, orNull, text, truth, whole } from '../../../platform/http/shapes.ts'
import { Voucher, VoucherIdsBody } from '../../ledger/index.ts'

const fund = code(funds, 'Fund')

export class FundRecordQuery extends PageQuery {
  @Line('搜索的内容', { max: 40, optional: true }) query?: string
  @OneOf(fundRecordSides, 'FundRecordSide', '收支', { optional: true }) side?: FundRecordSide
  @OneOf(funds, 'Fund', '资金类别', { optional: true }) fund?: Fund
  @Token('项目', { max: 40, optional: true }) category?: string
  @Uuid('供应商', { optional: true }) supplierId?: string
  @OneOf(fundRecordStates, 'FundRecordState', '状态', { optional: true }) state?: FundRecordState
  @Day('起始日', { optional: true }) from?: string
  @Day('截止日', { optional: true }) to?: string
}

export class FundRecordRow {
  @ApiProperty(id) id!: string
  @ApiProperty(code(fundRecordSides, 'FundRecordSide')) side!: FundRecordSide
  @ApiProperty(fund) fund!: Fund
  /** a category of spending or of income */
  @ApiProperty(text) category!: string
  @ApiProperty(fen) amountFen!: number
  @ApiProperty(day) happenedOn!: string
  @ApiProperty(code(fundRecordAccounts, 'FundRecordAccount')) account!: FundRecordAccount
  @ApiProperty(orNull(id)) supplierId!: string | null
  @ApiProperty(orNull(text)) supplierName!: string | null
  @ApiProperty(text) reference!: string
  @ApiProperty(text) text!: string
  @ApiProperty(code(fundRecordStates, 'FundRecordState')) state!: FundRecordState
  @ApiProperty(id) enteredBy!: string
  @ApiProperty(text) enteredByName!: string
  @ApiProperty(instant) enteredAt!: string
  @ApiProperty(orNull(text)) decidedByName!: string | null
  /** why it was refused or reversed */
  @ApiProperty(orNull(text)) because!: string | null
  @ApiProperty(orNull(id)) entryId!: string | null
  @ApiProperty(whole) vouchers!: number
  @ApiProperty(whole) version!: number
}
export class FundRecordPage extends PageOf(FundRecordRow) {}

export class FundRecordView extends FundRecordRow {
  @ApiProperty(listOf(Voucher)) papers!: Voucher[]
}

export class NewFundRecord extends VoucherIdsBody {
  @OneOf(fundRecordSides, 'FundRecordSide', '收支') side!: FundRecordSide
  @OneOf(funds, 'Fund', '资金类别') fund!: Fund
  @Token('项目', { max: 40 }) category!: string
  @Amount('金额') amountFen!: number
  @Day('日期') happenedOn!: string
  @OneOf(fundRecordAccounts, 'FundRecordAccount', '收付方式') account!: FundRecordAccount
  @Uuid('供应商', { optional: true }) supplierId?: string
  @Line('票据号', { max: moneyLimits.reference, optional: true }) reference?: string
  @Text('摘要', { max: moneyLimits.text }) text!: string
}

export class SeenFundRecord {
  @Version() version!: number
}

export class ReasonedFundRecord extends SeenFundRecord {
  @Text('原因', { max: moneyLimits.reason }) reason!: string
}

export class FundRecordRules {
  @ApiProperty(fen) approveAboveFen!: number
  @ApiProperty(whole) waiting!: number
}

export class SetFundRecordRules {
  @Whole('审批限额（分）', { min: 0, max: moneyLimits.amountFen }) approveAboveFen!: number
}

export class FundSumsQuery {
  @Day('起始日') from!: string
  @Day('截止日') to!: string
  @OneOf(funds, 'Fund', '资金类别', { optional: true }) fund?: Fund
}

export class FundMonth {
  @ApiProperty(text) month!: string
  @ApiProperty(fund) fund!: Fund
  /** less what was refunded */
  @ApiProperty(fen) receivedFen!: number
  @ApiProperty(fen) spentFen!: number
}

export class CategorySum {
  @ApiProperty(text) category!: string
  @ApiProperty(fen) receivedFen!: number
  @ApiProperty(fen) spentFen!: number
}

export class FundSums {
  @ApiProperty(listOf(FundMonth)) months!: FundMonth[]
  @ApiProperty(listOf(CategorySum)) categories!: CategorySum[]
}

export class SupplierQuery extends PageQuery {
  @Line('搜索的内容', { max: 40, optional: true }) query?: string
  /** with those that are no longer used */
  @Switch('包含停用') stopped?: boolean
}

export class SupplierRow {
  @ApiProperty(id) id!: string
  @ApiProperty(text) name!: string
  @ApiProperty(text) contact!: string
  @ApiProperty(text) phone!: string
  @ApiProperty(text) taxNumber!: string
  @ApiProperty(text) note!: string
  @ApiProperty(truth) stopped!: boolean
  @ApiProperty(whole) version!: number
}
export class SupplierPage extends PageOf(SupplierRow) {}

export class NewSupplier {
  @Line('名称', { max: 60 }) name!: string
  @Line('联系人', { max: 30, optional: true }) contact?: string
  @Line('电话', { max: 30, optional: true }) phone?: string
  @Line('税号', { max: 30, optional: true }) taxNumber?: string
  @Text('备注', { max: moneyLimits.text, optional: true }) note?: string
}

export class EditedSupplier extends NewSupplier {
  @YesNo('停用') stopped!: boolean
  @Version() version!: number
}
