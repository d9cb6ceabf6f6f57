import { fileLimits, postCodes, type PostCode } from '@yinuo/contracts'
import { OneOf, Text, Uuid, Uuids, Version, Whole } from '../../../platform/http/fields.ts'

/** POST /communities/{communityId}/complaints/{id}/{action}: each body carries the version its sender has seen. */
class SeenVersion {
  @Version() version!: number
}

class WithReason extends SeenVersion {
  @Text('原因', { max: 500 }) reason!: string
}

export class AssignComplaintBody extends SeenVersion {
  @Uuid('处理人') staffId!: string
  @OneOf(postCodes, 'PostCode', '责任部门', { optional: true }) department?: PostCode
  @Text('交代', { max: 500, optional: true }) note?: string
}

export class InvestigateComplaintBody extends SeenVersion {
  @Text('打算怎么查', { max: 500 }) note!: string
}

/** Without a version: two who write at once both have their word. */
export class TalkComplaintBody {
  @Text('想说的话', { max: 1000 }) text!: string
  @Uuids('照片或短视频', { max: fileLimits.perRepair }) fileIds!: string[]
}

export class ProposeComplaintBody extends SeenVersion {
  @Text('处理方案', { max: 1000 }) solution!: string
}

export class AcceptSolutionComplaintBody extends SeenVersion {
  @Text('说明', { max: 500, optional: true }) note?: string
}

export class RejectSolutionComplaintBody extends WithReason {}

export class FinishComplaintBody extends SeenVersion {
  @Text('落实情况', { max: 1000 }) result!: string
  @Uuids('照片', { max: fileLimits.perRepair }) fileIds!: string[]
}

export class RateComplaintBody extends SeenVersion {
  @Whole('评分', { min: 1, max: 5 }) rating!: number
  @Text('评价', { max: 500, optional: true }) comment?: string
}

export class FollowUpComplaintBody extends RateComplaintBody {}

export class EscalateComplaintBody extends WithReason {}

export class MarkComplexComplaintBody extends WithReason {}

export class ArchiveComplaintBody extends SeenVersion {}

export class WithdrawComplaintBody extends WithReason {}

export class AskUnsealing {
  @Text('拆封理由', { min: 5, max: 500 }) reason!: string
}
