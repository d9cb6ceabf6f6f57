import { ApiProperty } from '@nestjs/swagger'
import { moneyLimits } from '@yinuo/contracts'
import { Text } from '../../../platform/http/fields.ts'
import { PageOf } from '../../../platform/http/page.dto.ts'
import { fen, id, instant, listOf, orNull, text, whole } from '../../../platform/http/shapes.ts'

export class FundImportFault {
  @ApiProperty(whole) row!: number
  @ApiProperty(orNull(text)) column!: string | null
  @ApiProperty(text) content!: string
  @ApiProperty(text) reason!: string
}

export class FundImportCheck {
  @ApiProperty(whole) rows!: number
  /** rows that would be entered */
  @ApiProperty(whole) fresh!: number
  /** rows that stand in the register already */
  @ApiProperty(whole) known!: number
  /** of the new ones, those a second person has to approve */
  @ApiProperty(whole) waiting!: number
  @ApiProperty(fen) spendingFen!: number
  @ApiProperty(fen) incomeFen!: number
  @ApiProperty(listOf(FundImportFault)) faults!: FundImportFault[]
  /** what was passed over in reading */
  @ApiProperty(listOf(text)) notes!: string[]
}

export class FundImportDone {
  /** null: everything stood in the register already */
  @ApiProperty(orNull(id)) id!: string | null
  @ApiProperty(whole) entered!: number
  @ApiProperty(whole) known!: number
  @ApiProperty(whole) waiting!: number
}

export class FundImportRow {
  @ApiProperty(id) id!: string
  @ApiProperty(text) fileName!: string
  @ApiProperty(whole) entered!: number
  @ApiProperty(whole) known!: number
  @ApiProperty(text) enteredByName!: string
  @ApiProperty(instant) enteredAt!: string
  @ApiProperty(orNull(text)) undoneByName!: string | null
  @ApiProperty(orNull(text)) undoneBecause!: string | null
  @ApiProperty(orNull(instant)) undoneAt!: string | null
}
export class FundImportPage extends PageOf(FundImportRow) {}

export class UndoneFundImport {
  @Text('原因', { max: moneyLimits.reason }) reason!: string
}
