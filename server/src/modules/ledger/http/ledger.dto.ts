import { ApiProperty } from '@nestjs/swagger'
import {
  adjustableAccounts,
  bookLimits,
  closingActions,
  closingChecks,
  entryKinds,
  funds,
  ledgerAccounts,
  ledgerSides,
  moneyLimits,
  publishedSides,
  transferAccounts,
  voucherKinds,
  type AdjustableAccount,
  type ClosingAction,
  type ClosingCheckCode,
  type EntryKind,
  type Fund,
  type LedgerAccount,
  type LedgerSide,
  type PublishedSide,
  type TransferAccount,
  type VoucherKind,
} from '@yinuo/contracts'
import { FileView } from '../../../platform/files/file.dto.ts'
import { Amount, Day, Line, Month, NestedList, OneOf, Text, Uuids } from '../../../platform/http/fields.ts'
import { PageOf, PageQuery } from '../../../platform/http/page.dto.ts'
import { code, day, fen, id, instant, listOf, one, orNull, text, truth, whole } from '../../../platform/http/shapes.ts'

const fund = code(funds, 'Fund')
const account = code(ledgerAccounts, 'LedgerAccount')
const side = code(ledgerSides, 'LedgerSide')
const kind = code(entryKinds, 'EntryKind')

export class LedgerQuery extends PageQuery {
  @Line('搜索的内容', { max: 40, optional: true }) query?: string
  @OneOf(ledgerAccounts, 'LedgerAccount', '科目', { optional: true }) account?: LedgerAccount
  @OneOf(funds, 'Fund', '资金类别', { optional: true }) fund?: Fund
  @OneOf(entryKinds, 'EntryKind', '业务类型', { optional: true }) kind?: EntryKind
  @Day('起始日', { optional: true }) from?: string
  @Day('截止日', { optional: true }) to?: string
}

export class LedgerEntryRow {
  @ApiProperty(id) id!: string
  @ApiProperty(day) bookedOn!: string
  @ApiProperty(kind) kind!: EntryKind
  @ApiProperty(text) text!: string
  @ApiProperty(fen) amountFen!: number
  @ApiProperty({ ...fund, isArray: true }) funds!: Fund[]
  @ApiProperty(whole) vouchers!: number
  @ApiProperty(text) postedByName!: string
  @ApiProperty(instant) postedAt!: string
  /** the entry it reverses, and the one that reverses it */
  @ApiProperty(orNull(id)) reverses!: string | null
  @ApiProperty(orNull(id)) reversedBy!: string | null
}
export class LedgerEntryPage extends PageOf(LedgerEntryRow) {}

export class LedgerLine {
  @ApiProperty(account) account!: LedgerAccount
  @ApiProperty(side) side!: LedgerSide
  @ApiProperty(fen) amountFen!: number
  @ApiProperty(orNull(fund)) fund!: Fund | null
  @ApiProperty(orNull(text)) category!: string | null
  @ApiProperty(text) text!: string
  @ApiProperty(orNull(text)) unitLabel!: string | null
  @ApiProperty(orNull(code(publishedSides, 'PublishedSide'))) publishedAs!: PublishedSide | null
}

export class Voucher {
  @ApiProperty(code(voucherKinds, 'VoucherKind')) kind!: VoucherKind
  @ApiProperty(id) id!: string
  /** the title of a document, the number of a case */
  @ApiProperty(text) label!: string
  @ApiProperty(orNull(one(FileView))) file!: FileView | null
}

export class LedgerEntryView extends LedgerEntryRow {
  @ApiProperty(listOf(LedgerLine)) lines!: LedgerLine[]
  @ApiProperty(listOf(Voucher)) papers!: Voucher[]
}

/** The vouchers somebody lays down, by their ids. */
export class VoucherIds {
  @Uuids('照片', { max: bookLimits.vouchers }) fileIds!: string[]
  @Uuids('文件', { max: bookLimits.vouchers }) documentIds!: string[]
  @Uuids('工单', { max: bookLimits.vouchers }) caseIds!: string[]
}

export class NewTransfer extends VoucherIds {
  @OneOf(transferAccounts, 'TransferAccount', '转出') from!: TransferAccount
  @OneOf(transferAccounts, 'TransferAccount', '转入') to!: TransferAccount
  @Amount('金额') amountFen!: number
  @Day('日期') bookedOn!: string
  @Text('摘要', { max: moneyLimits.text }) text!: string
}

export class AdjustedLine {
  @OneOf(adjustableAccounts, 'AdjustableAccount', '科目') account!: AdjustableAccount
  @OneOf(ledgerSides, 'LedgerSide', '借贷方向') side!: LedgerSide
  @Amount('金额') amountFen!: number
  @OneOf(funds, 'Fund', '资金类别', { optional: true }) fund?: Fund
  @Line('项目', { max: 40, optional: true }) category?: string
}

export class NewAdjustment extends VoucherIds {
  @NestedList(() => AdjustedLine, '分录', { min: 2, max: bookLimits.linesByHand }) lines!: AdjustedLine[]
  @Day('日期') bookedOn!: string
  @Text('摘要', { max: moneyLimits.text }) text!: string
}

export class ReversedEntry {
  @Text('冲销原因', { max: moneyLimits.reason }) reason!: string
}

export class TrialBalanceQuery {
  @Month('月份') month!: string
  @OneOf(funds, 'Fund', '资金类别', { optional: true }) fund?: Fund
}

export class TrialBalanceRow {
  @ApiProperty(account) account!: LedgerAccount
  @ApiProperty(fen) openingFen!: number
  @ApiProperty(fen) debitFen!: number
  @ApiProperty(fen) creditFen!: number
  @ApiProperty(fen) closingFen!: number
}

export class TrialBalance {
  @ApiProperty(text) month!: string
  @ApiProperty(listOf(TrialBalanceRow)) accounts!: TrialBalanceRow[]
  @ApiProperty(fen) debitFen!: number
  @ApiProperty(fen) creditFen!: number
}

export class LedgerClosing {
  @ApiProperty(code(closingActions, 'ClosingAction')) what!: ClosingAction
  @ApiProperty(text) byName!: string
  @ApiProperty(instant) at!: string
  @ApiProperty(text) reason!: string
}

export class LedgerMonth {
  @ApiProperty(text) month!: string
  @ApiProperty(fen) movedFen!: number
  @ApiProperty(fen) receivedFen!: number
  @ApiProperty(fen) spentFen!: number
  @ApiProperty(truth) closed!: boolean
  @ApiProperty(orNull(one(LedgerClosing))) last!: LedgerClosing | null
}

export class LedgerMonths {
  /** the month that can be closed now */
  @ApiProperty(orNull(text)) next!: string | null
  @ApiProperty(listOf(LedgerMonth)) months!: LedgerMonth[]
}

export class AccountSheetQuery extends PageQuery {
  @OneOf(ledgerAccounts, 'LedgerAccount', '科目') account!: LedgerAccount
  @Month('月份') month!: string
  @OneOf(funds, 'Fund', '资金类别', { optional: true }) fund?: Fund
}

export class AccountSheetLine {
  @ApiProperty(id) entryId!: string
  @ApiProperty(whole) line!: number
  @ApiProperty(day) bookedOn!: string
  @ApiProperty(kind) kind!: EntryKind
  @ApiProperty(side) side!: LedgerSide
  @ApiProperty(fen) amountFen!: number
  @ApiProperty(orNull(fund)) fund!: Fund | null
  @ApiProperty(orNull(text)) category!: string | null
  @ApiProperty(text) text!: string
  /** what the account holds after it, seen from its usual side */
  @ApiProperty(fen) balanceFen!: number
}

export class AccountSheet extends PageOf(AccountSheetLine) {
  @ApiProperty(fen) openingFen!: number
}

export class ClosingQuery {
  @Month('月份') month!: string
}

export class ClosingCheck {
  @ApiProperty(code(closingChecks, 'ClosingCheckCode')) check!: ClosingCheckCode
  @ApiProperty(whole) count!: number
  /** the month cannot be closed before these are settled */
  @ApiProperty(truth) blocks!: boolean
}

export class ClosingChecks {
  @ApiProperty(text) month!: string
  @ApiProperty(listOf(ClosingCheck)) checks!: ClosingCheck[]
}

export class ClosedMonth {
  @Month('月份') month!: string
}

export class ReopenedMonth {
  @Month('月份') month!: string
  @Text('反结账原因', { max: moneyLimits.reason }) reason!: string
}
