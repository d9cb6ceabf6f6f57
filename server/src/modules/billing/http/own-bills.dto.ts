import { ApiProperty } from '@nestjs/swagger'
import { ownBillStates, type OwnBillState } from '@yinuo/contracts'
import { OneOf, Uuid } from '../../../platform/http/fields.ts'
import { PageOf, PageQuery } from '../../../platform/http/page.dto.ts'
import { fen, id, listOf, text, truth, whole } from '../../../platform/http/shapes.ts'
import { BillRow, BillSentence } from './bills.dto.ts'

export class OwnBillsQuery extends PageQuery {
  @OneOf(ownBillStates, 'OwnBillState', '缴费情况', { optional: true }) state?: OwnBillState
  @Uuid('房屋', { optional: true }) unitId?: string
}

export class OwnBill extends BillRow {
  @ApiProperty(id) communityId!: string
  @ApiProperty(text) communityName!: string
  @ApiProperty(listOf(BillSentence)) madeOf!: BillSentence[]
  /** taken back by the office: there is nothing to pay */
  @ApiProperty(truth) reversed!: boolean
}
export class OwnBillPage extends PageOf(OwnBill) {}

export class OwnBillAccount {
  @ApiProperty(id) communityId!: string
  @ApiProperty(text) communityName!: string
  @ApiProperty(id) unitId!: string
  @ApiProperty(text) unitLabel!: string
  @ApiProperty(whole) owedBills!: number
  @ApiProperty(fen) owedFen!: number
  @ApiProperty(fen) overdueFen!: number
  /** what was paid ahead and is not used yet */
  @ApiProperty(fen) balanceFen!: number
}
