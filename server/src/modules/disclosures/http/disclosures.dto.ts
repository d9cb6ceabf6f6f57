import { ApiProperty } from '@nestjs/swagger'
import {
  chargeCycles,
  checklistNames,
  disclosureFindings,
  disclosureLimits,
  disclosureStates,
  funds,
  periodStates,
  publishedSides,
  type ChargeCycle,
  type ChecklistCode,
  type DisclosureFinding,
  type DisclosureState,
  type Fund,
  type PeriodState,
  type PublishedSide,
} from '@yinuo/contracts'
import { FileView } from '../../../platform/files/file.dto.ts'
import { Day, Line, NestedList, OneOf, Switch, Text, Uuid, Uuids, Version, Whole } from '../../../platform/http/fields.ts'
import { PageOf, PageQuery } from '../../../platform/http/page.dto.ts'
import { code, day, fen, id, instant, listOf, one, optional, orNull, text, truth, whole } from '../../../platform/http/shapes.ts'

const fund = code(funds, 'Fund')
const side = code(publishedSides, 'PublishedSide')
const state = code(disclosureStates, 'DisclosureState')
const checklist = code(checklistNames, 'ChecklistCode')
const cycle = code(chargeCycles, 'ChargeCycle')

// ── what is sent ─────────────────────────────────────────────────────────────
export class DisclosurePlanWish {
  @OneOf(funds, 'Fund', '资金') fund!: Fund
  @OneOf(chargeCycles, 'ChargeCycle', '周期') cycle!: ChargeCycle
  @Whole('期末后几天内发布', { min: 1, max: disclosureLimits.dueAfterDays }) dueAfterDays!: number
  @Day('从哪天开始') since!: string
}

export class DisclosureCalendarWish {
  @OneOf(checklistNames, 'ChecklistCode', '地方清单') checklist!: ChecklistCode
  @NestedList(() => DisclosurePlanWish, '公示计划', { max: 5 }) plans!: DisclosurePlanWish[]
  @Version() version!: number
}

export class EditDisclosure {
  @Text('说明', { max: disclosureLimits.notes, min: 0 }) notes!: string
  @Whole('期末存款余额', { min: -1_000_000_000_000, max: 1_000_000_000_000, nullable: true, optional: true }) bankFen?:
    number | null
  @Version() version!: number
}

export class SeenDisclosure {
  @Version() version!: number
}

export class ReturnDisclosure {
  @Text('退回原因', { max: disclosureLimits.reason }) reason!: string
  @Version() version!: number
}

export class CorrectDisclosure {
  @Text('更正原因', { max: disclosureLimits.reason }) reason!: string
}

export class AddVouchers {
  @Uuids('凭证照片', { min: 1, max: disclosureLimits.vouchersOfLine }) fileIds!: string[]
}

export class AskDisclosure {
  @Whole('行号', { min: 1, max: 2_147_483_647, optional: true }) line?: number
  @Uuid('房屋', { optional: true }) unitId?: string
  @Text('问题', { max: disclosureLimits.question }) text!: string
}

export class AnswerDisclosure {
  @Text('答复', { max: disclosureLimits.answer }) answer!: string
}

export class DisclosureQuery extends PageQuery {
  @OneOf(funds, 'Fund', '资金', { optional: true }) fund?: Fund
  @OneOf(disclosureStates, 'DisclosureState', '状态', { optional: true }) state?: DisclosureState
}

export class PostedDisclosureQuery extends PageQuery {
  @Uuid('小区', { optional: true }) communityId?: string
  @OneOf(funds, 'Fund', '资金', { optional: true }) fund?: Fund
}

export class DisclosureLineQuery extends PageQuery {
  @OneOf(publishedSides, 'PublishedSide', '收支', { optional: true }) side?: PublishedSide
  @Line('项目', { max: 60, optional: true }) charge?: string
}

/** Of an export, whose address does not name the disclosure. */
export class ExportedLineQuery extends DisclosureLineQuery {
  @Uuid('公示', { optional: true }) disclosureId?: string
}

export class DisclosureQuestionQuery extends PageQuery {
  @Uuid('公示', { optional: true }) disclosureId?: string
  @Switch('未答复') open?: boolean
}

// ── what is answered ─────────────────────────────────────────────────────────
export class DisclosureTotal {
  @ApiProperty(side) side!: PublishedSide
  @ApiProperty(text) charge!: string
  @ApiProperty(fen) amountFen!: number
  @ApiProperty(whole) lines!: number
}

export class DisclosurePeriodBefore {
  @ApiProperty(day) from!: string
  @ApiProperty(day) to!: string
  @ApiProperty(listOf(DisclosureTotal)) totals!: DisclosureTotal[]
}

export class DisclosureEdition {
  @ApiProperty(id) id!: string
  @ApiProperty(whole) edition!: number
  @ApiProperty(state) state!: DisclosureState
  @ApiProperty(text) reason!: string
  @ApiProperty(orNull(instant)) postedAt!: string | null
}

export class DisclosureRow {
  @ApiProperty(id) id!: string
  @ApiProperty(fund) fund!: Fund
  @ApiProperty(day) from!: string
  @ApiProperty(day) to!: string
  @ApiProperty(whole) edition!: number
  @ApiProperty(day) dueOn!: string
  @ApiProperty(state) state!: DisclosureState
  @ApiProperty(orNull(instant)) postedAt!: string | null
  @ApiProperty(fen) openingFen!: number
  @ApiProperty(fen) closingFen!: number
  @ApiProperty(whole) lines!: number
  @ApiProperty(whole) openQuestions!: number
}
export class DisclosurePage extends PageOf(DisclosureRow) {}

export class DisclosureView extends DisclosureRow {
  @ApiProperty(text) community!: string
  @ApiProperty(text) company!: string
  @ApiProperty(text) notes!: string
  @ApiProperty(text) reason!: string
  @ApiProperty(orNull(fen)) bankFen!: number | null
  @ApiProperty(instant) copiedAt!: string
  @ApiProperty(orNull(text)) editedByName!: string | null
  @ApiProperty(orNull(text)) checkedByName!: string | null
  @ApiProperty(orNull(instant)) checkedAt!: string | null
  @ApiProperty(orNull(text)) returnedBecause!: string | null
  @ApiProperty(orNull(text)) postedByName!: string | null
  /** of the signed head; what is printed beside the code */
  @ApiProperty(orNull(text)) headHash!: string | null
  @ApiProperty(orNull(text)) publicKey!: string | null
  @ApiProperty(listOf(DisclosureTotal)) totals!: DisclosureTotal[]
  @ApiProperty({ ...one(DisclosurePeriodBefore), nullable: true }) before!: DisclosurePeriodBefore | null
  @ApiProperty(listOf(DisclosureEdition)) editions!: DisclosureEdition[]
  @ApiProperty(orNull(checklist)) checklist!: ChecklistCode | null
  /** whether the next step is somebody else's work */
  @ApiProperty(truth) mayCheck!: boolean
  @ApiProperty(truth) mayPost!: boolean
  @ApiProperty(whole) version!: number
}

export class DisclosureFound {
  @ApiProperty(code(disclosureFindings, 'DisclosureFinding')) finding!: DisclosureFinding
  @ApiProperty(truth) blocks!: boolean
  @ApiProperty(orNull(whole)) count!: number | null
  @ApiProperty(orNull(fen)) amountFen!: number | null
}

export class AnsweredDisclosureQuestion {
  @ApiProperty(id) id!: string
  @ApiProperty(text) text!: string
  @ApiProperty(instant) askedAt!: string
  @ApiProperty(orNull(text)) answer!: string | null
  @ApiProperty(orNull(instant)) answeredAt!: string | null
}

export class DisclosureLine {
  @ApiProperty(whole) number!: number
  @ApiProperty(day) day!: string
  @ApiProperty(side) side!: PublishedSide
  @ApiProperty(text) charge!: string
  @ApiProperty(fen) amountFen!: number
  @ApiProperty(text) text!: string
  @ApiProperty(listOf(FileView)) vouchers!: FileView[]
  /** Photos laid beside the entry in the books, uncovered: only for who prepares the disclosure. */
  @ApiProperty(optional(listOf(FileView))) booked?: FileView[]
  @ApiProperty(listOf(AnsweredDisclosureQuestion)) questions!: AnsweredDisclosureQuestion[]
}
export class DisclosureLinePage extends PageOf(DisclosureLine) {}

export class DisclosureQuestion extends AnsweredDisclosureQuestion {
  @ApiProperty(id) disclosureId!: string
  @ApiProperty(fund) fund!: Fund
  @ApiProperty(day) from!: string
  @ApiProperty(day) to!: string
  @ApiProperty(orNull(whole)) line!: number | null
  @ApiProperty(orNull(text)) charge!: string | null
  @ApiProperty(orNull(fen)) amountFen!: number | null
  @ApiProperty(orNull(text)) answeredByName!: string | null
  @ApiProperty(id) caseId!: string
  @ApiProperty(text) caseNumber!: string
  @ApiProperty(orNull(instant)) dueAt!: string | null
}
export class DisclosureQuestionPage extends PageOf(DisclosureQuestion) {}

export class DisclosurePlan {
  @ApiProperty(fund) fund!: Fund
  @ApiProperty(cycle) cycle!: ChargeCycle
  @ApiProperty(whole) dueAfterDays!: number
  @ApiProperty(day) since!: string
}

export class DisclosurePeriod {
  @ApiProperty(fund) fund!: Fund
  @ApiProperty(day) from!: string
  @ApiProperty(day) to!: string
  @ApiProperty(day) dueOn!: string
  @ApiProperty(code(periodStates, 'PeriodState')) state!: PeriodState
  @ApiProperty(truth) late!: boolean
  @ApiProperty(orNull(id)) id!: string | null
  @ApiProperty(orNull(whole)) edition!: number | null
}

export class DisclosureCalendarView {
  /** null where nothing is set yet */
  @ApiProperty(orNull(checklist)) checklist!: ChecklistCode | null
  @ApiProperty(whole) version!: number
  @ApiProperty(listOf(DisclosurePlan)) plans!: DisclosurePlan[]
  @ApiProperty(listOf(DisclosurePeriod)) periods!: DisclosurePeriod[]
  @ApiProperty(whole) openQuestions!: number
  @ApiProperty(whole) late!: number
  @ApiProperty(whole) waiting!: number
}

export class AskedDisclosure {
  @ApiProperty(id) id!: string
  @ApiProperty(text) number!: string
}
