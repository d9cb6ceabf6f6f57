import { ApiProperty } from '@nestjs/swagger'
import { moneyLimits as limits, shareKeys, type ShareKey } from '@yinuo/contracts'
import { FileView } from '../../../platform/files/file.dto.ts'
import { Line, OneOf, Uuid, Uuids, Version, Whole } from '../../../platform/http/fields.ts'
import { PageOf } from '../../../platform/http/page.dto.ts'
import { code, day, fen, id, listOf, text, whole } from '../../../platform/http/shapes.ts'
import { MonthField } from './bills.dto.ts'

export class SharedCostDraft {
  @Uuid('分摊项目') chargeId!: string
  @MonthField('账期') month!: string
  @Whole('费用（分）', { min: 1, max: limits.amountFen }) amountFen!: number
  @OneOf(shareKeys, 'ShareKey', '分摊方式') shareKey!: ShareKey
  @Line('费用说明', { max: limits.text }) text!: string
  @Uuids('凭证照片', { max: 9 }) fileIds!: string[]
}

export class SeenSharedCost {
  @Version() version!: number
}

export class SharedCostView {
  @ApiProperty(id) id!: string
  @ApiProperty(id) chargeId!: string
  @ApiProperty(text) chargeName!: string
  @ApiProperty(day) periodFrom!: string
  @ApiProperty(fen) amountFen!: number
  @ApiProperty(code(shareKeys, 'ShareKey')) shareKey!: ShareKey
  @ApiProperty(text) text!: string
  @ApiProperty(listOf(FileView)) files!: FileView[]
  /** bills made of it */
  @ApiProperty(whole) bills!: number
  @ApiProperty(text) enteredByName!: string
  @ApiProperty(whole) version!: number
}
export class SharedCostPage extends PageOf(SharedCostView) {}

export class WithdrawnSharedCost {
  @ApiProperty(id) id!: string
}
