import type { Labels } from './label.ts'

/** Whose telephone number may be asked for where the screen shows it masked (ORG-05). */
export const unmaskSubjects = {
  resident: '住户',
  staff: '员工',
  application: '入住申请人',
  repair: '报修人',
} as const satisfies Labels<string>
export type UnmaskSubject = keyof typeof unmaskSubjects

/** Why somebody needs it; `other` is said in words. */
export const unmaskReasons = {
  contact: '联系本人办理事务',
  verify: '核对身份',
  emergency: '紧急情况联系',
  complaint: '处理投诉纠纷',
  other: '其他原因',
} as const satisfies Labels<string>
export type UnmaskReason = keyof typeof unmaskReasons
