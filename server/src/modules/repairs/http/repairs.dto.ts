import { ApiProperty } from '@nestjs/swagger'
import {
  caseKinds,
  channels,
  chargeStates,
  clockNames,
  closeReasons,
  codesOf,
  contentVerdicts,
  fileLimits,
  placeKinds,
  repairActions,
  repairCategoryLabels,
  repairStates,
  sampleResults,
  urgencies,
  visitMethods,
  waitReasons,
  type CaseKind,
  type Channel,
  type ChargeState,
  type ClockName,
  type CloseReason,
  type ContentVerdict,
  type PlaceKind,
  type RepairAction,
  type RepairCategoryCode,
  type RepairState,
  type SampleResult,
  type Urgency,
  type VisitMethod,
  type WaitReason,
} from '@yinuo/contracts'
import { FileView } from '../../../platform/files/file.dto.ts'
import {
  Choices,
  Instant,
  Line,
  Nested,
  OneOf,
  PhoneNumber,
  Switch,
  Text,
  Token,
  Uuid,
  Uuids,
  Whole,
} from '../../../platform/http/fields.ts'
import { PageOf, PageQuery } from '../../../platform/http/page.dto.ts'
import { code, day, fen, id, instant, listOf, number, one, orNull, text, truth, whole } from '../../../platform/http/shapes.ts'
import { CaseEventView, ClockView } from '../../cases/index.ts'
import { PlaceRef } from '../../organisation/index.ts'
import { ChargeLine } from './repair-actions.dto.ts'

export * from './repair-actions.dto.ts'

const category = code(repairCategoryLabels, 'RepairCategoryCode')
const urgency = code(urgencies, 'Urgency')
const repairState = code(repairStates, 'RepairState')
const sampleResult = code(sampleResults, 'SampleResult')
const visitMethod = code(visitMethods, 'VisitMethod')
const planPosition = orNull({ ...whole, minimum: 0, maximum: 1000, description: '总平面图上的位置，0 到 1000' })

// ── reporting ───────────────────────────────────────────────────────────────

export class UrgencyPromise {
  @ApiProperty(urgency) urgency!: Urgency
  @ApiProperty(text) sentence!: string
  @ApiProperty(orNull(whole)) respondWithinMinutes!: number | null
  @ApiProperty(orNull(whole)) resolveWithinMinutes!: number | null
  /** Repairs of this urgency closed this month, and how many of them kept every promise; counted, never typed in. */
  @ApiProperty(whole) closedThisMonth!: number
  @ApiProperty(whole) onTimeThisMonth!: number
}

/** What is promised, said before sending. */
export class RepairOptions {
  @ApiProperty(listOf(UrgencyPromise)) promises!: UrgencyPromise[]
  @ApiProperty(text) standardName!: string
}

/** Where it is broken; the community itself needs no `id`. */
export class PlaceChoice {
  @OneOf(placeKinds, 'PlaceKind', '报修位置') kind!: PlaceKind
  @Uuid('报修位置', { optional: true }) id?: string
}

export class ReporterDetails {
  @Uuid('住户', { optional: true }) residentId?: string
  @Line('报修人姓名', { max: 40 }) name!: string
  /** of a resident the archive knows it */
  @PhoneNumber('报修人电话', { optional: true }) phone?: string
}

export class ReportRepair {
  @Nested(() => PlaceChoice, '报修位置') place!: PlaceChoice
  @OneOf(repairCategoryLabels, 'RepairCategoryCode', '报修类别') category!: RepairCategoryCode
  @OneOf(urgencies, 'Urgency', '紧急程度') urgency!: Urgency
  @Text('报修内容', { max: 1000 }) description!: string
  @Uuids('照片或短视频', { max: fileLimits.perRepair }) fileIds!: string[]
  @Token('二维码', { max: 64, optional: true }) codeToken?: string
  @Instant('希望上门的开始时间', { optional: true }) preferredFrom?: string
  @Instant('希望上门的结束时间', { optional: true }) preferredUntil?: string
  /** Office only; a resident's channel is miniprogram or code. */
  @OneOf(channels, 'Channel', '报修渠道', { optional: true }) channel?: Channel
  /** Office only: for whom it is registered. */
  @Nested(() => ReporterDetails, '报修人', { optional: true }) reporter?: ReporterDetails
}

export class RepairReceipt {
  @ApiProperty(id) id!: string
  @ApiProperty(id) communityId!: string
  @ApiProperty(text) number!: string
  @ApiProperty(repairState) state!: RepairState
  @ApiProperty(whole) version!: number
}

// ── the queue ───────────────────────────────────────────────────────────────

export class RepairQueueQuery extends PageQuery {
  @Choices(repairStates, '状态') state?: RepairState[]
  @OneOf(repairCategoryLabels, 'RepairCategoryCode', '报修类别', { optional: true }) category?: RepairCategoryCode
  @OneOf(urgencies, 'Urgency', '紧急程度', { optional: true }) urgency?: Urgency
  @Uuid('处理人', { optional: true }) assigneeId?: string
  @Switch('已超时') late?: boolean
  @Line('搜索内容', { max: 40, optional: true }) query?: string
}

export class Assignee {
  @ApiProperty(id) id!: string
  @ApiProperty(text) name!: string
}

export class RepairRow {
  @ApiProperty(id) id!: string
  @ApiProperty(id) communityId!: string
  @ApiProperty(text) communityName!: string
  @ApiProperty(text) number!: string
  @ApiProperty(repairState) state!: RepairState
  @ApiProperty(code(channels, 'Channel')) channel!: Channel
  @ApiProperty(category) category!: RepairCategoryCode
  @ApiProperty(urgency) urgency!: Urgency
  @ApiProperty(text) placeLabel!: string
  @ApiProperty(text) description!: string
  @ApiProperty(orNull(text)) photoUrl!: string | null
  @ApiProperty(text) reporterName!: string
  @ApiProperty(instant) reportedAt!: string
  @ApiProperty(orNull(instant)) dueAt!: string | null
  @ApiProperty(orNull(code(clockNames, 'ClockName'))) dueClock!: ClockName | null
  @ApiProperty(truth) late!: boolean
  @ApiProperty(truth) paused!: boolean
  @ApiProperty(truth) flaggedNoProgress!: boolean
  @ApiProperty(orNull(one(Assignee))) assignee!: Assignee | null
  @ApiProperty(whole) version!: number
  @ApiProperty(orNull(whole)) rating!: number | null
}
export class RepairPage extends PageOf(RepairRow) {}

// ── one repair ──────────────────────────────────────────────────────────────

export class AssignmentReason {
  @ApiProperty(text) rule!: string
  @ApiProperty(text) text!: string
}

export class RepairMaterial {
  @ApiProperty(id) id!: string
  @ApiProperty(text) name!: string
  @ApiProperty(number) quantity!: number
  @ApiProperty(text) unit!: string
  @ApiProperty(fen) unitPriceFen!: number
}

export class RepairCharge {
  @ApiProperty(code(chargeStates, 'ChargeState')) state!: ChargeState
  @ApiProperty(fen) amountFen!: number
  @ApiProperty(listOf(ChargeLine)) lines!: ChargeLine[]
  @ApiProperty(orNull(instant)) offeredAt!: string | null
  @ApiProperty(orNull(instant)) answeredAt!: string | null
}

export class RepairWaiting {
  @ApiProperty(code(waitReasons, 'WaitReason')) for!: WaitReason
  @ApiProperty(text) reason!: string
  @ApiProperty(instant) since!: string
  @ApiProperty(orNull(instant)) until!: string | null
}

export class RepairVisit {
  @ApiProperty(instant) at!: string
  @ApiProperty(visitMethod) method!: VisitMethod
  @ApiProperty(text) visitorName!: string
  @ApiProperty(truth) satisfied!: boolean
  @ApiProperty(text) finding!: string
}

export class SampleOfRepair {
  @ApiProperty(instant) at!: string
  @ApiProperty(sampleResult) result!: SampleResult
  @ApiProperty(orNull(text)) inspectorName!: string | null
  @ApiProperty(orNull(text)) finding!: string | null
}

export class RepairView extends RepairRow {
  @ApiProperty(code(caseKinds, 'CaseKind')) kind!: CaseKind
  @ApiProperty(one(PlaceRef)) place!: PlaceRef
  @ApiProperty(planPosition) x!: number | null
  @ApiProperty(planPosition) y!: number | null
  /** whole for who works on it and who reported it; else null */
  @ApiProperty(orNull(text)) reporterPhone!: string | null
  @ApiProperty(orNull(text)) reporterPhoneMasked!: string | null
  @ApiProperty(orNull(instant)) preferredFrom!: string | null
  @ApiProperty(orNull(instant)) preferredUntil!: string | null
  @ApiProperty(listOf(FileView)) files!: FileView[]
  @ApiProperty(listOf(ClockView)) clocks!: ClockView[]
  @ApiProperty(listOf(CaseEventView)) timeline!: CaseEventView[]
  @ApiProperty(listOf(AssignmentReason)) assignedBecause!: AssignmentReason[]
  @ApiProperty(orNull(text)) assigneePhone!: string | null
  @ApiProperty(text) nextStep!: string
  @ApiProperty(listOf(RepairMaterial)) materials!: RepairMaterial[]
  @ApiProperty(orNull(whole)) labourMinutes!: number | null
  @ApiProperty(one(RepairCharge)) charge!: RepairCharge
  @ApiProperty(orNull(one(RepairWaiting))) waiting!: RepairWaiting | null
  @ApiProperty(orNull(text)) ratingComment!: string | null
  @ApiProperty(orNull(code(closeReasons, 'CloseReason'))) closeReason!: CloseReason | null
  @ApiProperty(orNull(instant)) closedAt!: string | null
  @ApiProperty(listOf(RepairVisit)) visits!: RepairVisit[]
  @ApiProperty(listOf(SampleOfRepair)) samples!: SampleOfRepair[]
  /** Office only: what WeChat's content check says of text and photos; the worst of them. */
  @ApiProperty(orNull(code(contentVerdicts, 'ContentVerdict'))) contentVerdict!: ContentVerdict | null
  @ApiProperty(text) standardName!: string
  @ApiProperty(listOf(code(repairActions, 'RepairAction'))) allowedActions!: RepairAction[]
}

export class DispatchCandidate {
  @ApiProperty(id) staffId!: string
  @ApiProperty(text) name!: string
  @ApiProperty(truth) qualified!: boolean
  @ApiProperty(truth) onDuty!: boolean
  @ApiProperty(whole) openRepairs!: number
  @ApiProperty(orNull(text)) nearestBuilding!: string | null
  @ApiProperty(truth) suggested!: boolean
  @ApiProperty(text) because!: string
}

// ── supervision ─────────────────────────────────────────────────────────────

export class DayNumbers {
  @ApiProperty(day) on!: string
  @ApiProperty(whole) reported!: number
  @ApiProperty(whole) closed!: number
  @ApiProperty(whole) late!: number
}

export class CategoryNumber {
  @ApiProperty(category) category!: RepairCategoryCode
  @ApiProperty(whole) count!: number
}

const states = codesOf(repairStates)

export class RepairNumbers {
  @ApiProperty({
    type: 'object',
    properties: Object.fromEntries(states.map((state) => [state, { type: 'integer' }])),
    required: [...states],
    selfRequired: true,
  })
  byState!: Record<RepairState, number>
  @ApiProperty(whole) late!: number
  @ApiProperty(whole) soon!: number
  @ApiProperty(whole) flaggedNoProgress!: number
  @ApiProperty(whole) undispatched!: number
  @ApiProperty(whole) closedThisMonth!: number
  @ApiProperty(whole) onTimeThisMonth!: number
  @ApiProperty(orNull(number)) ratingThisMonth!: number | null
  @ApiProperty(listOf(DayNumbers)) byDay!: DayNumbers[]
  @ApiProperty(listOf(CategoryNumber)) byCategory!: CategoryNumber[]
}

export class StaffOnMap {
  @ApiProperty(id) staffId!: string
  @ApiProperty(text) name!: string
  @ApiProperty(truth) onDuty!: boolean
  @ApiProperty(planPosition) x!: number | null
  @ApiProperty(planPosition) y!: number | null
  @ApiProperty(orNull(id)) repairId!: string | null
  @ApiProperty(orNull(text)) repairNumber!: string | null
  @ApiProperty(whole) openRepairs!: number
}

export class SampleQuery extends PageQuery {
  @OneOf(sampleResults, 'SampleResult', '检查结果', { optional: true }) result?: SampleResult
}

export class RepairSample {
  @ApiProperty(id) id!: string
  @ApiProperty(id) repairId!: string
  @ApiProperty(text) repairNumber!: string
  @ApiProperty(text) placeLabel!: string
  @ApiProperty(text) assigneeName!: string
  @ApiProperty(instant) closedAt!: string
  @ApiProperty(sampleResult) result!: SampleResult
  @ApiProperty(orNull(text)) inspectorName!: string | null
  @ApiProperty(orNull(text)) finding!: string | null
  @ApiProperty(instant) drawnAt!: string
  @ApiProperty(orNull(instant)) inspectedAt!: string | null
}
export class RepairSamplePage extends PageOf(RepairSample) {}

export class DrawSamples {
  @Whole('抽查数量', { min: 1, max: 200 }) count!: number
  @Instant('关闭时间的起点') closedFrom!: string
  @Instant('关闭时间的终点') closedUntil!: string
}

const findings = { passed: sampleResults.passed, failed: sampleResults.failed } as const

export class SampleFinding {
  @OneOf(findings, 'SampleVerdict', '检查结果') result!: keyof typeof findings
  @Text('检查情况', { max: 1000 }) finding!: string
}
