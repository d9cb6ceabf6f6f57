import type { Labels } from './label.ts'

/** What a post may allow, by module and verb (ORG-05). The same strings stand in code, seed, console and tests. */
export const permissions = {
  'repairs.read': '查看报修',
  'repairs.report': '登记报修',
  'repairs.dispatch': '派单',
  'repairs.work': '处理报修',
  'repairs.supervise': '督办与抽查',
  'conversations.answer': '在线客服接待',
  'complaints.read': '查看投诉建议',
  'complaints.handle': '处理投诉建议',
  'complaints.assign': '登记与分派投诉建议',
  'complaints.supervise': '督办投诉建议',
  'complaints.unseal': '拆封匿名投诉人',
  'meetings.read': '查看会议与接待日',
  'meetings.edit': '组织会议与接待日',
  'visits.read': '查看回访',
  'visits.plan': '安排回访',
  'visits.make': '上门与电话回访',
  'improvement.read': '查看原因分析与改进',
  'improvement.edit': '提出和推进改进',
  'archive.read': '查看业主档案',
  'archive.edit': '维护业主档案',
  'archive.import': '导入业主档案',
  'archive.unmask': '查看完整个人信息',
  'lists.export': '导出列表',
  'privacy.handle': '处理个人信息请求',
  'applications.review': '审核入住申请',
  'codes.read': '查看二维码',
  'codes.issue': '制作和停用二维码',
  'people.read': '查看员工',
  'people.edit': '维护员工与岗位',
  'standards.read': '查看服务标准',
  'standards.adopt': '采用和调整服务标准',
  'messages.read': '查看消息送达记录',
  'messages.manage': '设置消息渠道、补发消息',
  'notices.read': '查看公告',
  'notices.edit': '撰写公告、发布停用通知',
  'notices.approve': '审核公告',
  'billing.read': '查看收费项目与账单',
  'billing.edit': '维护收费项目与价格',
  'billing.run': '生成、冲销和减免账单',
  'payments.read': '查看收款与退款',
  'payments.take': '柜台收款、申请退款',
  'payments.approve': '审批退款、作废收据',
  'payments.reconcile': '处理对账差异与多收款',
  'payments.merchant': '设置微信支付商户',
  'arrears.read': '查看欠费',
  'arrears.remind': '催缴',
  'ledger.read': '查看账簿',
  'ledger.edit': '登记收支',
  'ledger.close': '结账',
  'disclosures.read': '查看收支公示',
  'disclosures.edit': '编制收支公示',
  'disclosures.check': '审核收支公示',
  'disclosures.post': '发布收支公示',
  'documents.read': '查阅文件档案',
  'documents.edit': '维护文件档案',
  'communities.edit': '维护小区资料',
  'audit.read': '查看操作记录',
} as const satisfies Labels<string>
export type Permission = keyof typeof permissions

/** Who a session speaks for. One WeChat account may be both. */
export const callerKinds = {
  resident: '住户',
  staff: '员工',
} as const satisfies Labels<string>
export type CallerKind = keyof typeof callerKinds

/** Where a session was opened. */
export const sessionClients = {
  miniprogram: '微信小程序',
  console: '物业工作台',
} as const satisfies Labels<string>
export type SessionClient = keyof typeof sessionClients

/** Ready-made posts of a property company. */
export const postCodes = {
  'project-manager': '项目经理',
  'engineering-supervisor': '工程主管',
  'service-supervisor': '客服主管',
  'order-supervisor': '秩序主管',
  'front-desk': '客服前台',
  engineer: '维修工程师',
  'head-office': '总部品质',
  guard: '秩序维护员',
  cleaner: '保洁员',
  gardener: '绿化员',
  finance: '财务',
  'monitoring-room': '监控室值班员',
  auditor: '审计',
} as const satisfies Labels<string>
export type PostCode = keyof typeof postCodes

/** Trades an engineer is qualified for; repairs go only to the qualified (REP-02). */
export const skills = {
  plumbing: '给排水',
  electrical: '电气',
  lift: '电梯',
  doors: '门窗五金',
  masonry: '泥瓦防水',
  'air-conditioning': '空调暖通',
  'weak-current': '弱电门禁',
  general: '综合维修',
} as const satisfies Labels<string>
export type Skill = keyof typeof skills
