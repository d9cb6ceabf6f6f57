import { ApiProperty } from '@nestjs/swagger'
import { receiptStates, residencyRoles, type ReceiptState, type ResidencyRole } from '@yinuo/contracts'
import { OneOf, Uuid } from '../../../platform/http/fields.ts'
import { PageOf, PageQuery } from '../../../platform/http/page.dto.ts'
import { code, id, instant, orNull, text, whole } from '../../../platform/http/shapes.ts'

export class ReceiptQuery extends PageQuery {
  @OneOf(receiptStates, 'ReceiptState', '阅读情况', { optional: true }) state?: ReceiptState
  @Uuid('楼栋', { optional: true }) buildingId?: string
}

/** The same as a workbook asks for it. */
export class ReceiptExportQuery extends ReceiptQuery {
  @Uuid('公告') noticeId!: string
}

export class ReceiptNumbersQuery {
  @Uuid('楼栋', { optional: true }) buildingId?: string
}

export class NoticeReceipt {
  @ApiProperty(id) id!: string
  @ApiProperty(text) name!: string
  @ApiProperty(text) unitLabel!: string
  @ApiProperty(code(residencyRoles, 'ResidencyRole')) role!: ResidencyRole
  @ApiProperty(code(receiptStates, 'ReceiptState')) state!: ReceiptState
  /** to the minute: no closer than somebody needs to know */
  @ApiProperty(orNull(instant)) readAt!: string | null
}
export class NoticeReceiptPage extends PageOf(NoticeReceipt) {}

export class ReceiptNumbers {
  @ApiProperty(whole) people!: number
  @ApiProperty(whole) read!: number
  @ApiProperty(whole) unread!: number
  @ApiProperty(whole) unreachable!: number
}
