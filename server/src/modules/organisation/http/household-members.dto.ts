import { ApiProperty } from '@nestjs/swagger'
import { invitedRoles, residencyRoles, type InvitedRole, type ResidencyRole } from '@yinuo/contracts'
import { Day, Line, OneOf, Uuid } from '../../../platform/http/fields.ts'
import { code, day, id, instant, listOf, orNull, text, truth } from '../../../platform/http/shapes.ts'

const invitedRole = code(invitedRoles, 'InvitedRole')

export class InviteToHome {
  @Uuid('房屋') unitId!: string
  @OneOf(invitedRoles, 'InvitedRole', '邀请的身份') role!: InvitedRole
  @Line('对方的姓名', { max: 40 }) name!: string
  @Day('租期截止日', { optional: true }) validUntil?: string
}

/** What an invitation leads to, for who holds it. */
export class Invitation {
  @ApiProperty(text) inviterName!: string
  @ApiProperty(id) communityId!: string
  @ApiProperty(text) communityName!: string
  @ApiProperty(text) hotline!: string
  @ApiProperty(id) unitId!: string
  @ApiProperty(text) unitLabel!: string
  @ApiProperty(code(residencyRoles, 'ResidencyRole')) role!: ResidencyRole
  @ApiProperty(text) name!: string
  @ApiProperty(orNull(day)) validUntil!: string | null
  @ApiProperty(instant) expiresAt!: string
}

/** Still to be taken: the token stands in its link and its code. */
export class OpenInvitation {
  @ApiProperty(id) id!: string
  @ApiProperty(text) name!: string
  @ApiProperty(invitedRole) role!: InvitedRole
  @ApiProperty(orNull(day)) validUntil!: string | null
  @ApiProperty(instant) expiresAt!: string
  @ApiProperty(text) token!: string
}

export class InvitationCode {
  @ApiProperty({ type: String, description: '小程序码，data: 开头的图片' }) picture!: string
}

export class HouseholdQuery {
  @Uuid('房屋') unitId!: string
}

export class HouseholdMember {
  @ApiProperty(id) id!: string
  @ApiProperty(text) name!: string
  @ApiProperty(text) phoneMasked!: string
  @ApiProperty(code(residencyRoles, 'ResidencyRole')) role!: ResidencyRole
  @ApiProperty(orNull(day)) validUntil!: string | null
  @ApiProperty(truth) isMe!: boolean
  /** whether the mini-program is used with this record */
  @ApiProperty(truth) isJoined!: boolean
}

export class HouseholdMembers {
  @ApiProperty(id) communityId!: string
  @ApiProperty(id) unitId!: string
  @ApiProperty(text) communityName!: string
  @ApiProperty(text) unitLabel!: string
  @ApiProperty(truth) isOwner!: boolean
  @ApiProperty(listOf(HouseholdMember)) members!: HouseholdMember[]
  @ApiProperty(listOf(OpenInvitation)) invitations!: OpenInvitation[]
}

export class ResidencyTerm {
  @Day('截止日') validUntil!: string
}
