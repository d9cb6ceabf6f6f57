import { ApiProperty } from '@nestjs/swagger'
import {
  caseKinds,
  complaintCategories,
  complaintSorts,
  letterAnswerKinds,
  letterAnswerStates,
  letterSenders,
  letterStates,
  repairCategoryLabels,
  urgencies,
  type CaseKind,
  type ComplaintCategoryCode,
  type ComplaintSort,
  type LetterAnswerKind,
  type LetterAnswerState,
  type LetterSender,
  type LetterState,
  type RepairCategoryCode,
  type Urgency,
} from '@yinuo/contracts'
import { FileView } from '../../../platform/files/file.dto.ts'
import { Line, Matching, Nested, OneOf, Text, Version } from '../../../platform/http/fields.ts'
import { PageOf, PageQuery } from '../../../platform/http/page.dto.ts'
import { code, id, instant, listOf, one, orNull, text, whole } from '../../../platform/http/shapes.ts'
import { Complainant } from '../../complaints/index.ts'

const state = code(letterStates, 'LetterState')

export class LetterQuery extends PageQuery {
  @OneOf(letterStates, 'LetterState', '状态', { optional: true }) state?: LetterState
  @Line('搜索内容', { max: 40, optional: true }) query?: string
}

export class LetterCase {
  @ApiProperty(id) id!: string
  @ApiProperty(code(caseKinds, 'CaseKind')) kind!: CaseKind
  @ApiProperty(text) number!: string
}

export class LetterRow {
  @ApiProperty(id) id!: string
  @ApiProperty(state) state!: LetterState
  @ApiProperty(code(letterSenders, 'LetterSender')) sender!: LetterSender
  @ApiProperty(text) fromName!: string
  @ApiProperty(orNull(text)) fromAddress!: string | null
  @ApiProperty(text) subject!: string
  @ApiProperty(text) excerpt!: string
  @ApiProperty(whole) attachments!: number
  /** why it waits, or was put aside */
  @ApiProperty(orNull(text)) reason!: string | null
  @ApiProperty(instant) receivedAt!: string
  @ApiProperty(orNull(one(LetterCase))) case!: LetterCase | null
  @ApiProperty(whole) version!: number
}
export class LetterPage extends PageOf(LetterRow) {}

export class LetterDocument {
  @ApiProperty(whole) number!: number
  @ApiProperty(text) name!: string
  @ApiProperty(whole) bytes!: number
}

export class LeftOut {
  @ApiProperty(text) name!: string
  @ApiProperty(whole) bytes!: number
  @ApiProperty(text) reason!: string
}

export class LetterHousehold {
  @ApiProperty(id) residentId!: string
  @ApiProperty(text) name!: string
  @ApiProperty(id) unitId!: string
  @ApiProperty(text) unitLabel!: string
}

export class LetterAnswer {
  @ApiProperty(id) id!: string
  @ApiProperty(code(letterAnswerKinds, 'LetterAnswerKind')) kind!: LetterAnswerKind
  @ApiProperty(text) content!: string
  @ApiProperty(text) to!: string
  @ApiProperty(code(letterAnswerStates, 'LetterAnswerState')) state!: LetterAnswerState
  @ApiProperty(orNull(text)) failure!: string | null
  @ApiProperty(instant) askedAt!: string
  @ApiProperty(orNull(instant)) sentAt!: string | null
}

export class LetterView extends LetterRow {
  @ApiProperty(text) content!: string
  @ApiProperty(listOf(text)) remarks!: string[]
  @ApiProperty(orNull(instant)) sentAt!: string | null
  @ApiProperty(orNull(text)) messageId!: string | null
  /** whose confirmed address it was written from */
  @ApiProperty(orNull(one(LetterHousehold))) household!: LetterHousehold | null
  @ApiProperty(listOf(FileView)) files!: FileView[]
  @ApiProperty(listOf(LetterDocument)) documents!: LetterDocument[]
  @ApiProperty(listOf(LeftOut)) leftOut!: LeftOut[]
  @ApiProperty(orNull(text)) decidedBy!: string | null
  @ApiProperty(orNull(instant)) decidedAt!: string | null
  @ApiProperty(listOf(LetterAnswer)) answers!: LetterAnswer[]
}

/** What is asked in it the desk answers, by mail. */
export class RegisterLetterAsConsultation {
  /** for whom it is registered */
  @Nested(() => Complainant, '来信人') complainant!: Complainant
  @Version() version!: number
}

class DecideLetter extends RegisterLetterAsConsultation {
  @OneOf(urgencies, 'Urgency', '紧急程度') urgency!: Urgency
}

export class RegisterLetter extends DecideLetter {
  @OneOf(complaintSorts, 'ComplaintSort', '类型') sort!: ComplaintSort
  @OneOf(complaintCategories, 'ComplaintCategoryCode', '类别') category!: ComplaintCategoryCode
}

export class RegisterLetterAsRepair extends DecideLetter {
  @OneOf(repairCategoryLabels, 'RepairCategoryCode', '报修类别') category!: RepairCategoryCode
}

export class AppendLetter {
  @Matching(/^T\d{6}-[2-9A-HJKMNP-Z]{5}$/, '请填写投诉编号，如 T261121-7K3FQ。') number!: string
  @Version() version!: number
}

export class PutLetterAside {
  @Text('原因', { max: 200 }) reason!: string
  @Version() version!: number
}
