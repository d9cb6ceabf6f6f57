import { ApiProperty } from '@nestjs/swagger'
import {
  caseKinds,
  channels,
  complaintCategories,
  complaintSorts,
  contentVerdicts,
  conversationActions,
  conversationLimits,
  conversationPiles,
  conversationSides,
  conversationStates,
  repairCategoryLabels,
  urgencies,
  type CaseKind,
  type Channel,
  type ComplaintCategoryCode,
  type ComplaintSort,
  type ContentVerdict,
  type ConversationAction,
  type ConversationPile,
  type ConversationSide,
  type ConversationState,
  type RepairCategoryCode,
  type Urgency,
} from '@yinuo/contracts'
import { FileView } from '../../../platform/files/file.dto.ts'
import { Line, OneOf, Text, Uuid, Uuids, Version, Whole } from '../../../platform/http/fields.ts'
import { PageOf, PageQuery } from '../../../platform/http/page.dto.ts'
import { code, id, instant, listOf, one, orNull, text, truth, whole } from '../../../platform/http/shapes.ts'

// ── what is asked ───────────────────────────────────────────────────────────

class Saying {
  @Text('要说的话', { max: conversationLimits.textLength, optional: true }) text?: string
  @Uuids('图片', { max: conversationLimits.picturesPerEntry }) fileIds!: string[]
}

/** From a resident about a home: the conversation that is open, or was closed within a day, goes on; else one begins. */
export class AskConversation extends Saying {
  @Uuid('房屋') unitId!: string
}

export class ReplyConversation extends Saying {}

export class HandOverConversation {
  @Uuid('同事') staffId!: string
  @Text('交代的话', { max: 500 }) note!: string
}

export class RateConversation {
  @Whole('评分', { min: 1, max: 5 }) rating!: number
  @Text('评价', { max: 500, optional: true }) comment?: string
}

export class SeenConversation {
  @Uuid('消息') entryId!: string
}

class OutOfConversation {
  @Uuids('聊天内容', { max: 50 }) entryIds!: string[]
  @OneOf(urgencies, 'Urgency', '紧急程度') urgency!: Urgency
  @Text('内容', { max: 1000 }) description!: string
}

/** A complaint, suggestion or praise out of what was said. */
export class ComplaintFromConversation extends OutOfConversation {
  @OneOf(complaintSorts, 'ComplaintSort', '类型') sort!: ComplaintSort
  @OneOf(complaintCategories, 'ComplaintCategoryCode', '类别') category!: ComplaintCategoryCode
}

/** A repair out of what was said, with the pictures of the chosen entries. */
export class RepairFromConversation extends OutOfConversation {
  @OneOf(repairCategoryLabels, 'RepairCategoryCode', '报修类别') category!: RepairCategoryCode
}

export class ConversationQuery extends PageQuery {
  @OneOf(conversationPiles, 'ConversationPile', '范围', { optional: true }) pile?: ConversationPile
  @Line('搜索内容', { max: 40, optional: true }) query?: string
}

export class TalkQuery {
  /** Only what was said after this entry. */
  @Uuid('消息', { optional: true }) after?: string
}

export class QuickReplyQuery {
  @Line('搜索内容', { max: 40, optional: true }) query?: string
}

export class AddQuickReply {
  @Line('标题', { max: 20 }) title!: string
  @Text('内容', { max: conversationLimits.quickReplyLength }) content!: string
}

export class ChangeQuickReply extends AddQuickReply {
  @Version() version!: number
}

export class RemoveQuickReply {
  @Version() version!: number
}

// ── what is answered ────────────────────────────────────────────────────────

export class ConversationReceipt {
  @ApiProperty(id) id!: string
  @ApiProperty(id) communityId!: string
  @ApiProperty(text) number!: string
  @ApiProperty(code(conversationStates, 'ConversationState')) state!: ConversationState
  @ApiProperty(whole) version!: number
}

export class ConversationAssignee {
  @ApiProperty(id) id!: string
  @ApiProperty(text) name!: string
}

export class ConversationRow {
  @ApiProperty(id) id!: string
  @ApiProperty(id) communityId!: string
  @ApiProperty(text) communityName!: string
  @ApiProperty(text) number!: string
  @ApiProperty(code(conversationStates, 'ConversationState')) state!: ConversationState
  /** null: written down for somebody whose home is not known */
  @ApiProperty(orNull(id)) unitId!: string | null
  @ApiProperty(text) unitLabel!: string
  @ApiProperty(text) residentName!: string
  @ApiProperty(instant) reportedAt!: string
  @ApiProperty(orNull(instant)) dueAt!: string | null
  @ApiProperty(truth) late!: boolean
  @ApiProperty(orNull(one(ConversationAssignee))) assignee!: ConversationAssignee | null
  /** What the other side said and this side has not seen. */
  @ApiProperty(whole) unread!: number
  @ApiProperty(orNull(whole)) rating!: number | null
  @ApiProperty(whole) version!: number
  @ApiProperty(text) lastText!: string
  @ApiProperty(code(conversationSides, 'ConversationSide')) lastSide!: ConversationSide
  @ApiProperty(instant) lastAt!: string
}

export class ConversationPage extends PageOf(ConversationRow) {}

/** One entry, in the order of the server; `side` is null for a line between. */
export class ConversationEntry {
  @ApiProperty(id) id!: string
  @ApiProperty(text) kind!: string
  @ApiProperty(orNull(code(conversationSides, 'ConversationSide'))) side!: ConversationSide | null
  @ApiProperty(instant) at!: string
  @ApiProperty(text) authorName!: string
  @ApiProperty(text) text!: string
  @ApiProperty(listOf(FileView)) files!: FileView[]
  /** Of WeChat's content check; the office only. */
  @ApiProperty(orNull(code(contentVerdicts, 'ContentVerdict'))) contentVerdict!: ContentVerdict | null
  /** What the talk was turned into here. */
  @ApiProperty(orNull(id)) outcomeId!: string | null
}

export class ReplyPromise {
  @ApiProperty(text) sentence!: string
  @ApiProperty(truth) offHours!: boolean
  @ApiProperty(orNull(instant)) answerBy!: string | null
  @ApiProperty(text) hotline!: string
}

export class LinkedCase {
  @ApiProperty(id) id!: string
  @ApiProperty(code(caseKinds, 'CaseKind')) kind!: CaseKind
  @ApiProperty(text) kindName!: string
  @ApiProperty(text) number!: string
  @ApiProperty(text) state!: string
  @ApiProperty(text) stateName!: string
  @ApiProperty(text) category!: string
}

export class ConversationView extends ConversationRow {
  @ApiProperty(code(channels, 'Channel')) channel!: Channel
  @ApiProperty(orNull(text)) residentPhoneMasked!: string | null
  @ApiProperty(orNull(text)) ratingComment!: string | null
  @ApiProperty(orNull(instant)) answeredAt!: string | null
  @ApiProperty(orNull(instant)) closedAt!: string | null
  @ApiProperty(one(ReplyPromise)) promise!: ReplyPromise
  @ApiProperty(listOf(ConversationEntry)) entries!: ConversationEntry[]
  /** What it was turned into. */
  @ApiProperty(listOf(LinkedCase)) outcomes!: LinkedCase[]
  /** Of the home; the office only. */
  @ApiProperty(listOf(LinkedCase)) openRepairs!: LinkedCase[]
  @ApiProperty(listOf(code(conversationActions, 'ConversationAction'))) allowedActions!: ConversationAction[]
}

export class ConversationNumbers {
  @ApiProperty(whole) open!: number
  @ApiProperty(whole) waiting!: number
  @ApiProperty(whole) free!: number
  @ApiProperty(whole) mine!: number
  @ApiProperty(whole) late!: number
  @ApiProperty(whole) unread!: number
}

export class ConversationColleague {
  @ApiProperty(id) id!: string
  @ApiProperty(text) name!: string
  @ApiProperty(truth) onDuty!: boolean
}

export class QuickReply {
  @ApiProperty(id) id!: string
  @ApiProperty(text) title!: string
  @ApiProperty(text) content!: string
  @ApiProperty(whole) version!: number
}
