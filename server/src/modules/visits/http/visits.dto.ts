import { ApiProperty } from '@nestjs/swagger'
import {
  caseKinds,
  complaintCategories,
  complaintSorts,
  repairCategories,
  residencyRoles,
  urgencies,
  visitLimits,
  visitOutcomes,
  visitStates,
  visitTimes,
  visitWays,
  visitWishes,
  type CaseKind,
  type ComplaintCategoryCode,
  type ComplaintSort,
  type RepairCategoryCode,
  type ResidencyRole,
  type Urgency,
  type VisitOutcome,
  type VisitState,
  type VisitTime,
  type VisitWay,
  type VisitWish,
} from '@yinuo/contracts'
import { FileView } from '../../../platform/files/file.dto.ts'
import { Line, OneOf, Switch, Text, Uuid, Uuids, Version, Whole, YesNo } from '../../../platform/http/fields.ts'
import { PageOf, PageQuery } from '../../../platform/http/page.dto.ts'
import { code, day, id, instant, listOf, one, orNull, text, truth, whole } from '../../../platform/http/shapes.ts'

const way = code(visitWays, 'VisitWay')
const state = code(visitStates, 'VisitState')
const files = { max: visitLimits.files }

export class VisitQuery extends PageQuery {
  @Uuid('轮次', { optional: true }) roundId?: string
  @Uuid('楼栋', { optional: true }) buildingId?: string
  @OneOf(visitStates, 'VisitState', '回访状态', { optional: true }) state?: VisitState
  @Uuid('负责人', { optional: true }) assigneeId?: string
  @Switch('我负责的') mine?: boolean
  @Switch('还没有负责人') unassigned?: boolean
  /** of this week, or late */
  @Switch('本周要做') due?: boolean
  @Switch('已逾期') late?: boolean
  @Line('房号', { max: 40, optional: true }) query?: string
}

export class AssignVisits {
  @Uuid('轮次') roundId!: string
  @Uuids('楼栋', { max: visitLimits.buildings }) buildingIds!: string[]
  @Uuids('回访', { max: visitLimits.visits }) visitIds!: string[]
  @YesNo('只分还没有负责人的') onlyUnassigned!: boolean
  @Uuid('负责人', { optional: true }) assigneeId?: string
}

export class AssignedVisits {
  @ApiProperty(whole) assigned!: number
}

export class RecordVisit {
  @OneOf(visitOutcomes, 'VisitOutcome', '回访结果') outcome!: VisitOutcome
  @OneOf(visitWays, 'VisitWay', '回访方式') way!: VisitWay
  @Line('受访人', { max: 40, optional: true }) met?: string
  @Whole('满意度', { min: 1, max: 5, optional: true }) satisfaction?: number
  @Text('回访记录', { max: visitLimits.notes, optional: true }) notes?: string
  @Uuids('照片', files) fileIds!: string[]
  @Version() version!: number
}

class VisitFindingDraft {
  @Uuid('住户') residentId!: string
  @OneOf(urgencies, 'Urgency', '紧急程度') urgency!: Urgency
  @Text('内容', { max: 1000 }) description!: string
  @Uuids('照片', { max: 6 }) fileIds!: string[]
}

export class RepairFromVisit extends VisitFindingDraft {
  @OneOf(repairWords(), 'RepairCategoryCode', '报修类别') category!: RepairCategoryCode
}

export class ComplaintFromVisit extends VisitFindingDraft {
  @OneOf(complaintSorts, 'ComplaintSort', '类型') sort!: ComplaintSort
  @OneOf(complaintCategories, 'ComplaintCategoryCode', '类别') category!: ComplaintCategoryCode
}

export class WishVisit {
  @OneOf(visitWishes, 'VisitWish', '希望的回访方式') wish!: VisitWish
  @OneOf(visitTimes, 'VisitTime', '方便的时间', { optional: true }) time?: VisitTime
  @Line('补充说明', { max: 60, optional: true }) note?: string
  @Version() version!: number
}

export class HomeVisitQuery extends PageQuery {
  @Uuid('房屋') unitId!: string
}

// ── what is answered ────────────────────────────────────────────────────────

export class VisitMaker {
  @ApiProperty(id) id!: string
  @ApiProperty(text) name!: string
  /** null: the whole community */
  @ApiProperty(orNull(listOf(id))) buildingIds!: string[] | null
  @ApiProperty(whole) open!: number
}

export class VisitAssignee {
  @ApiProperty(id) id!: string
  @ApiProperty(text) name!: string
}

export class VisitWishView {
  @ApiProperty(code(visitWishes, 'VisitWish')) wish!: VisitWish
  @ApiProperty(orNull(code(visitTimes, 'VisitTime'))) time!: VisitTime | null
  @ApiProperty(orNull(text)) note!: string | null
}

export class VisitRow {
  @ApiProperty(id) id!: string
  @ApiProperty(id) roundId!: string
  @ApiProperty(whole) roundNumber!: number
  @ApiProperty(id) unitId!: string
  @ApiProperty(text) unitLabel!: string
  @ApiProperty(id) buildingId!: string
  @ApiProperty(text) buildingName!: string
  @ApiProperty(whole) floor!: number
  @ApiProperty(listOf(text)) residentNames!: string[]
  @ApiProperty(day) dueWeek!: string
  @ApiProperty(state) state!: VisitState
  @ApiProperty(truth) late!: boolean
  @ApiProperty(way) way!: VisitWay
  @ApiProperty(orNull(one(VisitWishView))) wish!: VisitWishView | null
  @ApiProperty(orNull(one(VisitAssignee))) assignee!: VisitAssignee | null
  @ApiProperty(whole) absences!: number
  @ApiProperty(orNull(day)) lastVisitedOn!: string | null
  /** repairs; and complaints where the reader may read them */
  @ApiProperty(whole) openCases!: number
  @ApiProperty(orNull(whole)) satisfaction!: number | null
  @ApiProperty(orNull(instant)) endedAt!: string | null
  @ApiProperty(orNull(text)) madeByName!: string | null
  @ApiProperty(whole) version!: number
}
export class VisitPage extends PageOf(VisitRow) {}

export class VisitResident {
  @ApiProperty(id) residentId!: string
  @ApiProperty(text) name!: string
  @ApiProperty(code(residencyRoles, 'ResidencyRole')) role!: ResidencyRole
  @ApiProperty(text) phoneMasked!: string
}

export class VisitCase {
  @ApiProperty(id) id!: string
  @ApiProperty(code(caseKinds, 'CaseKind')) kind!: CaseKind
  @ApiProperty(text) number!: string
  @ApiProperty(text) categoryName!: string
  @ApiProperty(text) stateName!: string
}

export class VisitTry {
  @ApiProperty(instant) at!: string
  @ApiProperty(way) way!: VisitWay
  @ApiProperty(code(visitOutcomes, 'VisitOutcome')) outcome!: VisitOutcome
  @ApiProperty(text) byName!: string
  @ApiProperty(text) note!: string
}

export class PastVisit {
  @ApiProperty(id) id!: string
  @ApiProperty(whole) roundNumber!: number
  @ApiProperty(state) state!: VisitState
  @ApiProperty(way) way!: VisitWay
  @ApiProperty(instant) endedAt!: string
  @ApiProperty(orNull(text)) madeByName!: string | null
  @ApiProperty(orNull(whole)) satisfaction!: number | null
  @ApiProperty(orNull(text)) notes!: string | null
  @ApiProperty(listOf(VisitCase)) findings!: VisitCase[]
}
export class PastVisitPage extends PageOf(PastVisit) {}

export class VisitView extends VisitRow {
  @ApiProperty(listOf(VisitResident)) residents!: VisitResident[]
  @ApiProperty(listOf(VisitCase)) cases!: VisitCase[]
  @ApiProperty(listOf(VisitCase)) findings!: VisitCase[]
  @ApiProperty(listOf(VisitTry)) tries!: VisitTry[]
  @ApiProperty(orNull(text)) met!: string | null
  @ApiProperty(orNull(text)) notes!: string | null
  @ApiProperty(listOf(FileView)) files!: FileView[]
}

/** A resident's next visit. */
export class HomeVisit {
  @ApiProperty(id) id!: string
  @ApiProperty(day) dueWeek!: string
  @ApiProperty(state) state!: VisitState
  @ApiProperty(way) way!: VisitWay
  @ApiProperty(orNull(one(VisitWishView))) wish!: VisitWishView | null
  @ApiProperty(orNull(text)) visitorName!: string | null
  @ApiProperty(whole) version!: number
}

export class NextHomeVisit {
  @ApiProperty(orNull(one(HomeVisit))) next!: HomeVisit | null
}

export class NextHomeVisitQuery {
  @Uuid('房屋') unitId!: string
}

export class PastHomeVisit {
  @ApiProperty(id) id!: string
  @ApiProperty(state) state!: VisitState
  @ApiProperty(way) way!: VisitWay
  @ApiProperty(instant) endedAt!: string
  @ApiProperty(orNull(text)) madeByName!: string | null
  @ApiProperty(orNull(whole)) satisfaction!: number | null
  /** what the reader's own words became */
  @ApiProperty(listOf(VisitCase)) findings!: VisitCase[]
}
export class PastHomeVisitPage extends PageOf(PastHomeVisit) {}

function repairWords(): Record<string, string> {
  return Object.fromEntries(Object.entries(repairCategories).map(([category, { label }]) => [category, label]))
}
