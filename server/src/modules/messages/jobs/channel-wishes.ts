import type { Seal } from '../../../platform/secrets/index.ts'
import { fitValues, type Wechat } from '../../../wechat/index.ts'
import type { Subscription } from '../actions/grants.ts'
import type { Addressed } from '../actions/load-messages.ts'
import type { Pace } from '../actions/take-token.ts'
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

/** What is to be done about a channel of a message. */
export type Wish =
  | { do: 'close'; state: 'skipped' | 'failed'; reason: string }
  | {
      do: 'call'
      /** names what is shared by all who call there, for its pace */
      bucket: string
      /** the call costs a grant of this */
      subscription?: Subscription
      call: () => Promise<Outcome>
    }

type WishFor = (ports: Ports, messageId: string, message: Addressed) => Wish

const sent = (providerId: string): Outcome => ({ result: 'sent', providerId })
const skipped = (reason: string): Wish => ({ do: 'close', state: 'skipped', reason })
export const failed = (reason: string): Wish & { do: 'close' } => ({ do: 'close', state: 'failed', reason })
export const NO_GRANT: Wish & { do: 'close' } = { do: 'close', state: 'skipped', reason: '没有可用的订阅授权' }

const subscribeWish: WishFor = ({ wechat }, _, message) => {
  const { openid } = message
  const template = templateOf(message.kind, message.toStaff)
  const templateId = template && wechat.templateIds[template]
  if (!template || !templateId) return skipped('这类消息没有订阅模板')
  if (!openid) return skipped('没有绑定微信')
  const fitted = fitValues(fieldsOf(template, message))
  if ('misfits' in fitted) return failed(`内容不符合模板：${fitted.misfits.map(({ field }) => field).join('、')}`)
  const call = () =>
    wechat.sendSubscribeMessage({ openid, templateId, page: pageOf(message), values: fitted.values }).then(sent, wechatOutcome)
  return { do: 'call', bucket: 'subscribe', subscription: { openid, template }, call }
}

const smsWish: WishFor = ({ sms }, _, { phone, title, body }) => {
  if (!phone || !/^1[3-9]\d{9}$/.test(phone)) return skipped('没有手机号码')
  const call = () => sms.send({ phone, template: '${title}：${body}', values: { title, body } }).then(sent, smsOutcome)
  return { do: 'call', bucket: 'sms', call }
}

const emailWish: WishFor = ({ mailer, domain }, messageId, { email, title, body, communityName }) => {
  if (!email) return skipped('没有确认过的邮箱')
  const mail = { to: email, messageId: `<${messageId}@${domain}>`, ...mailOf({ title, body, from: communityName }) }
  return { do: 'call', bucket: 'email', call: () => mailer.send(mail).then(sent, mailOutcome) }
}

const robotWish: WishFor = ({ robot, robotSeal }, _, { sealedRobot, title, body, communityId }) => {
  if (!sealedRobot) return skipped('没有设置企业微信群机器人')
  const key = robotSeal.open(sealedRobot, communityId)
  const call = () => robot.say(key, `${title}\n${body}`).then(sent, robotOutcome)
  return { do: 'call', bucket: `robot ${communityId}`, call }
}

export const wishes: Readonly<Record<OuterChannel, WishFor>> = {
  subscribe: subscribeWish,
  sms: smsWish,
  email: emailWish,
  robot: robotWish,
}
