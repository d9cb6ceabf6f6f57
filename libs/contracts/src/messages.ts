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
  'complaint.registered': '新的投诉建议',
  'complaint.assigned': '投诉分派给您',
  'complaint.progress': '投诉处理进展',
  'complaint.proposed': '处理方案待答复',
  'complaint.answered': '投诉人有回复',
  'complaint.done': '投诉已落实',
  'complaint.escalated': '投诉要求上级处理',
  'complaint.warned': '投诉即将超时',
  'complaint.breached': '投诉已超时',
  'repair.improved': '您报修的问题有了改进',
  'complaint.improved': '您反映的问题有了改进',
  'improvement.proposed': '重复问题待处理',
  'improvement.assigned': '改进事项由您负责',
  'residence.approved': '房屋绑定已通过',
  'residence.rejected': '房屋绑定未通过',
  'residence.joined': '受邀的人已入住',
  'residence.left': '同住的人已搬离',
  'privacy.export-ready': '个人信息已备好',
  'privacy.deletion-asked': '注销申请已受理',
  'privacy.deletion-waits': '注销暂缓办理',
  'account.stolen': '账号安全提醒',
  'notice.published': '新公告',
  'notice.corrected': '公告更正',
  'notice.reminded': '公告请查阅',
  'outage.announced': '停用通知',
  'outage.updated': '停用进展',
  'outage.recovered': '恢复通知',
  'outage.overdue': '停用超过预计时间',
  'arrears.reminded': '缴费提醒',
  'payment.paid': '缴费成功',
  'payment.refunded': '退款到账',
  'disclosure.drafted': '收支公示待编制',
  'disclosure.late': '收支公示逾期未发布',
  'disclosure.posted': '收支公示已发布',
  'disclosure.corrected': '收支公示有更正',
  'document.expiring': '文件即将到期',
  'document.expired': '文件已到期',
  'letter.waiting': '来信待认领',
  'box.due': '意见箱该开了',
  'box.late': '意见箱逾期未开',
  'results.drafted': '投诉建议汇总待发布',
  'conversation.waiting': '住户在等回复',
  'conversation.answered': '前台已回复',
  'conversation.handed-over': '会话转交给您',
  'conversation.warned': '咨询即将超时',
  'conversation.breached': '咨询已超时',
  'meeting.drafted': '该安排会议了',
  'meeting.announced': '会议与接待日通知',
  'meeting.changed': '会议时间地点变更',
  'meeting.reminded': '会议前一天提醒',
  'meeting.cancelled': '会议已取消',
  'meeting.minutes': '会议纪要公布',
  'meeting.corrected': '会议纪要更正',
  'visit.assigned': '回访任务分给您',
  'visit.round-opened': '新一轮回访开始',
} as const satisfies Labels<string>
export type MessageKind = keyof typeof messageKinds

export const messageChannels = {
  inbox: '站内消息',
  subscribe: '微信订阅消息',
  sms: '短信',
  email: '电子邮件',
  robot: '企业微信群',
} as const satisfies Labels<string>
export type MessageChannel = keyof typeof messageChannels

/** Channels that lead to one person outside of the inbox; policy puts them in order, people choose among them. */
export const personalChannels = {
  subscribe: messageChannels.subscribe,
  sms: messageChannels.sms,
  email: messageChannels.email,
} as const satisfies Labels<string>
export type PersonalChannel = keyof typeof personalChannels

/** What people choose channels for; a kind of message belongs to the group of the word before its dot. */
export const messageGroups = {
  repairs: '报修',
  household: '房屋与同住的人',
  documents: '文件到期',
  others: '投诉、公告及其他',
  safety: '账号与个人信息安全',
} as const satisfies Labels<string>
export type MessageGroup = keyof typeof messageGroups

const groupsByWord: Readonly<Record<string, MessageGroup>> = {
  repair: 'repairs',
  residence: 'household',
  document: 'documents',
  account: 'safety',
  privacy: 'safety',
}

export const messageGroupOf = (kind: string): MessageGroup => groupsByWord[kind.slice(0, kind.indexOf('.'))] ?? 'others'

/** Groups in which everybody is told on every channel, at any hour. */
export const isAlwaysTold = (group: MessageGroup): boolean => group === 'safety'

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
  'complaint-progress': { title: '投诉处理进度通知', askedAt: 'complaint' },
  notice: { title: '物业公告通知', askedAt: 'notice' },
  conversation: { title: '咨询回复通知', askedAt: 'conversation' },
  'work-assigned': { title: '新工单提醒', askedAt: 'work' },
  'work-overdue': { title: '工单超时提醒', askedAt: 'work' },
} as const
export type SubscriptionTemplate = keyof typeof subscriptionTemplates

/** What WeChat answers for each template of one asking; every `accept…` is one grant. */
export type SubscriptionAnswer =
  'accept' | 'reject' | 'ban' | 'filter' | 'acceptWithAlert' | 'acceptWithAudio' | 'acceptWithForcePush'
