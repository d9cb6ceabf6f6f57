import { ApiProperty } from '@nestjs/swagger'
import {
  documentDues,
  documentStates,
  documentTextStates,
  type DocumentDue,
  type DocumentState,
  type DocumentTextState,
} from '@yinuo/contracts'
import {
  Day,
  Line,
  Lines,
  Matching,
  OneOf,
  Text,
  Token,
  Uuid,
  Uuids,
  Version,
  Whole,
  YesNo,
} from '../../../platform/http/fields.ts'
import { PageOf, PageQuery } from '../../../platform/http/page.dto.ts'
import { code, day, id, instant, listOf, number, orNull, text, truth, whole } from '../../../platform/http/shapes.ts'

const state = code(documentStates, 'DocumentState')
const due = code(documentDues, 'DocumentDue')

export class DocumentQuery extends PageQuery {
  @Line('搜索内容', { max: 60, optional: true }) query?: string
  @Uuid('分类', { optional: true }) categoryId?: string
  @OneOf(documentStates, 'DocumentState', '文件状态', { optional: true }) state?: DocumentState
  @OneOf(documentDues, 'DocumentDue', '到期情况', { optional: true }) due?: DocumentDue
}

export class DocumentCategory {
  @ApiProperty(id) id!: string
  @ApiProperty(orNull(id)) parentId!: string | null
  @ApiProperty(text) name!: string
  @ApiProperty(whole) ordinal!: number
  @ApiProperty(listOf(id)) readerPosts!: string[]
  @ApiProperty(listOf(id)) editorPosts!: string[]
  @ApiProperty(whole) version!: number
  /** in force, here and below, as far as the caller may read them */
  @ApiProperty(whole) documents!: number
  /** whether the caller may put documents here */
  @ApiProperty(truth) takesChanges!: boolean
  /** whether the caller may change the category itself */
  @ApiProperty(truth) mayEdit!: boolean
}

export class DocumentCategories {
  @ApiProperty(listOf(DocumentCategory)) items!: DocumentCategory[]
  /** whether the caller may change what is the whole company's */
  @ApiProperty(truth) editsCompanyWide!: boolean
}

export class CategoryDraft {
  @Line('分类名称', { max: 30 }) name!: string
  @Uuid('上级分类', { optional: true }) parentId?: string
  @Whole('排序', { min: 0, max: 999, optional: true }) ordinal?: number
  @Uuids('可查阅的岗位', { max: 50 }) readerPosts!: string[]
  @Uuids('可维护的岗位', { max: 50 }) editorPosts!: string[]
  @Version({ optional: true }) version?: number
}

export class SnippetPart {
  @ApiProperty(text) text!: string
  @ApiProperty(truth) hit!: boolean
}

export class DocumentRow {
  @ApiProperty(id) id!: string
  @ApiProperty(truth) companyWide!: boolean
  @ApiProperty(id) categoryId!: string
  @ApiProperty(text) categoryName!: string
  @ApiProperty(text) title!: string
  @ApiProperty(text) number!: string
  @ApiProperty(listOf(text)) tags!: string[]
  @ApiProperty(state) state!: DocumentState
  @ApiProperty(orNull(day)) validUntil!: string | null
  @ApiProperty(orNull(day)) reviewBy!: string | null
  @ApiProperty(orNull(due)) due!: DocumentDue | null
  @ApiProperty(whole) currentVersion!: number
  @ApiProperty(instant) updatedAt!: string
  @ApiProperty(text) fileName!: string
  @ApiProperty(text) ending!: string
  @ApiProperty(number) bytes!: number
  @ApiProperty(code(documentTextStates, 'DocumentTextState')) textState!: DocumentTextState
  @ApiProperty(listOf(SnippetPart)) titleParts!: SnippetPart[]
  /** where in the text the words stand; empty when nothing was looked for */
  @ApiProperty(listOf(SnippetPart)) snippet!: SnippetPart[]
}
export class DocumentPage extends PageOf(DocumentRow) {}

export class DocumentVersion {
  @ApiProperty(whole) number!: number
  @ApiProperty(text) note!: string
  @ApiProperty(text) uploadedByName!: string
  @ApiProperty(instant) uploadedAt!: string
  @ApiProperty(text) fileName!: string
  @ApiProperty(text) ending!: string
  @ApiProperty(number) bytes!: number
  @ApiProperty(text) sha256!: string
}

export class DocumentView extends DocumentRow {
  @ApiProperty(whole) version!: number
  @ApiProperty(truth) mayEdit!: boolean
  @ApiProperty(whole) remindDays!: number
  @ApiProperty(orNull(id)) ownerPostId!: string | null
  @ApiProperty(orNull(text)) ownerPostName!: string | null
  @ApiProperty(listOf(id)) readerPosts!: string[]
  @ApiProperty(listOf(id)) editorPosts!: string[]
  @ApiProperty(orNull(text)) withdrawnBecause!: string | null
  @ApiProperty(instant) createdAt!: string
  @ApiProperty(listOf(DocumentVersion)) versions!: DocumentVersion[]
}

export class DocumentNumbers {
  @ApiProperty(whole) expiring!: number
  @ApiProperty(whole) expired!: number
}

/** What a document is called and where it belongs; its file is a version's. */
export class DocumentDraft {
  @Line('文件名称', { max: 100 }) title!: string
  @Uuid('分类') categoryId!: string
  @Line('文件编号', { max: 60, optional: true }) number?: string
  @Lines('标签', { max: 10, longest: 20 }) tags!: string[]
  @Uuid('责任岗位', { optional: true }) ownerPostId?: string
  @Day('有效期至', { optional: true }) validUntil?: string
  @Day('复核日期', { optional: true }) reviewBy?: string
  @Whole('提前提醒天数', { min: 0, max: 365 }) remindDays!: number
}

export class NewDocument extends DocumentDraft {
  @Uuid('上传的文件') fileId!: string
  /** Not one community's: every community of the company has it. */
  @YesNo('全公司共用') companyWide!: boolean
  @Text('版本说明', { max: 200, optional: true }) note?: string
}

export class EditedDocument extends DocumentDraft {
  @Version() version!: number
}

export class NewVersion {
  @Uuid('上传的文件') fileId!: string
  @Text('版本说明', { max: 200, optional: true }) note?: string
  @Version() version!: number
}

export class RestoredVersion {
  @Whole('版本', { min: 1, max: 100_000 }) number!: number
  @Version() version!: number
}

export class DocumentAccess {
  @Uuids('可查阅的岗位', { max: 50 }) readerPosts!: string[]
  @Uuids('可维护的岗位', { max: 50 }) editorPosts!: string[]
  @Version() version!: number
}

export class WithdrawnDocument {
  @Text('撤回原因', { max: 200 }) reason!: string
  @Version() version!: number
}

export class SeenVersion {
  @Version() version!: number
}

export class DocumentLinkQuery {
  @Matching(/^[1-9]\d{0,5}$/, '请重新选择版本。', { optional: true }) number?: string
}

/** Opens one version for a few minutes, as long as whoever asked may still read it. */
export class DocumentLink {
  @ApiProperty(text) url!: string
  @ApiProperty(text) downloadUrl!: string
  @ApiProperty(instant) expiresAt!: string
}

export class DocumentFile {
  @ApiProperty(id) id!: string
  @ApiProperty(text) name!: string
  @ApiProperty(text) ending!: string
  @ApiProperty(number) bytes!: number
}

export class DocumentContentQuery {
  @Uuid('小区') community!: string
  @Matching(/^\d{1,6}$/, '链接不完整，请返回后重新打开。') number!: string
  @Uuid('会话') session!: string
  @Matching(/^\d{1,11}$/, '链接不完整，请返回后重新打开。') expires!: string
  @Token('签名', { max: 100 }) signature!: string
  @Matching(/^1$/, '链接不完整，请返回后重新打开。', { optional: true }) download?: string
}
