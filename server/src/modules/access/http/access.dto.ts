import { ApiProperty } from '@nestjs/swagger'
import {
  callerKinds,
  permissions,
  propertyTypes,
  residencyRoles,
  sessionClients,
  type CallerKind,
  type Permission,
  type PropertyType,
  type ResidencyRole,
  type SessionClient,
} from '@yinuo/contracts'
import { Line, Matching, Password, TextByName, Token, YesNo } from '../../../platform/http/fields.ts'
import { code, day, id, instant, listOf, one, orNull, text, truth, whole } from '../../../platform/http/shapes.ts'

const propertyType = code(propertyTypes, 'PropertyType')
const sixDigits = '请输入 6 位数字的动态码。'

// ── who is calling ──────────────────────────────────────────────────────────

export class Home {
  @ApiProperty(id) communityId!: string
  @ApiProperty(text) communityName!: string
  @ApiProperty(propertyType) propertyType!: PropertyType
  @ApiProperty(text) hotline!: string
  @ApiProperty(id) unitId!: string
  @ApiProperty(text) unitLabel!: string
  @ApiProperty(code(residencyRoles, 'ResidencyRole')) role!: ResidencyRole
  @ApiProperty(orNull(day)) validUntil!: string | null
  @ApiProperty(text) residentName!: string
}

export class HeldPost {
  @ApiProperty({ ...text, description: '预置岗位的代码，或公司自建岗位的代码' }) code!: string
  @ApiProperty(text) name!: string
  @ApiProperty(listOf(code(permissions, 'Permission'))) permissions!: Permission[]
  @ApiProperty({ ...listOf(id), description: '任此岗位的小区' }) communityIds!: string[]
  @ApiProperty(orNull({ ...listOf(id), description: '只管这些楼栋；空：整个小区' })) buildingIds!: string[] | null
}

export class StaffCommunity {
  @ApiProperty(id) communityId!: string
  @ApiProperty(text) name!: string
  @ApiProperty(propertyType) propertyType!: PropertyType
}

export class MyAccount {
  @ApiProperty(id) id!: string
  @ApiProperty(orNull(text)) name!: string | null
  @ApiProperty(orNull(text)) phoneMasked!: string | null
  @ApiProperty(truth) elderMode!: boolean
}

export class MyStaff {
  @ApiProperty(id) id!: string
  @ApiProperty(text) name!: string
  @ApiProperty(text) companyName!: string
  @ApiProperty(truth) totpEnrolled!: boolean
  @ApiProperty({ ...listOf(id), description: '正在当班的小区' }) onDutyIn!: string[]
  @ApiProperty(listOf(StaffCommunity)) communities!: StaffCommunity[]
  @ApiProperty(listOf(HeldPost)) posts!: HeldPost[]
}

export class Me {
  @ApiProperty(listOf(code(callerKinds, 'CallerKind'))) callers!: CallerKind[]
  @ApiProperty(orNull(one(MyAccount))) account!: MyAccount | null
  @ApiProperty(listOf(Home)) homes!: Home[]
  @ApiProperty(orNull(one(MyStaff))) staff!: MyStaff | null
  @ApiProperty(whole) unreadMessages!: number
}

export class Preferences {
  @YesNo('长辈模式') elderMode!: boolean
}

export class PhoneCode {
  @Token('手机号授权码', { max: 200 }) code!: string
}

export class DutyChange {
  @YesNo('当班') onDuty!: boolean
}

// ── sessions ────────────────────────────────────────────────────────────────

export class SignInWithWechat {
  @Token('微信登录码', { max: 200 }) code!: string
}

export class SignInWithPassword {
  @Line('账号', { max: 40 }) login!: string
  @Password('密码', { max: 200 }) password!: string
  @Matching(/^\d{6}$/, sixDigits, { optional: true }) totp?: string
}

/** A token for a short while, and the one to get the next with. */
export class SessionTokens {
  @ApiProperty(text) token!: string
  @ApiProperty({ ...instant, description: 'token 到期时间' }) expiresAt!: string
  @ApiProperty({ ...text, description: '换取新 token，只能用一次' }) refreshToken!: string
}

export class SignedIn extends SessionTokens {
  @ApiProperty(one(Me)) me!: Me
}

export class RefreshSession {
  @Token('登录凭据', { max: 200 }) refreshToken!: string
}

/** Where somebody is signed in. */
export class SessionRow {
  @ApiProperty(id) id!: string
  @ApiProperty(code(sessionClients, 'SessionClient')) client!: SessionClient
  @ApiProperty({ ...text, description: '设备与应用' }) device!: string
  @ApiProperty(orNull({ ...text, description: '网络地址，已遮盖' })) addressMasked!: string | null
  @ApiProperty(instant) since!: string
  @ApiProperty(orNull(instant)) lastSeenAt!: string | null
  @ApiProperty({ ...truth, description: '正在使用的这一个' }) current!: boolean
}

export class TotpOffer {
  @ApiProperty(text) uri!: string
  @ApiProperty(text) qrSvg!: string
}

export class TotpConfirmation {
  @Matching(/^\d{6}$/, sixDigits) totp!: string
}

const ticketStates = { waiting: '等待扫码', approved: '已同意', expired: '已过期' } as const

/** A console waiting to be let in by a member of staff who scans it with the mini-program. */
export class SignInTicket {
  @ApiProperty(text) ticket!: string
  @ApiProperty(text) qrSvg!: string
  @ApiProperty(instant) expiresAt!: string
  @ApiProperty(code(ticketStates, 'SignInTicketState')) state!: keyof typeof ticketStates
}

export class SignInTicketCreated extends SignInTicket {
  @ApiProperty({ ...text, description: '只给创建它的控制台，凭此换取登录' }) secret!: string
}

export class TicketSecret {
  @Token('登录凭据', { max: 200 }) secret!: string
}

// ── what staff keep and look for ────────────────────────────────────────────

export class SavedViewQuery {
  @Matching(/^[a-z][a-z-]{0,39}$/, '请重新打开页面后再试。') page!: string
}

export class SavedView {
  @Line('视图名称', { max: 40 }) name!: string
  @TextByName('筛选条件', { max: 20 }) filters!: Record<string, string>
}

export class SearchQuery {
  @Line('搜索内容', { max: 40 }) query!: string
}

const searchHitKinds = { unit: '房屋', repair: '报修', complaint: '投诉建议', notice: '公告', staff: '员工' } as const

export class SearchHit {
  @ApiProperty(code(searchHitKinds, 'SearchHitKind')) kind!: keyof typeof searchHitKinds
  @ApiProperty(id) id!: string
  @ApiProperty(orNull(id)) communityId!: string | null
  @ApiProperty(text) title!: string
  @ApiProperty(text) subtitle!: string
}
