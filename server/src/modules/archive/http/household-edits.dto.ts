import { ApiProperty } from '@nestjs/swagger'
import { fileLimits, householdEventKinds, residencyRoles, type HouseholdEventKind, type ResidencyRole } from '@yinuo/contracts'
import {
  Day,
  Line,
  NestedList,
  OneOf,
  PhoneNumber,
  Quantity,
  Text,
  Uuid,
  Uuids,
  Version,
  YesNo,
} from '../../../platform/http/fields.ts'
import { id, whole } from '../../../platform/http/shapes.ts'

const PART = { max: 100, optional: true }

/** What was made or changed, and the version to change it with next. */
export class KeptRow {
  @ApiProperty(id) id!: string
  @ApiProperty(whole) version!: number
}

export class AddPerson {
  @Line('姓名', { max: 40 }) name!: string
  @PhoneNumber('手机号') phone!: string
  @OneOf(residencyRoles, 'ResidencyRole', '身份') role!: ResidencyRole
  @Quantity('共有份额', PART) sharePercent?: number
  @Day('入住日') validFrom!: string
  @Day('截止日', { optional: true }) validUntil?: string
}

export class ChangePerson {
  @Line('姓名', { max: 40 }) name!: string
  /** left out: stays as it is */
  @PhoneNumber('手机号', { optional: true }) phone?: string
  @OneOf(residencyRoles, 'ResidencyRole', '身份') role!: ResidencyRole
  @Quantity('共有份额', PART) sharePercent?: number
  @Day('入住日') validFrom!: string
  @Day('截止日', { optional: true }) validUntil?: string
  @Version() version!: number
  @Version() residentVersion!: number
}

export class MovePersonOut {
  /** the first day the home is no longer theirs: today ends every right at once */
  @Day('搬出日') movedOutOn!: string
  @Line('搬出原因', { max: 100 }) reason!: string
  @Version() version!: number
}

export class FormerOwner {
  @Uuid('原业主') residencyId!: string
  @Version() version!: number
}

export class NewOwner {
  @Line('新业主的姓名', { max: 40 }) name!: string
  @PhoneNumber('新业主的手机号') phone!: string
  @Quantity('共有份额', PART) sharePercent?: number
}

export class TransferUnit {
  @Day('过户日') transferredOn!: string
  /** the owners as they were seen; all of them go */
  @NestedList(() => FormerOwner, '原业主', { max: 50 }) formerOwners!: FormerOwner[]
  @NestedList(() => NewOwner, '新业主', { min: 1, max: 20 }) newOwners!: NewOwner[]
  @YesNo('原业主的家属是否一起搬出') familyMovesOut!: boolean
  @Text('说明', { max: 500, optional: true }) detail?: string
  @Uuids('材料照片', { max: fileLimits.perRepair }) fileIds!: string[]
}

export class AddHouseholdEvent {
  @OneOf(householdEventKinds, 'HouseholdEventKind', '事件') kind!: HouseholdEventKind
  @Line('标题', { max: 60 }) title!: string
  @Text('说明', { max: 500, optional: true }) detail?: string
  @Day('开始日') begunOn!: string
  @Day('结束日', { optional: true }) endedOn?: string
  @Uuids('照片', { max: fileLimits.perRepair }) fileIds!: string[]
}

export class ChangeHouseholdEvent extends AddHouseholdEvent {
  @Version() version!: number
}

export class WriteNote {
  @Text('备注', { max: 500 }) text!: string
  @YesNo('是否置顶') pinned!: boolean
}

export class PinNote {
  @YesNo('是否置顶') pinned!: boolean
}

export class NoteKept {
  @ApiProperty(id) id!: string
}

export class InviteFromOffice {
  @OneOf(residencyRoles, 'ResidencyRole', '邀请的身份') role!: ResidencyRole
  @Line('对方的姓名', { max: 40 }) name!: string
  /** only who has this number may take it; needed to invite an owner */
  @PhoneNumber('对方的手机号', { optional: true }) phone?: string
  @Day('租期截止日', { optional: true }) validUntil?: string
}

export class InvitationSent {
  @ApiProperty(id) id!: string
}
