import type { Labels } from './label.ts'

/** What a person may ask of their personal data (PIPL 44–47). */
export const privacyRequestKinds = {
  export: '导出个人信息',
  deletion: '注销账号',
} as const satisfies Labels<string>
export type PrivacyRequestKind = keyof typeof privacyRequestKinds

/** Where such a request stands. `cooling` can still be withdrawn. */
export const privacyRequestStates = {
  preparing: '准备中',
  ready: '可下载',
  expired: '下载已过期',
  cooling: '冷静期',
  withdrawn: '已撤回',
  done: '已注销',
} as const satisfies Labels<string>
export type PrivacyRequestState = keyof typeof privacyRequestStates

/** What personal data is about, as people are told of it. */
export const personalGroups = {
  account: '账号与登录',
  household: '房屋与住户档案',
  money: '账单与缴费',
  applications: '入住申请与邀请',
  repairs: '报修',
  messages: '消息',
  files: '照片和视频',
  work: '任职信息',
  logs: '操作记录',
} as const satisfies Labels<string>
export type PersonalGroup = keyof typeof personalGroups

/** Kinds of data with a time after which they are cleared away. */
export const retentionSubjects = {
  'moved-out': '已搬离住户的姓名和联系方式',
  'rejected-applications': '未通过的入住申请',
  'proof-files': '已通过申请的证明材料',
  'repair-contacts': '已关闭报修的联系电话',
  messages: '已读消息',
  deliveries: '消息送达记录',
  'letter-files': '来信的附件（原件）',
  'unattached-files': '上传后没有使用的照片',
  'leavers-phones': '离职员工的手机号',
  'privacy-requests': '个人信息请求的记录',
  sessions: '登录会话',
  'sign-in-attempts': '登录失败记录',
  'idempotency-keys': '防重复提交的回执',
  audit: '操作记录',
} as const satisfies Labels<string>
export type RetentionSubject = keyof typeof retentionSubjects

/** Days the law gives to answer a request, and days a deletion can be withdrawn and an export fetched. */
export const privacyTerms = { answerDays: 15, coolingDays: 7, downloadDays: 7 } as const
