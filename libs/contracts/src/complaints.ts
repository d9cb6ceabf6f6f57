import type { PostCode } from './access.ts'
import type { Channel, ClockName } from './cases.ts'
import type { Labels } from './label.ts'

/** What somebody has to say to the company (COM-01); all take the same way. */
export const complaintSorts = { complaint: '投诉', suggestion: '建议', praise: '表扬' } as const satisfies Labels<string>
export type ComplaintSort = keyof typeof complaintSorts

/** States of a complaint (COM-02). */
export const complaintStates = {
  registered: '待分派',
  assigned: '已分派',
  investigating: '调查中',
  proposed: '方案待答复',
  'carrying-out': '落实中',
  done: '已落实',
  'followed-up': '已回访',
  archived: '已归档',
  withdrawn: '已撤回',
} as const satisfies Labels<string>
export type ComplaintState = keyof typeof complaintStates

/** States in which something is still owed. */
export const openComplaintStates = [
  'registered',
  'assigned',
  'investigating',
  'proposed',
  'carrying-out',
  'done',
] as const satisfies readonly ComplaintState[]

/** What people may do to a complaint. A view carries the ones its reader may do now as `allowedActions`. */
export const complaintActions = {
  assign: '分派',
  investigate: '开始调查',
  talk: '沟通',
  propose: '提出方案',
  'accept-solution': '接受方案',
  'reject-solution': '不接受方案',
  finish: '落实完成',
  rate: '评价',
  'follow-up': '登记回访',
  escalate: '要求上级处理',
  'mark-complex': '认定为复杂',
  archive: '归档',
  withdraw: '撤回',
} as const satisfies Labels<string>
export type ComplaintAction = keyof typeof complaintActions

/** How high a complaint has been taken by who made it, from the first step to the last. */
export const complaintLevels = {
  handler: '处理人',
  supervisor: '主管',
  'project-manager': '项目经理',
  company: '公司',
  committee: '监督委员会',
} as const satisfies Labels<string>
export type ComplaintLevel = keyof typeof complaintLevels

/** The clocks of a case under the names complaints have for them (COM-03). */
export const complaintClocks = {
  respond: '首次回复',
  resolve: '处理结果',
  answer: '复杂投诉进展',
} as const satisfies Partial<Record<ClockName, string>>

export const complaintCategories = {
  service: '服务态度',
  repairs: '维修质量',
  facilities: '设施设备',
  cleaning: '环境卫生',
  greening: '绿化养护',
  security: '秩序安全',
  parking: '车辆停放',
  noise: '噪音扰民',
  charges: '收费问题',
  neighbours: '邻里纠纷',
  other: '其他',
} as const satisfies Labels<string>
export type ComplaintCategoryCode = keyof typeof complaintCategories

/** The department responsible for a category, by the post that leads it. */
export const complaintDepartments: Readonly<Record<ComplaintCategoryCode, PostCode>> = {
  service: 'service-supervisor',
  repairs: 'engineering-supervisor',
  facilities: 'engineering-supervisor',
  cleaning: 'service-supervisor',
  greening: 'service-supervisor',
  security: 'order-supervisor',
  parking: 'order-supervisor',
  noise: 'order-supervisor',
  charges: 'finance',
  neighbours: 'service-supervisor',
  other: 'service-supervisor',
}

/** Ways by which the office registers what it was told (COM-01). */
export const complaintChannels = {
  telephone: '24 小时服务热线',
  'front-desk': '前台',
  'suggestion-box': '意见箱',
  email: '电子邮件',
  'on-site': '现场',
} as const satisfies Partial<Record<Channel, string>>
export type ComplaintChannel = keyof typeof complaintChannels

/** What stands in the place of who complained without saying who. */
export const ANONYMOUS = '匿名住户'
