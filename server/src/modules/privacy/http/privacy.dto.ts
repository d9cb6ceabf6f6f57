import { ApiProperty } from '@nestjs/swagger'
import {
  personalGroups,
  privacyRequestKinds,
  privacyRequestStates,
  retentionSubjects,
  type PersonalGroup,
  type PrivacyRequestKind,
  type PrivacyRequestState,
  type RetentionSubject,
} from '@yinuo/contracts'
import { Day, Line, Matching, OneOf, Text, Uuid, Whole } from '../../../platform/http/fields.ts'
import { PageOf, PageQuery } from '../../../platform/http/page.dto.ts'
import { code, day, id, instant, listOf, orNull, text, truth, whole } from '../../../platform/http/shapes.ts'

const requestKind = code(privacyRequestKinds, 'PrivacyRequestKind')
const requestState = code(privacyRequestStates, 'PrivacyRequestState')

// ── the person ──────────────────────────────────────────────────────────────

/** One kind of what we hold: how much, and what becomes of it when the account is deleted. */
export class PersonalHolding {
  @ApiProperty(code(personalGroups, 'PersonalGroup')) group!: PersonalGroup
  @ApiProperty(orNull(whole)) count!: number | null
  @ApiProperty(text) shown!: string
  @ApiProperty(text) onDeletion!: string
}

export class MyPrivacyRequest {
  @ApiProperty(id) id!: string
  @ApiProperty(requestKind) kind!: PrivacyRequestKind
  @ApiProperty(requestState) state!: PrivacyRequestState
  @ApiProperty(instant) askedAt!: string
  @ApiProperty({ ...orNull(instant), description: '注销：到这时生效；导出：下载到这时为止' }) effectiveAt!: string | null
  @ApiProperty(orNull(text)) waitsBecause!: string | null
  @ApiProperty({ type: Boolean, description: '由前台代为登记' }) atDesk!: boolean
}

export class MyPrivacy {
  @ApiProperty(listOf(PersonalHolding)) holdings!: PersonalHolding[]
  @ApiProperty(listOf(MyPrivacyRequest)) requests!: MyPrivacyRequest[]
  @ApiProperty({ ...truth, description: '和任何小区都没有关系：没有更多可导出，注销不需要冷静期，马上办好' }) atOnce!: boolean
}

export class AskPrivacy {
  @OneOf(privacyRequestKinds, 'PrivacyRequestKind', '要办的事') kind!: PrivacyRequestKind
}

export class PrivacyAsked {
  /** null: there was nobody to ask, and it is done */
  @ApiProperty(orNull(id)) id!: string | null
  @ApiProperty({ ...truth, description: '不需要冷静期，已经注销' }) done!: boolean
}

export class ExportLinks {
  @ApiProperty(text) pdfUrl!: string
  @ApiProperty(text) jsonUrl!: string
  @ApiProperty({ ...instant, description: '资料下载到这时为止；链接本身一刻钟内有效' }) until!: string
}

export class ExportLinkQuery {
  @Uuid('小区') community!: string
  @Matching(/^(pdf|json)$/, '文件格式只能是 pdf 或 json。') form!: 'pdf' | 'json'
  @Uuid('会话') session!: string
  @Matching(/^\d{1,12}$/, '链接不完整，请返回后重新打开。') expires!: string
  @Matching(/^[\w-]{43}$/, '链接不完整，请返回后重新打开。') signature!: string
}

// ── the office ──────────────────────────────────────────────────────────────

export class PrivacyRequestQuery extends PageQuery {
  @OneOf(privacyRequestStates, 'PrivacyRequestState', '状态', { optional: true }) state?: PrivacyRequestState
}

export class PrivacyRequestRow {
  @ApiProperty(id) id!: string
  @ApiProperty(requestKind) kind!: PrivacyRequestKind
  @ApiProperty(requestState) state!: PrivacyRequestState
  @ApiProperty(text) nameMasked!: string
  @ApiProperty(instant) askedAt!: string
  @ApiProperty({ ...instant, description: '法定答复期限' }) dueAt!: string
  @ApiProperty(truth) late!: boolean
  @ApiProperty(orNull(instant)) effectiveAt!: string | null
  @ApiProperty(orNull(instant)) answeredAt!: string | null
  @ApiProperty(orNull(text)) waitsBecause!: string | null
  /** null: asked by the person themselves */
  @ApiProperty(orNull(text)) registeredByName!: string | null
  @ApiProperty(orNull(text)) identityNote!: string | null
  /** prepared, and the person has no account to fetch it with */
  @ApiProperty(truth) toHandOver!: boolean
  @ApiProperty(orNull(instant)) handedOverAt!: string | null
}
export class PrivacyRequestPage extends PageOf(PrivacyRequestRow) {}

export class RegisterPrivacyRequest {
  @OneOf(privacyRequestKinds, 'PrivacyRequestKind', '要办的事') kind!: PrivacyRequestKind
  @Uuid('住户') residentId!: string
  @Text('身份核验情况', { max: 200, min: 2 }) identityNote!: string
}

// ── retention ───────────────────────────────────────────────────────────────

export class RetentionRule {
  @ApiProperty(code(retentionSubjects, 'RetentionSubject')) subject!: RetentionSubject
  @ApiProperty(whole) keepDays!: number
  @ApiProperty(text) basis!: string
  @ApiProperty(whole) leastDays!: number
  @ApiProperty(whole) mostDays!: number
  @ApiProperty(text) law!: string
  /** not one figure for all companies */
  @ApiProperty(truth) mayChange!: boolean
  /** not removed by the program, whatever its age */
  @ApiProperty(truth) stays!: boolean
  @ApiProperty(orNull(day)) effectiveFrom!: string | null
  @ApiProperty(orNull(text)) decidedByName!: string | null
  /** a figure that is decided and begins later */
  @ApiProperty(orNull(whole)) nextKeepDays!: number | null
  @ApiProperty(orNull(day)) nextFrom!: string | null
}

export class SetRetention {
  @Whole('保存天数', { min: 1, max: 36_500 }) keepDays!: number
  @Line('依据', { max: 200 }) basis!: string
  @Day('生效日期', { optional: true }) effectiveFrom?: string
}

export class RetentionCount {
  @ApiProperty(code(retentionSubjects, 'RetentionSubject')) subject!: RetentionSubject
  @ApiProperty(whole) keepDays!: number
  @ApiProperty(whole) done!: number
}

/** What one night cleared away. */
export class RetentionRun {
  @ApiProperty(instant) at!: string
  @ApiProperty(listOf(RetentionCount)) counts!: RetentionCount[]
}

export class RetentionRunQuery extends PageQuery {}
export class RetentionRunPage extends PageOf(RetentionRun) {}
