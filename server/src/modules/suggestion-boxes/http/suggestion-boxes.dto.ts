import { ApiProperty } from '@nestjs/swagger'
import {
  boxLimits,
  boxStates,
  complaintCategories,
  complaintSorts,
  complaintStates,
  fileLimits,
  urgencies,
  type BoxState,
  type ComplaintCategoryCode,
  type ComplaintSort,
  type ComplaintState,
  type Urgency,
} from '@yinuo/contracts'
import { FileView } from '../../../platform/files/file.dto.ts'
import { Instant, Line, Nested, OneOf, Switch, Text, Uuid, Uuids, Version, Whole, YesNo } from '../../../platform/http/fields.ts'
import { PageOf, PageQuery } from '../../../platform/http/page.dto.ts'
import { code, day, id, instant, listOf, orNull, text, truth, whole } from '../../../platform/http/shapes.ts'
import { Complainant } from '../../complaints/index.ts'

export class NewSuggestionBox {
  @Line('名称', { max: 30 }) name!: string
  @Line('位置', { max: 60 }) place!: string
  /** left out: it stands in no building */
  @Uuid('楼栋', { optional: true }) buildingId?: string
  @Uuid('负责岗位') postId!: string
  /** one of those who hold the post; left out: all of them */
  @Uuid('负责人', { optional: true }) staffId?: string
  /** left out: as the standard says */
  @Whole('开箱间隔天数', { min: 1, max: boxLimits.everyDays, optional: true }) everyDays?: number
}

export class EditedSuggestionBox extends NewSuggestionBox {
  @YesNo('停用') retired!: boolean
  @Version() version!: number
}

export class SuggestionBoxQuery {
  @Switch('含已停用') retired?: boolean
}

export class SuggestionBox {
  @ApiProperty(id) id!: string
  @ApiProperty(text) name!: string
  @ApiProperty(text) place!: string
  @ApiProperty(orNull(id)) buildingId!: string | null
  @ApiProperty(orNull(text)) buildingName!: string | null
  @ApiProperty(id) postId!: string
  @ApiProperty(text) postName!: string
  @ApiProperty(orNull(id)) staffId!: string | null
  @ApiProperty(orNull(text)) staffName!: string | null
  @ApiProperty(orNull(whole)) everyDays!: number | null
  /** its own interval, or the standard's */
  @ApiProperty(whole) intervalDays!: number
  @ApiProperty(orNull(instant)) lastEmptiedAt!: string | null
  @ApiProperty(day) dueOn!: string
  @ApiProperty(code(boxStates, 'BoxState')) state!: BoxState
  /** counted and not registered yet */
  @ApiProperty(whole) slipsLeft!: number
  /** the oldest opening with slips left */
  @ApiProperty(orNull(id)) openingId!: string | null
  /** the reader is responsible for it */
  @ApiProperty(truth) mine!: boolean
  @ApiProperty(truth) retired!: boolean
  @ApiProperty(whole) version!: number
}

export class BoxKeeper {
  @ApiProperty(id) id!: string
  @ApiProperty(text) name!: string
}

/** A post whose holders may empty boxes, and who holds it here. */
export class BoxPost {
  @ApiProperty(id) id!: string
  @ApiProperty(text) name!: string
  @ApiProperty(listOf(BoxKeeper)) people!: BoxKeeper[]
}

export class NewBoxOpening {
  @Instant('开箱时间') openedAt!: string
  @Line('见证人', { max: 40 }) witness!: string
  @Whole('意见张数', { min: 0, max: boxLimits.slips }) slips!: number
  @Text('备注', { max: 200, optional: true }) note?: string
  @Uuids('照片', { max: boxLimits.photos }) fileIds!: string[]
}

export class CorrectedCount {
  @Whole('意见张数', { min: 0, max: boxLimits.slips }) slips!: number
  @Text('更正原因', { max: 200 }) reason!: string
  @Version() version!: number
}

export class BoxOpeningQuery extends PageQuery {
  @Uuid('意见箱', { optional: true }) boxId?: string
  @Switch('未登记完') unfinished?: boolean
}

export class NewBoxSlip {
  @OneOf(complaintSorts, 'ComplaintSort', '类型') sort!: ComplaintSort
  @OneOf(complaintCategories, 'ComplaintCategoryCode', '类别') category!: ComplaintCategoryCode
  @OneOf(urgencies, 'Urgency', '紧急程度') urgency!: Urgency
  @Text('内容', { max: 1000 }) description!: string
  @Uuids('照片', { max: fileLimits.perRepair }) fileIds!: string[]
  /** as far as it stands on the slip */
  @Nested(() => Complainant, '留下的联系方式', { optional: true }) complainant?: Complainant
}

export class UnreadableSlip {
  @Text('原因', { max: 200 }) reason!: string
}

export class BoxOpeningRow {
  @ApiProperty(id) id!: string
  @ApiProperty(id) boxId!: string
  @ApiProperty(text) boxName!: string
  @ApiProperty(text) boxPlace!: string
  @ApiProperty(instant) openedAt!: string
  @ApiProperty(text) openedByName!: string
  @ApiProperty(text) witness!: string
  @ApiProperty(whole) slips!: number
  @ApiProperty(whole) registered!: number
  /** as many slips are registered as were counted */
  @ApiProperty(truth) done!: boolean
  @ApiProperty(text) note!: string
  @ApiProperty(whole) version!: number
}
export class BoxOpeningPage extends PageOf(BoxOpeningRow) {}

export class BoxSlip {
  @ApiProperty(whole) ordinal!: number
  @ApiProperty(text) registeredByName!: string
  @ApiProperty(instant) registeredAt!: string
  @ApiProperty(orNull(text)) unreadableBecause!: string | null
  @ApiProperty(orNull(id)) complaintId!: string | null
  @ApiProperty(orNull(text)) number!: string | null
  @ApiProperty(orNull(code(complaintSorts, 'ComplaintSort'))) sort!: ComplaintSort | null
  @ApiProperty(orNull(code(complaintCategories, 'ComplaintCategoryCode'))) category!: ComplaintCategoryCode | null
  @ApiProperty(orNull(text)) description!: string | null
  @ApiProperty(orNull(code(complaintStates, 'ComplaintState'))) state!: ComplaintState | null
}

export class BoxOpeningView extends BoxOpeningRow {
  @ApiProperty(listOf(BoxSlip)) items!: BoxSlip[]
  @ApiProperty(listOf(FileView)) files!: FileView[]
}
