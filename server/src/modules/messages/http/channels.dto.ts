import { ApiProperty } from '@nestjs/swagger'
import {
  messageChannels,
  messageGroups,
  messageKinds,
  personalChannels,
  type DeliveryCounts as DeliveryCountsShape,
  type MessageChannel,
  type MessageGroup,
  type MessageKind,
  type PersonalChannel,
} from '@yinuo/contracts'
import {
  Line,
  Matching,
  Nested,
  NestedList,
  OneOf,
  SomeOf,
  TimeOfDay,
  Uuids,
  Version,
  YesNo,
} from '../../../platform/http/fields.ts'
import { code, day, id, instant, listOf, one, orNull, text, truth, whole } from '../../../platform/http/shapes.ts'
import { DeliveryRow } from './messages.dto.ts'

const kindShape = code(messageKinds, 'MessageKind')
const personalChannel = code(personalChannels, 'PersonalChannel')
const group = code(messageGroups, 'MessageGroup')

export class MessageView {
  @ApiProperty(id) id!: string
  @ApiProperty(kindShape) kind!: MessageKind
  @ApiProperty(text) title!: string
  @ApiProperty(text) body!: string
  @ApiProperty(text) recipientName!: string
  @ApiProperty(truth) urgent!: boolean
  @ApiProperty(instant) sentAt!: string
  @ApiProperty(orNull(instant)) readAt!: string | null
  @ApiProperty(orNull(id)) caseId!: string | null
  @ApiProperty(listOf(DeliveryRow)) deliveries!: DeliveryRow[]
}

/** What became of one day's messages on one channel. */
export class DeliveryCounts implements DeliveryCountsShape {
  @ApiProperty(day) day!: string
  @ApiProperty(code(messageChannels, 'MessageChannel')) channel!: MessageChannel
  @ApiProperty(whole) sent!: number
  @ApiProperty(whole) failed!: number
  @ApiProperty(whole) pending!: number
}

export class ResendDeliveries {
  @Uuids('要补发的消息', { min: 1, max: 100 }) deliveryIds!: string[]
}

export class Resent {
  @ApiProperty(whole) resent!: number
}

export class MessagePolicyView {
  @ApiProperty(kindShape) kind!: MessageKind
  @ApiProperty(listOf(personalChannel)) channels!: PersonalChannel[]
  @ApiProperty(truth) urgent!: boolean
  @ApiProperty(truth) toRobot!: boolean
  @ApiProperty(truth) isUsual!: boolean
}

export class MessageChannelsView {
  @ApiProperty(whole) version!: number
  @ApiProperty(truth) isEmailOffered!: boolean
  /** the last four characters of the robot's key; the key itself is never shown */
  @ApiProperty(orNull(text)) robotHint!: string | null
  @ApiProperty(orNull(instant)) robotSetAt!: string | null
  @ApiProperty(listOf(MessagePolicyView)) policies!: MessagePolicyView[]
}

/** The webhook's address as WeCom shows it; left out: no robot any more. */
export class SetRobot {
  @Line('群机器人的 Webhook 地址', { max: 300, optional: true }) address?: string
  @Version() version!: number
}

export class SetPolicy {
  @OneOf(messageKinds, 'MessageKind', '消息种类') kind!: MessageKind
  @SomeOf(personalChannels, 'PersonalChannel', '渠道，按先后顺序') channels!: PersonalChannel[]
  @YesNo('两个渠道同时发') urgent!: boolean
  @YesNo('发到企业微信群') toRobot!: boolean
  @Version() version!: number
}

export class GroupChannels {
  @ApiProperty(group) group!: MessageGroup
  @ApiProperty(listOf(personalChannel)) channels!: PersonalChannel[]
  /** everybody is told on every channel */
  @ApiProperty(truth) isFixed!: boolean
}

export class QuietHours {
  @TimeOfDay('免打扰开始时间') from!: string
  @TimeOfDay('免打扰结束时间') until!: string
}

export class MessagePreferences {
  @ApiProperty(listOf(GroupChannels)) groups!: GroupChannels[]
  @ApiProperty(orNull(one(QuietHours))) quiet!: QuietHours | null
  @ApiProperty(orNull(text)) email!: string | null
  /** waits for its code */
  @ApiProperty(orNull(text)) emailWanted!: string | null
  @ApiProperty(truth) isEmailOffered!: boolean
}

export class GroupChoice {
  @OneOf(messageGroups, 'MessageGroup', '消息类别') group!: MessageGroup
  @SomeOf(personalChannels, 'PersonalChannel', '接收渠道') channels!: PersonalChannel[]
}

export class SetPreferences {
  @NestedList(() => GroupChoice, '消息类别', { max: 10 }) groups!: GroupChoice[]
  @Nested(() => QuietHours, '免打扰时段', { optional: true }) quiet?: QuietHours
}

export class AskEmail {
  @Matching(
    /^[A-Za-z0-9][A-Za-z0-9_%+-]{0,30}(?:\.[A-Za-z0-9_%+-]{1,30}){0,3}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,40}[A-Za-z0-9])?\.){1,6}[A-Za-z]{2,24}$/,
    '请填写正确的邮箱地址，如 name@example.com。',
  )
  email!: string
}

export class ConfirmEmail {
  @Matching(/^\d{6}$/, '请填写邮件里的 6 位验证码。') code!: string
}
