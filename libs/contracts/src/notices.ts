import type { Labels } from './label.ts'

/** What a notice is about (NTC-01). */
export const noticeCategories = {
  affairs: '物业事务',
  safety: '安全提醒',
  construction: '施工维修',
  community: '社区活动',
  fees: '收费事项',
  governance: '业主大会与公示',
} as const satisfies Labels<string>
export type NoticeCategory = keyof typeof noticeCategories

export const noticeStates = {
  draft: '草稿',
  submitted: '待审核',
  refused: '未通过',
  approved: '待发布',
  scheduled: '定时发布',
  published: '已发布',
  withdrawn: '已撤回',
} as const satisfies Labels<string>
export type NoticeState = keyof typeof noticeStates

/** A published text, or a correction that waits for somebody else to look at it. */
export const editionStates = {
  waiting: '更正待审核',
  published: '已发布',
  refused: '更正未通过',
} as const satisfies Labels<string>
export type EditionState = keyof typeof editionStates

/** What is cut off (NTC-02). */
export const outageServices = {
  water: '停水',
  power: '停电',
  gas: '停气',
  heating: '停暖',
  lift: '停梯',
  network: '断网',
  other: '其他停用',
} as const satisfies Labels<string>
export type OutageService = keyof typeof outageServices

export const outageStates = {
  announced: '未恢复',
  recovered: '已恢复',
} as const satisfies Labels<string>
export type OutageState = keyof typeof outageStates

export const outageUpdateKinds = {
  announced: '发布',
  updated: '进展',
  recovered: '恢复',
} as const satisfies Labels<string>
export type OutageUpdateKind = keyof typeof outageUpdateKinds

/** What became of a published notice with one of those it is for. */
export const receiptStates = {
  read: '已读',
  unread: '未读',
  unreachable: '未绑定微信',
} as const satisfies Labels<string>
export type ReceiptState = keyof typeof receiptStates

export const noticeLimits = {
  title: 60,
  body: 5000,
  files: 9,
  buildings: 100,
  entrances: 200,
  units: 500,
  /** between two reminders of one notice */
  remindHours: 24,
} as const

/** A piece of a notice: what a screen draws, and nothing a browser could run. */
export interface NoticeBlock {
  kind: 'heading' | 'paragraph' | 'item'
  parts: { text: string; strong: boolean }[]
}

/** `# ` begins a heading, `- ` an item, `**…**` is strong; every other line is a paragraph. All else stays as it was written. */
export function noticeBlocks(body: string): NoticeBlock[] {
  return body
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [, mark, text] = /^(#|-)\s+(.*)$/.exec(line) ?? [null, '', line]
      const kind = mark === '#' ? 'heading' : mark === '-' ? 'item' : 'paragraph'
      return { kind, parts: partsOf(text ?? line) }
    })
}

/** Its words without the marks, for lists and messages. */
export const plainNotice = (body: string): string =>
  noticeBlocks(body)
    .map(({ parts }) => parts.map(({ text }) => text).join(''))
    .join(' ')

function partsOf(line: string): NoticeBlock['parts'] {
  return line
    .split(/(\*\*[^*]+\*\*)/)
    .filter((part) => part !== '')
    .map((part) => (/^\*\*[^*]+\*\*$/.test(part) ? { text: part.slice(2, -2), strong: true } : { text: part, strong: false }))
}
