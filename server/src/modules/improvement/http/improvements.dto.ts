import { ApiProperty } from '@nestjs/swagger'
import {
  improvementLimits,
  improvementStates,
  proposalStates,
  tellingStates,
  type ImprovementState,
  type ProposalState,
  type RepeatRule,
  type TellingState,
} from '@yinuo/contracts'
import { FileView } from '../../../platform/files/file.dto.ts'
import { Day, Line, OneOf, Switch, Text, Uuid, Uuids, Version, Whole, YesNo } from '../../../platform/http/fields.ts'
import { PageOf, PageQuery } from '../../../platform/http/page.dto.ts'
import { code, day, id, instant, listOf, number, one, orNull, text, truth, whole } from '../../../platform/http/shapes.ts'
import { CauseCase, repeatRuleShape } from './causes.dto.ts'

const state = code(improvementStates, 'ImprovementState')

export class ProposalQuery extends PageQuery {
  @OneOf(proposalStates, 'ProposalState', '处理情况', { optional: true }) state?: ProposalState
}

export class ProposalRow {
  @ApiProperty(id) id!: string
  @ApiProperty(repeatRuleShape) rule!: RepeatRule
  @ApiProperty(id) causeId!: string
  @ApiProperty(text) causeName!: string
  @ApiProperty(text) placeLabel!: string
  @ApiProperty(whole) cases!: number
  @ApiProperty(whole) days!: number
  @ApiProperty(code(proposalStates, 'ProposalState')) state!: ProposalState
  @ApiProperty(instant) madeAt!: string
  @ApiProperty(orNull(text)) settledByName!: string | null
  @ApiProperty(orNull(text)) dismissedBecause!: string | null
  @ApiProperty(orNull(id)) improvementId!: string | null
  @ApiProperty(whole) version!: number
}
export class ProposalPage extends PageOf(ProposalRow) {}

export class ProposalView extends ProposalRow {
  @ApiProperty(listOf(CauseCase)) linked!: CauseCase[]
}

export class DismissProposal {
  @Text('搁置的原因', { max: 200 }) reason!: string
  @Version() version!: number
}

class Plan {
  @Line('标题', { max: improvementLimits.title }) title!: string
  @Text('发现的问题', { max: improvementLimits.text }) finding!: string
  @Text('改进措施', { max: improvementLimits.text }) measure!: string
  @Uuid('负责人') ownerId!: string
  @Day('完成期限') dueOn!: string
  /** cases of the cause in 30 days that are not to be exceeded */
  @Whole('目标件数', { min: 0, max: 1000 }) target!: number
}

/** Out of a proposal. */
export class AcceptProposal extends Plan {
  @Version() version!: number
}

/** Without one: of a cause, with its cases of so many days. */
export class NewImprovement extends Plan {
  @Uuid('原因') causeId!: string
  @Whole('关联最近几天的工单', { min: 1, max: 365 }) days!: number
}

export class EditedImprovement extends Plan {
  @Version() version!: number
}

export class MovedImprovement {
  @Text('说明', { max: 300, optional: true }) note?: string
  @Version() version!: number
}

export class CheckedImprovement {
  @YesNo('有效') effective!: boolean
  @Text('验证结论', { max: 300 }) note!: string
  @Version() version!: number
}

export class ImprovementQuery extends PageQuery {
  @OneOf(improvementStates, 'ImprovementState', '进展', { optional: true }) state?: ImprovementState
  @Uuid('负责人', { optional: true }) ownerId?: string
  @Switch('已逾期') overdue?: boolean
}

export class ImprovementRow {
  @ApiProperty(id) id!: string
  @ApiProperty(text) number!: string
  @ApiProperty(text) title!: string
  @ApiProperty(text) causeName!: string
  @ApiProperty(repeatRuleShape) rule!: RepeatRule
  @ApiProperty(text) placeLabel!: string
  @ApiProperty(orNull(id)) ownerId!: string | null
  @ApiProperty(orNull(text)) ownerName!: string | null
  @ApiProperty(day) dueOn!: string
  @ApiProperty(truth) overdue!: boolean
  @ApiProperty(state) state!: ImprovementState
  @ApiProperty(orNull(truth)) effective!: boolean | null
  /** cases in 30 days: when it was opened, in the last 30 days, and at most so many */
  @ApiProperty(number) figureAtOpening!: number
  @ApiProperty(number) figureNow!: number
  @ApiProperty(number) target!: number
  @ApiProperty(instant) openedAt!: string
  @ApiProperty(truth) told!: boolean
}
export class ImprovementPage extends PageOf(ImprovementRow) {}

export class ImprovementEvent {
  @ApiProperty(id) id!: string
  @ApiProperty(text) text!: string
  @ApiProperty(text) byName!: string
  @ApiProperty(instant) at!: string
}

export class ImprovementTelling {
  @ApiProperty(text) said!: string
  @ApiProperty(text) changed!: string
  @ApiProperty(listOf(FileView)) files!: FileView[]
  @ApiProperty(code(tellingStates, 'TellingState')) state!: TellingState
  @ApiProperty(instant) toldAt!: string
  @ApiProperty(text) toldByName!: string
  @ApiProperty(whole) told!: number
}

export class ImprovementView extends ImprovementRow {
  @ApiProperty(id) causeId!: string
  @ApiProperty(text) finding!: string
  @ApiProperty(text) measure!: string
  @ApiProperty(text) openedByName!: string
  @ApiProperty(orNull(instant)) doneAt!: string | null
  @ApiProperty(orNull(instant)) checkedAt!: string | null
  /** as measured when its effect was checked */
  @ApiProperty(orNull(number)) figureBefore!: number | null
  @ApiProperty(orNull(number)) figureAfter!: number | null
  @ApiProperty(listOf(CauseCase)) linked!: CauseCase[]
  @ApiProperty(listOf(ImprovementEvent)) timeline!: ImprovementEvent[]
  @ApiProperty(orNull(one(ImprovementTelling))) telling!: ImprovementTelling | null
  @ApiProperty(whole) version!: number
}

/** How many a telling reaches. */
export class TellingReach {
  @ApiProperty(whole) people!: number
  @ApiProperty(whole) cases!: number
  /** linked cases whose reporter gets no message: unnamed, without the mini-program, or moved out */
  @ApiProperty(whole) onTimelineOnly!: number
}

export class TellingWish {
  @Text('住户说了什么', { max: 300 }) said!: string
  @Text('我们改了什么', { max: 500 }) changed!: string
  @Uuids('图片', { max: improvementLimits.files }) fileIds!: string[]
  @Version() version!: number
}

export class SeenImprovement {
  @Version() version!: number
}

export class ImprovementOwner {
  @ApiProperty(id) staffId!: string
  @ApiProperty(text) name!: string
  @ApiProperty(listOf(text)) posts!: string[]
}

export class ImprovementNumbers {
  @ApiProperty(whole) proposals!: number
  @ApiProperty(whole) overdue!: number
}

export class PublicChangeQuery extends PageQuery {
  @Uuid('小区', { optional: true }) communityId?: string
  /** a case of the reader's own: what was changed because of it */
  @Uuid('报修或投诉', { optional: true }) caseId?: string
}

/** What was changed because of what was said, for everybody who lives there. */
export class PublicChange {
  @ApiProperty(id) id!: string
  @ApiProperty(id) communityId!: string
  @ApiProperty(text) communityName!: string
  @ApiProperty(text) title!: string
  @ApiProperty(text) said!: string
  @ApiProperty(text) changed!: string
  @ApiProperty(instant) toldAt!: string
  @ApiProperty(whole) cases!: number
  /** cases in 30 days before and after, once it has been measured */
  @ApiProperty(orNull(number)) figureBefore!: number | null
  @ApiProperty(orNull(number)) figureAfter!: number | null
  @ApiProperty(listOf(FileView)) files!: FileView[]
}
export class PublicChangePage extends PageOf(PublicChange) {}
