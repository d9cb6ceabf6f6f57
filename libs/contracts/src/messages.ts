import type { Labels } from './label.ts'

/** What people are told about (MSG-01). */
export const messageKinds = {
  'repair.assigned': '新工单待接单',
  'repair.accepted': '报修已接单',
  'repair.waiting': '报修暂停等待',
  'repair.charge-offered': '维修报价待确认',
  'repair.done': '维修完成待确认',
  'repair.reopened': '报修重新处理',
  'repair.closed': '报修已关闭',
  'repair.warned': '工单即将超时',
  'repair.breached': '工单已超时',
  'repair.undispatched': '报修无人可派',
  'residence.approved': '房屋绑定已通过',
  'residence.rejected': '房屋绑定未通过',
  'residence.joined': '受邀的人已入住',
  'residence.left': '同住的人已搬离',
  'privacy.export-ready': '个人信息已备好',
  'privacy.deletion-asked': '注销申请已受理',
  'privacy.deletion-waits': '注销暂缓办理',
  'account.stolen': '账号安全提醒',
  'document.expiring': '文件即将到期',
  'document.expired': '文件已到期',
} as const satisfies Labels<string>
export type MessageKind = keyof typeof messageKinds

export const messageChannels = {
  inbox: '站内消息',
  subscribe: '微信订阅消息',
  sms: '短信',
} as const satisfies Labels<string>
export type MessageChannel = keyof typeof messageChannels

export const deliveryStates = {
  pending: '待发送',
  sent: '已送达',
  failed: '失败',
  skipped: '未尝试',
} as const satisfies Labels<string>
export type DeliveryState = keyof typeof deliveryStates

/**
 * Subscription templates, each asked for where the user taps anyway (MSG-02).
 * The template ids of a real account come from configuration under the same names.
 */
export const subscriptionTemplates = {
  'repair-progress': { title: '报修进度通知', askedAt: 'report' },
  'repair-finished': { title: '维修完成通知', askedAt: 'report' },
  'work-assigned': { title: '新工单提醒', askedAt: 'work' },
  'work-overdue': { title: '工单超时提醒', askedAt: 'work' },
} as const
export type SubscriptionTemplate = keyof typeof subscriptionTemplates

/** What WeChat answers for each template of one asking; every `accept…` is one grant. */
export type SubscriptionAnswer =
  'accept' | 'reject' | 'ban' | 'filter' | 'acceptWithAlert' | 'acceptWithAudio' | 'acceptWithForcePush'
