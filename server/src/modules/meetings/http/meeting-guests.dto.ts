import {
  complaintCategories,
  complaintSorts,
  meetingLimits as limits,
  repairCategoryLabels,
  urgencies,
  type ComplaintCategoryCode,
  type ComplaintSort,
  type RepairCategoryCode,
  type Urgency,
} from '@yinuo/contracts'
import { Instant, OneOf, Text, Uuid, Version } from '../../../platform/http/fields.ts'

/** The resident of the archive who is meant, and the home they come for. */
export class MeetingGuest {
  @Uuid('住户') residentId!: string
  @Uuid('房屋') unitId!: string
}

export class BookForGuest extends MeetingGuest {
  @Instant('时段', { optional: true }) slotAt?: string
  @Text('想谈的事', { max: limits.topic, optional: true }) topic?: string
}

export class RaisePoint {
  @Text('提出的问题', { max: limits.point }) text!: string
  @Uuid('提出的住户', { optional: true }) residentId?: string
}

export class AnswerPoint {
  @Text('答复', { max: limits.answer }) answer!: string
  @Version() version!: number
}

class TurnedPoint {
  @OneOf(urgencies, 'Urgency', '紧急程度') urgency!: Urgency
  @Text('内容', { max: 1000 }) description!: string
  @Version() version!: number
}

export class PointToComplaint extends TurnedPoint {
  @OneOf(complaintSorts, 'ComplaintSort', '类型') sort!: ComplaintSort
  @OneOf(complaintCategories, 'ComplaintCategoryCode', '类别') category!: ComplaintCategoryCode
}

export class PointToRepair extends TurnedPoint {
  @OneOf(repairCategoryLabels, 'RepairCategoryCode', '类别') category!: RepairCategoryCode
  /** none: in the home of who raised it, else somewhere in the community */
  @Uuid('楼栋', { optional: true }) buildingId?: string
}
