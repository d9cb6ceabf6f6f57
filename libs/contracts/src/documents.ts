import type { Labels } from './label.ts'

/** Whether a document is in force (ORG-06). */
export const documentStates = {
  current: '现行',
  withdrawn: '已撤回',
} as const satisfies Labels<string>
export type DocumentState = keyof typeof documentStates

/** What became of the text of a document's newest version. */
export const documentTextStates = {
  pending: '正在提取文字',
  read: '可全文搜索',
  failed: '未能提取文字',
  none: '没有文字',
} as const satisfies Labels<string>
export type DocumentTextState = keyof typeof documentTextStates

/** How near the day is on which a document ends or is to be looked through again. */
export const documentDues = {
  expiring: '即将到期',
  expired: '已过期',
} as const satisfies Labels<string>
export type DocumentDue = keyof typeof documentDues

export const documentLimits = {
  bytes: 50 * 1024 * 1024,
  /** how many levels of categories there are */
  depth: 3,
  endings: ['pdf', 'docx', 'xlsx', 'pptx', 'txt', 'md', 'csv', 'jpg', 'jpeg', 'png', 'webp'],
} as const
