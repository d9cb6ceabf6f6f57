import type { Labels } from './label.ts'

/** Lists that leave as a workbook, by the name people know them under. */
export const exportableLists = {
  households: '房屋住户',
  repairs: '报修',
  samples: '抽查',
  applications: '入住审核',
  codes: '二维码',
  staff: '员工',
  posts: '岗位',
  deliveries: '消息送达',
  audit: '操作记录',
} as const satisfies Labels<string>
export type ExportableListCode = keyof typeof exportableLists

/** Of these somebody with `archive.unmask` may ask for whole telephone numbers, saying why. */
export const listsWithPhones: readonly ExportableListCode[] = ['households', 'applications', 'staff']
