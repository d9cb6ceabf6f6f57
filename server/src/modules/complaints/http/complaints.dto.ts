import { ApiProperty } from '@nestjs/swagger'
import {
  channels,
  clockNames,
  complaintActions,
  complaintCategories,
  complaintChannels,
  complaintLevels,
  complaintSorts,
  complaintStates,
  fileLimits,
  postCodes,
  urgencies,
  type Channel,
  type ClockName,
  type ComplaintAction,
  type ComplaintCategoryCode,
  type ComplaintChannel,
  type ComplaintLevel,
  type ComplaintSort,
  type ComplaintState,
  type PostCode,
  type Urgency,
} from '@yinuo/contracts'
import { FileView } from '../../../platform/files/file.dto.ts'
import {
  Choices,
  Line,
  Nested,
  OneOf,
  PhoneNumber,
  Switch,
  Text,
  Token,
  Uuid,
  Uuids,
  YesNo,
} from '../../../platform/http/fields.ts'
import { PageOf, PageQuery } from '../../../platform/http/page.dto.ts'
import { code, id, instant, listOf, one, orNull, text, truth, whole } from '../../../platform/http/shapes.ts'
import { CaseEventView, ClockView } from '../../cases/index.ts'

export * from './complaint-actions.dto.ts'

const category = code(complaintCategories, 'ComplaintCategoryCode')
const sort = code(complaintSorts, 'ComplaintSort')
const state = code(complaintStates, 'ComplaintState')

export class ComplaintOptions {
  @ApiProperty(text) promise!: string
  @ApiProperty(text) standardName!: string
  @ApiProperty(text) hotline!: string
}

class ToldComplaint {
  @OneOf(complaintSorts, 'ComplaintSort', '类型') sort!: ComplaintSort
  @OneOf(complaintCategories, 'ComplaintCategoryCode', '类别') category!: ComplaintCategoryCode
  @OneOf(urgencies, 'Urgency', '紧急程度') urgency!: Urgency
  @Text('内容', { max: 1000 }) description!: string
  @Uuids('照片或短视频', { max: fileLimits.perRepair }) fileIds!: string[]
}

export class ReportComplaint extends ToldComplaint {
  /** who handles it cannot learn who wrote it (COM-06) */
  @YesNo('是否匿名') anonymous!: boolean
  @Token('二维码', { max: 64, optional: true }) codeToken?: string
}

export class Complainant {
  @Uuid('住户', { optional: true }) residentId?: string
  @Uuid('房屋', { optional: true }) unitId?: string
  @Line('姓名', { max: 40 }) name!: string
  @PhoneNumber('联系电话', { optional: true }) phone?: string
}

/** What the office was told; a slip of the suggestion box may name nobody. */
export class RegisterComplaint extends ToldComplaint {
  @OneOf(complaintChannels, 'ComplaintChannel', '渠道') channel!: ComplaintChannel
  @Nested(() => Complainant, '投诉人', { optional: true }) complainant?: Complainant
}

export class ComplaintReceipt {
  @ApiProperty(id) id!: string
  @ApiProperty(id) communityId!: string
  @ApiProperty(text) number!: string
  @ApiProperty(state) state!: ComplaintState
  @ApiProperty(whole) version!: number
}

export class ComplaintQuery extends PageQuery {
  @Choices(complaintStates, '状态') state?: ComplaintState[]
  @OneOf(complaintSorts, 'ComplaintSort', '类型', { optional: true }) sort?: ComplaintSort
  @OneOf(complaintCategories, 'ComplaintCategoryCode', '类别', { optional: true }) category?: ComplaintCategoryCode
  @OneOf(postCodes, 'PostCode', '责任部门', { optional: true }) department?: PostCode
  @Uuid('处理人', { optional: true }) assigneeId?: string
  @Switch('已超时') late?: boolean
  @Line('搜索内容', { max: 40, optional: true }) query?: string
}

export class ComplaintAssignee {
  @ApiProperty(id) id!: string
  @ApiProperty(text) name!: string
}

export class ComplaintRow {
  @ApiProperty(id) id!: string
  @ApiProperty(id) communityId!: string
  @ApiProperty(text) communityName!: string
  @ApiProperty(text) number!: string
  @ApiProperty(sort) sort!: ComplaintSort
  @ApiProperty(state) state!: ComplaintState
  @ApiProperty(code(channels, 'Channel')) channel!: Channel
  @ApiProperty(category) category!: ComplaintCategoryCode
  @ApiProperty(code(postCodes, 'PostCode')) department!: PostCode
  @ApiProperty(code(urgencies, 'Urgency')) urgency!: Urgency
  @ApiProperty(text) placeLabel!: string
  @ApiProperty(text) description!: string
  @ApiProperty(text) reporterName!: string
  @ApiProperty(truth) anonymous!: boolean
  @ApiProperty(code(complaintLevels, 'ComplaintLevel')) level!: ComplaintLevel
  @ApiProperty(truth) complex!: boolean
  @ApiProperty(instant) reportedAt!: string
  @ApiProperty(orNull(instant)) dueAt!: string | null
  @ApiProperty(orNull(code(clockNames, 'ClockName'))) dueClock!: ClockName | null
  @ApiProperty(truth) late!: boolean
  @ApiProperty(orNull(one(ComplaintAssignee))) assignee!: ComplaintAssignee | null
  @ApiProperty(orNull(whole)) rating!: number | null
  @ApiProperty(whole) version!: number
}
export class ComplaintPage extends PageOf(ComplaintRow) {}

export class Unsealing {
  @ApiProperty(id) id!: string
  @ApiProperty(text) reason!: string
  @ApiProperty(text) askedBy!: string
  @ApiProperty(instant) askedAt!: string
  @ApiProperty(orNull(text)) openedBy!: string | null
  @ApiProperty(orNull(instant)) openedAt!: string | null
}

/** A mail it came of, or that added to it. */
export class ComplaintLetter {
  @ApiProperty(id) id!: string
  @ApiProperty(text) subject!: string
  @ApiProperty(instant) receivedAt!: string
}

export class ComplaintView extends ComplaintRow {
  /** the reader is who made it */
  @ApiProperty(truth) mine!: boolean
  /** whole for who handles it and who made it; else null */
  @ApiProperty(orNull(text)) reporterPhone!: string | null
  @ApiProperty(orNull(text)) reporterPhoneMasked!: string | null
  @ApiProperty(orNull(text)) complexBecause!: string | null
  @ApiProperty(orNull(text)) solution!: string | null
  @ApiProperty(orNull(text)) result!: string | null
  @ApiProperty(orNull(text)) ratingComment!: string | null
  @ApiProperty(orNull(instant)) closedAt!: string | null
  @ApiProperty(listOf(FileView)) files!: FileView[]
  @ApiProperty(listOf(ClockView)) clocks!: ClockView[]
  @ApiProperty(listOf(CaseEventView)) timeline!: CaseEventView[]
  /** for who may open seals; else empty */
  @ApiProperty(listOf(Unsealing)) unsealings!: Unsealing[]
  /** for who may read letters; else empty */
  @ApiProperty(listOf(ComplaintLetter)) letters!: ComplaintLetter[]
  @ApiProperty(text) standardName!: string
  @ApiProperty(listOf(code(complaintActions, 'ComplaintAction'))) allowedActions!: ComplaintAction[]
}

export class ComplaintHandler {
  @ApiProperty(id) staffId!: string
  @ApiProperty(text) name!: string
  @ApiProperty(listOf(text)) posts!: string[]
  @ApiProperty(listOf(code(postCodes, 'PostCode'))) departments!: PostCode[]
  @ApiProperty(whole) openComplaints!: number
}

export class UnsealingReceipt {
  @ApiProperty(id) id!: string
}

export class Unsealed {
  @ApiProperty(text) name!: string
  @ApiProperty(orNull(text)) phone!: string | null
  @ApiProperty(text) unitLabel!: string
}
