import type { Labels } from './label.ts'

export const caseKinds = { repair: '报修', complaint: '投诉建议', consultation: '咨询' } as const satisfies Labels<string>
export type CaseKind = keyof typeof caseKinds

/** What somebody may leave behind when they go: cases, improvements and visits. */
export const workKinds = { ...caseKinds, improvement: '改进事项', visit: '回访', box: '意见箱' } as const satisfies Labels<string>
export type WorkKind = keyof typeof workKinds

/** Ways a case comes in; all meet in one queue (REP-01). */
export const channels = {
  miniprogram: '小程序',
  code: '扫码',
  'front-desk': '前台',
  telephone: '电话',
  'on-site': '现场登记',
  'suggestion-box': '意见箱',
  email: '电子邮件',
  meeting: '会议与接待日',
  'return-visit': '回访',
} as const satisfies Labels<string>
export type Channel = keyof typeof channels

export const urgencies = {
  emergency: '紧急',
  urgent: '急',
  routine: '一般',
} as const satisfies Labels<string>
export type Urgency = keyof typeof urgencies

/** The clocks a case may run (REP-04). */
export const clockNames = {
  respond: '响应',
  answer: '答复',
  resolve: '完成',
  progress: '进展更新',
  confirm: '住户确认',
} as const satisfies Labels<string>
export type ClockName = keyof typeof clockNames

/** What a clock shows; computed from its times, never typed in. */
export const clockStates = {
  running: '计时中',
  soon: '即将到时',
  late: '已超时',
  paused: '已暂停',
  kept: '按时完成',
  broken: '超时完成',
  stopped: '已停止',
} as const satisfies Labels<string>
export type ClockState = keyof typeof clockStates

/** The ladder a breach climbs, from the first step to the last (REP-04). */
export const escalationSteps = {
  warned: '到时提醒处理人',
  supervisor: '升级至主管',
  'project-manager': '升级至项目经理',
  company: '升级至公司',
} as const satisfies Labels<string>
export type EscalationStep = keyof typeof escalationSteps

/** What WeChat's content check says of what a resident sent. */
export const contentVerdicts = {
  pass: '内容正常',
  pending: '内容待审',
  review: '内容需人工查看',
  risky: '内容可能违规',
} as const satisfies Labels<string>
export type ContentVerdict = keyof typeof contentVerdicts
