import type { Labels } from './label.ts'

/** What became of a letter: a mail that came into a community's mailbox (COM-01). */
export const letterStates = {
  waiting: '待认领',
  registered: '已登记',
  appended: '已并入',
  'put-aside': '已搁置',
  automatic: '自动邮件',
} as const satisfies Labels<string>
export type LetterState = keyof typeof letterStates

/** What is known of who wrote. */
export const letterSenders = {
  resident: '已核实的住户',
  unknown: '未知发件人',
  unverified: '发件人未验证',
} as const satisfies Labels<string>
export type LetterSender = keyof typeof letterSenders

/** How the way to a mailbox is closed to others. */
export const mailEncryptions = {
  tls: 'SSL/TLS',
  starttls: 'STARTTLS',
  none: '不加密',
} as const satisfies Labels<string>
export type MailEncryption = keyof typeof mailEncryptions

/** What goes back by mail. */
export const letterAnswerKinds = { acknowledgement: '收信回执', answer: '物业答复' } as const satisfies Labels<string>
export type LetterAnswerKind = keyof typeof letterAnswerKinds

export const letterAnswerStates = { pending: '待发送', sent: '已发出', failed: '未送达' } as const satisfies Labels<string>
export type LetterAnswerState = keyof typeof letterAnswerStates

export const letterLimits = {
  /** attachments kept of one letter */
  files: 9,
  fileBytes: 10 * 1024 * 1024,
  /** of a letter, what lies behind is not read */
  bytes: 40 * 1024 * 1024,
  /** letters of one sender in a day that become complaints by themselves */
  casesPerDay: 10,
  /** acknowledgements to one sender in a day */
  acknowledgementsPerDay: 3,
} as const
