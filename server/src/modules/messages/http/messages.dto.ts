import { ApiProperty } from '@nestjs/swagger'
import {
  deliveryStates,
  messageChannels,
  messageGroups,
  messageKinds,
  subscriptionTemplates,
  type DeliveryState,
  type Labels,
  type MessageChannel,
  type MessageGroup,
  type MessageKind,
  type SubscriptionAnswer,
  type SubscriptionTemplate,
} from '@yinuo/contracts'
import { NestedList, OneOf, Switch, Token, Uuid } from '../../../platform/http/fields.ts'
import { PageOf, PageQuery } from '../../../platform/http/page.dto.ts'
import { code, id, instant, orNull, text, whole } from '../../../platform/http/shapes.ts'

const messageKind = code(messageKinds, 'MessageKind')

export class InboxMessage {
  @ApiProperty(id) id!: string
  @ApiProperty(id) communityId!: string
  @ApiProperty(messageKind) kind!: MessageKind
  @ApiProperty(text) title!: string
  @ApiProperty(text) body!: string
  /** the repair, complaint or conversation it is about */
  @ApiProperty(orNull(id)) caseId!: string | null
  /** the same, as mini-programs before 0.2 know it */
  @ApiProperty({ ...orNull(id), deprecated: true }) repairId!: string | null
  /** the notice or outage it is about */
  @ApiProperty(orNull(id)) aboutId!: string | null
  @ApiProperty(instant) sentAt!: string
  @ApiProperty(orNull(instant)) readAt!: string | null
}
export class InboxQuery extends PageQuery {
  @OneOf(messageGroups, 'MessageGroup', '消息类别', { optional: true }) group?: MessageGroup
  @Switch('只看未读') unread?: boolean
}
export class InboxMessagePage extends PageOf(InboxMessage) {}

const templateTitles = Object.fromEntries(
  Object.entries(subscriptionTemplates).map(([template, { title }]) => [template, title]),
) as Labels<SubscriptionTemplate>

export class SubscriptionOffer {
  @ApiProperty(code(templateTitles, 'SubscriptionTemplate')) template!: SubscriptionTemplate
  @ApiProperty(text) templateId!: string
  @ApiProperty(text) title!: string
  @ApiProperty(whole) grantsLeft!: number
}

const subscriptionAnswers = {
  accept: '同意',
  reject: '拒绝',
  ban: '模板被封禁',
  filter: '模板被过滤',
  acceptWithAlert: '同意并弹出提醒',
  acceptWithAudio: '同意并语音提醒',
  acceptWithForcePush: '同意并强提醒',
} as const satisfies Labels<SubscriptionAnswer>

export class TemplateAnswer {
  @Token('消息模板', { max: 100 }) templateId!: string
  @OneOf(subscriptionAnswers, 'SubscriptionAnswer', '授权结果') answer!: SubscriptionAnswer
}

/** What the consent sheet of one asking answered; the client makes `askId` per asking. */
export class SubscriptionAnswers {
  @Uuid('授权记录') askId!: string
  @NestedList(() => TemplateAnswer, '授权结果', { min: 1, max: 5 }) answers!: TemplateAnswer[]
}

export class DeliveryQuery extends PageQuery {
  @Uuid('工单', { optional: true }) caseId?: string
  @OneOf(deliveryStates, 'DeliveryState', '送达状态', { optional: true }) state?: DeliveryState
  @OneOf(messageChannels, 'MessageChannel', '渠道', { optional: true }) channel?: MessageChannel
}

export class DeliveryRow {
  @ApiProperty(id) id!: string
  @ApiProperty(id) messageId!: string
  @ApiProperty(messageKind) kind!: MessageKind
  @ApiProperty(text) recipientName!: string
  @ApiProperty(code(messageChannels, 'MessageChannel')) channel!: MessageChannel
  @ApiProperty(code(deliveryStates, 'DeliveryState')) state!: DeliveryState
  @ApiProperty(whole) attempts!: number
  @ApiProperty(orNull(text)) reason!: string | null
  @ApiProperty(instant) at!: string
  /** when it is tried again, where it waits */
  @ApiProperty(orNull(instant)) nextAt!: string | null
  /** how often somebody had it sent again */
  @ApiProperty(whole) resent!: number
}
export class DeliveryPage extends PageOf(DeliveryRow) {}
