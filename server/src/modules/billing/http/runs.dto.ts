import { ApiProperty } from '@nestjs/swagger'
import {
  funds,
  leftOutReasons,
  moneyLimits as limits,
  runStates,
  type Fund,
  type LeftOutReason,
  type RunState,
} from '@yinuo/contracts'
import { Text, Uuids } from '../../../platform/http/fields.ts'
import { PageOf } from '../../../platform/http/page.dto.ts'
import { code, day, fen, id, instant, listOf, orNull, text, truth, whole } from '../../../platform/http/shapes.ts'
import { MonthField } from './bills.dto.ts'

export class RunWish {
  @MonthField('账期') month!: string
  @Uuids('收费项目', { min: 1, max: 50 }) chargeIds!: string[]
}

export class PreviewQuery {
  @MonthField('账期') month!: string
}

export class ReverseRun {
  @Text('原因', { max: limits.reason }) reason!: string
}

export class NotBilled {
  @ApiProperty(code(leftOutReasons, 'LeftOutReason')) reason!: LeftOutReason
  @ApiProperty(text) text!: string
  @ApiProperty(whole) count!: number
}

export class UnitNotBilled {
  @ApiProperty(text) unitLabel!: string
  @ApiProperty(text) text!: string
}

export class ChargePreview {
  @ApiProperty(id) chargeId!: string
  @ApiProperty(text) chargeName!: string
  @ApiProperty(code(funds, 'Fund')) fund!: Fund
  @ApiProperty(day) periodFrom!: string
  @ApiProperty(day) periodTo!: string
  @ApiProperty(whole) bills!: number
  @ApiProperty(fen) sumFen!: number
  /** what it was for the period before */
  @ApiProperty(whole) lastBills!: number
  @ApiProperty(fen) lastSumFen!: number
  @ApiProperty(listOf(NotBilled)) leftOut!: NotBilled[]
  @ApiProperty(listOf(UnitNotBilled)) examples!: UnitNotBilled[]
}

export class RunPreview {
  @ApiProperty(text) month!: string
  @ApiProperty(listOf(ChargePreview)) charges!: ChargePreview[]
  /** the months for which bills can be made */
  @ApiProperty(text) earliest!: string
  @ApiProperty(text) latest!: string
}

export class RunCharge {
  @ApiProperty(id) chargeId!: string
  @ApiProperty(text) chargeName!: string
  @ApiProperty(day) periodFrom!: string
  @ApiProperty(day) periodTo!: string
  /** how many units or spaces there are to look at */
  @ApiProperty(whole) expected!: number
  @ApiProperty(whole) bills!: number
  @ApiProperty(fen) sumFen!: number
  @ApiProperty(truth) done!: boolean
}

export class BillRunView {
  @ApiProperty(id) id!: string
  @ApiProperty(text) month!: string
  @ApiProperty(code(runStates, 'RunState')) state!: RunState
  @ApiProperty(text) startedByName!: string
  @ApiProperty(instant) startedAt!: string
  @ApiProperty(orNull(instant)) finishedAt!: string | null
  @ApiProperty(orNull(text)) trouble!: string | null
  @ApiProperty(orNull(instant)) reversedAt!: string | null
  @ApiProperty(orNull(text)) reversedBecause!: string | null
  @ApiProperty(whole) bills!: number
  @ApiProperty(fen) sumFen!: number
  @ApiProperty(listOf(RunCharge)) charges!: RunCharge[]
  @ApiProperty(whole) version!: number
}
export class BillRunPage extends PageOf(BillRunView) {}
