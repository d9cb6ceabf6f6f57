import { fileLimits, visitMethods, waitReasons, type VisitMethod, type WaitReason } from '@yinuo/contracts'
import {
  Fen,
  Instant,
  Line,
  NestedList,
  OneOf,
  Quantity,
  Text,
  Uuid,
  Uuids,
  Version,
  Whole,
  YesNo,
} from '../../../platform/http/fields.ts'

/** POST /communities/{communityId}/repairs/{id}/{action}: each body carries the version its sender has seen. */
class SeenVersion {
  @Version() version!: number
}

class WithReason extends SeenVersion {
  @Text('原因', { max: 500 }) reason!: string
}

/** Without `staffId` the repair is dispatched automatically. */
export class DispatchRepairBody extends SeenVersion {
  @Uuid('员工', { optional: true }) staffId?: string
}

export class AcceptRepairBody extends SeenVersion {}

export class DeclineRepairBody extends WithReason {}

export class TransferRepairBody extends WithReason {
  @Uuid('员工') staffId!: string
}

/** `fileIds`: photos before the work. */
export class ArriveRepairBody extends SeenVersion {
  @Uuids('维修前照片', { max: fileLimits.perRepair }) fileIds!: string[]
}

export class WaitRepairBody extends WithReason {
  @OneOf(waitReasons, 'WaitReason', '等待原因') for!: WaitReason
  @Instant('预计恢复时间', { optional: true }) until?: string
}

export class ResumeRepairBody extends SeenVersion {}

export class NoteRepairBody extends SeenVersion {
  @Text('进展说明', { max: 1000 }) text!: string
  @Uuids('照片', { max: fileLimits.perRepair }) fileIds!: string[]
}

export class MaterialUsed {
  @Line('材料名称', { max: 40 }) name!: string
  @Quantity('数量', { max: 99_999 }) quantity!: number
  @Line('单位', { max: 10 }) unit!: string
  @Fen('单价') unitPriceFen!: number
}

export class AddMaterialsRepairBody extends SeenVersion {
  @NestedList(() => MaterialUsed, '用料', { min: 1, max: 50 }) materials!: MaterialUsed[]
}

export class ChargeLine {
  @Line('收费项目', { max: 40 }) label!: string
  @Fen('金额') amountFen!: number
}

export class OfferChargeRepairBody extends SeenVersion {
  @NestedList(() => ChargeLine, '收费项目', { min: 1, max: 20 }) lines!: ChargeLine[]
}

export class AgreeChargeRepairBody extends SeenVersion {}

export class RefuseChargeRepairBody extends WithReason {}

/** `fileIds`: photos after the work; that there is one is the procedure's rule (PROOF_REQUIRED). */
export class FinishRepairBody extends SeenVersion {
  @Text('维修结果', { max: 1000 }) text!: string
  @Whole('工时（分钟）', { min: 0, max: 10_000 }) labourMinutes!: number
  @Uuids('维修后照片', { max: fileLimits.perRepair }) fileIds!: string[]
}

export class ConfirmRepairBody extends SeenVersion {
  @Whole('评分', { min: 1, max: 5 }) rating!: number
  @Text('评价', { max: 500, optional: true }) comment?: string
}

export class ReopenRepairBody extends WithReason {
  @Uuids('照片', { max: fileLimits.perRepair }) fileIds!: string[]
}

export class CancelRepairBody extends WithReason {}

export class VisitRepairBody extends SeenVersion {
  @OneOf(visitMethods, 'VisitMethod', '回访方式') method!: VisitMethod
  @YesNo('住户是否满意') satisfied!: boolean
  @Text('回访情况', { max: 1000 }) finding!: string
}

export class ArchiveRepairBody extends SeenVersion {}
