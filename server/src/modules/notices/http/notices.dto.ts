import { ApiProperty } from '@nestjs/swagger'
import {
  editionStates,
  noticeCategories,
  noticeLimits,
  noticeStates,
  residencyRoles,
  type EditionState,
  type NoticeCategory,
  type NoticeState,
  type ResidencyRole,
} from '@yinuo/contracts'
import { FileView } from '../../../platform/files/file.dto.ts'
import {
  Day,
  Instant,
  Line,
  Nested,
  NestedList,
  OneOf,
  SomeOf,
  Text,
  Uuid,
  Uuids,
  Version,
  YesNo,
} from '../../../platform/http/fields.ts'
import { PageOf, PageQuery } from '../../../platform/http/page.dto.ts'
import { code, day, id, instant, listOf, one, orNull, text, truth, whole } from '../../../platform/http/shapes.ts'

const category = code(noticeCategories, 'NoticeCategory')
const state = code(noticeStates, 'NoticeState')

export class NoticeEntrance {
  @Uuid('楼栋') buildingId!: string
  @Line('单元', { max: 20, min: 0 }) entrance!: string
}

/** Who is meant: the whole community, or parts of it; no role named is every role. */
export class NoticeAudience {
  @YesNo('全小区') whole!: boolean
  @Uuids('楼栋', { max: noticeLimits.buildings }) buildingIds!: string[]
  @NestedList(() => NoticeEntrance, '单元', { max: noticeLimits.entrances }) entrances!: NoticeEntrance[]
  @Uuids('房屋', { max: noticeLimits.units }) unitIds!: string[]
  @SomeOf(residencyRoles, 'ResidencyRole', '住户身份') roles!: ResidencyRole[]
}

export class NoticeDraft {
  @OneOf(noticeCategories, 'NoticeCategory', '公告类别') category!: NoticeCategory
  @Line('标题', { max: noticeLimits.title }) title!: string
  @Text('正文', { max: noticeLimits.body }) body!: string
  @Uuids('图片或视频', { max: noticeLimits.files }) fileIds!: string[]
  @Nested(() => NoticeAudience, '发布范围') audience!: NoticeAudience
  @YesNo('紧急') urgent!: boolean
  @Day('置顶到哪天', { optional: true }) pinnedUntil?: string
}

export class EditedNotice extends NoticeDraft {
  @Version() version!: number
}

export class SeenNotice {
  @Version() version!: number
}

export class NoticeReason {
  @Text('原因', { max: 200 }) reason!: string
  @Version() version!: number
}

export class NoticeSchedule {
  @Instant('发布时间') at!: string
  @Version() version!: number
}

export class NoticeCorrection {
  @Line('标题', { max: noticeLimits.title }) title!: string
  @Text('正文', { max: noticeLimits.body }) body!: string
  @Uuids('图片或视频', { max: noticeLimits.files }) fileIds!: string[]
  @Line('更正说明', { max: 100 }) note!: string
  @YesNo('重新通知住户') tellAgain!: boolean
  @Version() version!: number
}

export class NoticeQuery extends PageQuery {
  @OneOf(noticeStates, 'NoticeState', '公告状态', { optional: true }) state?: NoticeState
  @Line('搜索内容', { max: 60, optional: true }) query?: string
}

export class NoticeRow {
  @ApiProperty(id) id!: string
  @ApiProperty(category) category!: NoticeCategory
  @ApiProperty(text) title!: string
  @ApiProperty(state) state!: NoticeState
  @ApiProperty(truth) urgent!: boolean
  @ApiProperty(orNull(day)) pinnedUntil!: string | null
  @ApiProperty(whole) edition!: number
  @ApiProperty(orNull(instant)) scheduledFor!: string | null
  @ApiProperty(orNull(instant)) publishedAt!: string | null
  @ApiProperty(instant) updatedAt!: string
  @ApiProperty(text) writtenByName!: string
  @ApiProperty(text) audienceText!: string
  @ApiProperty(truth) correctionWaits!: boolean
}
export class NoticePage extends PageOf(NoticeRow) {}

export class NoticeEdition {
  @ApiProperty(whole) number!: number
  @ApiProperty(text) title!: string
  @ApiProperty(text) body!: string
  @ApiProperty(text) note!: string
  @ApiProperty(code(editionStates, 'EditionState')) state!: EditionState
  @ApiProperty(truth) tellAgain!: boolean
  @ApiProperty(text) writtenByName!: string
  @ApiProperty(orNull(text)) decidedByName!: string | null
  @ApiProperty(orNull(text)) refusedBecause!: string | null
  @ApiProperty(instant) writtenAt!: string
  @ApiProperty(orNull(instant)) publishedAt!: string | null
  @ApiProperty(listOf(FileView)) files!: FileView[]
}

export class NamedUnit {
  @ApiProperty(id) id!: string
  @ApiProperty(text) label!: string
}

export class NoticeView extends NoticeRow {
  @ApiProperty(text) body!: string
  @ApiProperty(whole) version!: number
  @ApiProperty(one(NoticeAudience)) audience!: NoticeAudience
  /** the homes the audience names one by one */
  @ApiProperty(listOf(NamedUnit)) unitLabels!: NamedUnit[]
  @ApiProperty(listOf(FileView)) files!: FileView[]
  @ApiProperty(listOf(NoticeEdition)) editions!: NoticeEdition[]
  @ApiProperty(orNull(text)) submittedByName!: string | null
  @ApiProperty(orNull(text)) decidedByName!: string | null
  @ApiProperty(orNull(text)) refusedBecause!: string | null
  @ApiProperty(orNull(text)) withdrawnBecause!: string | null
  @ApiProperty(orNull(instant)) remindedAt!: string | null
  @ApiProperty(instant) createdAt!: string
  /** whether what waits here is somebody else's work */
  @ApiProperty(truth) mayDecide!: boolean
}

export class NoticeNumbers {
  @ApiProperty(whole) submitted!: number
  @ApiProperty(whole) outages!: number
  @ApiProperty(whole) overdue!: number
}

export class NoticeReachWish {
  @Nested(() => NoticeAudience, '发布范围') audience!: NoticeAudience
  @YesNo('紧急') urgent!: boolean
}

/** People, and how many of them can be reached by which channel now. */
export class NoticeReach {
  @ApiProperty(whole) people!: number
  @ApiProperty(whole) inbox!: number
  @ApiProperty(whole) subscribe!: number
  @ApiProperty(whole) sms!: number
  @ApiProperty(whole) email!: number
  @ApiProperty(whole) unreachable!: number
}

export class NoticeCode {
  @ApiProperty(text) picture!: string
}
