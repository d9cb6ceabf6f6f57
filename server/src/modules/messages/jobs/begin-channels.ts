import type { EntityManager } from 'typeorm'
import type { Act } from '../../../platform/database/index.ts'
import type { Seal } from '../../../platform/secrets/index.ts'
import { fitValues, type Wechat } from '../../../wechat/index.ts'
import { beginAttempt, closeChannel, restChannel, type DeliveryRow, type MessageRef } from '../actions/attempt-delivery.ts'
import { hasGrantLeft, takeGrant } from '../actions/grants.ts'
import type { Addressed } from '../actions/load-message.ts'
import { takeToken, type Pace } from '../actions/take-token.ts'
import type { Mailer } from '../mail/mailer.ts'
import type { GroupRobot } from '../robot/group-robot.ts'
import type { Outcome } from '../rules/after-attempt.ts'
import { mailOf } from '../rules/mail-text.ts'
import type { OuterChannel } from '../rules/next-channel.ts'
import { fieldsOf, pageOf, templateOf } from '../rules/templates.ts'
import type { SmsGateway } from '../sms/sms-gateway.ts'
import { mailOutcome, robotOutcome, smsOutcome, wechatOutcome } from './outcomes.ts'

/** The ports of the channels, and how often each may be called. */
export interface Ports {
  wechat: Wechat
  sms: SmsGateway
  mailer: Mailer
  robot: GroupRobot
  robotSeal: Seal
  paces: Readonly<Record<OuterChannel, Pace | null>>
  /** the domain of our mails' ids */
  domain: string
}

/** A call that has been written down and is now to be made. */
export interface Attempt {
  channel: OuterChannel
  attempts: number
  grantId: string | null
  call: () => Promise<Outcome>
}

export interface Beginning {
  tx: EntityManager
  act: Act
  ref: MessageRef
  message: Addressed
  delivery: DeliveryRow | undefined
}

/** Makes a call ready and writes it down; null where the channel was closed or laid to rest instead. */
export type Begin = (ports: Ports, of: Beginning) => Promise<Attempt | null>

const sent = (providerId: string): Outcome => ({ result: 'sent', providerId })

async function close({ tx, act, ref }: Beginning, channel: OuterChannel, state: 'skipped' | 'failed', reason: string) {
  await closeChannel(tx, act, ref, channel, state, reason)
  return null
}

/** Begins the call if the channel's pace allows it now; else it rests until there is a token. */
async function atPace(
  { paces }: Ports,
  { tx, act, ref }: Beginning,
  channel: OuterChannel,
  bucket: string,
  call: Attempt['call'],
  grantId: string | null = null,
): Promise<Attempt | null> {
  const pace = paces[channel]
  const later = pace ? await takeToken(tx, act.now, bucket, pace) : null
  if (later) {
    await restChannel(tx, act, ref, channel, later, '发送过快，排队等候')
    return null
  }
  const { attempts } = await beginAttempt(tx, act, ref, channel, grantId)
  return { channel, attempts, grantId, call }
}

const beginSubscribe: Begin = async (ports, of) => {
  const { tx, act, ref, message, delivery } = of
  const { openid } = message
  const template = templateOf(message.kind, message.toStaff)
  const templateId = template && ports.wechat.templateIds[template]
  if (!template || !templateId) return close(of, 'subscribe', 'skipped', '这类消息没有订阅模板')
  if (!openid) return close(of, 'subscribe', 'skipped', '没有绑定微信')
  const fitted = fitValues(fieldsOf(template, message))
  if ('misfits' in fitted)
    return close(of, 'subscribe', 'failed', `内容不符合模板：${fitted.misfits.map(({ field }) => field).join('、')}`)
  const grantId = delivery?.grant_id ?? null
  if (grantId && delivery?.called_at && (await hasGrantLeft(tx, { openid, template })))
    return close(of, 'subscribe', 'failed', '微信没有答复，是否送达不明')
  const grant = grantId ?? (await takeGrant(tx, act, { openid, template }, ref.messageId))
  if (!grant) return close(of, 'subscribe', 'skipped', '没有可用的订阅授权')
  const call = () =>
    ports.wechat
      .sendSubscribeMessage({ openid, templateId, page: pageOf(message), values: fitted.values })
      .then(sent, wechatOutcome)
  return atPace(ports, of, 'subscribe', 'subscribe', call, grant)
}

const beginSms: Begin = async (ports, of) => {
  const { phone, title, body } = of.message
  if (!phone || !/^1[3-9]\d{9}$/.test(phone)) return close(of, 'sms', 'skipped', '没有手机号码')
  const call = () => ports.sms.send({ phone, template: '${title}：${body}', values: { title, body } }).then(sent, smsOutcome)
  return atPace(ports, of, 'sms', 'sms', call)
}

const beginEmail: Begin = async (ports, of) => {
  const { email, title, body, communityName } = of.message
  if (!email) return close(of, 'email', 'skipped', '没有确认过的邮箱')
  const mail = { to: email, messageId: `<${of.ref.messageId}@${ports.domain}>`, ...mailOf({ title, body, from: communityName }) }
  return atPace(ports, of, 'email', 'email', () => ports.mailer.send(mail).then(sent, mailOutcome))
}

const beginRobot: Begin = async (ports, of) => {
  const { sealedRobot, title, body, communityId } = of.message
  if (!sealedRobot) return close(of, 'robot', 'skipped', '没有设置企业微信群机器人')
  const key = ports.robotSeal.open(sealedRobot, communityId)
  return atPace(ports, of, 'robot', `robot ${communityId}`, () =>
    ports.robot.say(key, `${title}\n${body}`).then(sent, robotOutcome),
  )
}

export const beginnings: Readonly<Record<OuterChannel, Begin>> = {
  subscribe: beginSubscribe,
  sms: beginSms,
  email: beginEmail,
  robot: beginRobot,
}
