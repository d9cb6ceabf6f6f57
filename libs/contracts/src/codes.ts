import type { Labels } from './label.ts'

/** What an entry code leads to (ORG-03). */
export const codeKinds = {
  community: '小区码',
  building: '楼栋码',
  unit: '房屋码',
  asset: '设备码',
  place: '区域码',
} as const satisfies Labels<string>
export type CodeKind = keyof typeof codeKinds

export const codeStates = {
  valid: '有效',
  expired: '已过期',
  revoked: '已停用',
} as const satisfies Labels<string>
export type CodeState = keyof typeof codeStates
