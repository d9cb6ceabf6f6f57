import type { Labels } from './label.ts'

/** Lists that leave as a workbook, by the name people know them under. */
export const exportableLists = {
  households: '房屋住户',
  vehicles: '车辆',
  spaces: '车位',
  repairs: '报修',
  bills: '账单',
  complaints: '投诉建议',
  letters: '来信',
  samples: '抽查',
  hotlineCalls: '热线登记',
  applications: '入住审核',
  codes: '二维码',
  staff: '员工',
  posts: '岗位',
  deliveries: '消息送达',
  notices: '公告',
  noticeReceipts: '公告阅读情况',
  meetings: '会议与接待日',
  meetingParticipants: '会议预约与签到',
  disclosureLines: '收支公示明细',
  documents: '文件档案',
  causes: '原因分析',
  improvements: '改进事项',
  visits: '回访',
  arrears: '欠费',
  payments: '收款',
  payDifferences: '对账差异',
  receipts: '收据',
  dayEnds: '日结',
  ledgerEntries: '账簿',
  fundRecords: '收支登记',
  privacyRequests: '个人信息申请',
  audit: '操作记录',
} as const satisfies Labels<string>
export type ExportableListCode = keyof typeof exportableLists

/** Of these somebody with `archive.unmask` may ask for whole telephone numbers, saying why. */
export const listsWithPhones: readonly ExportableListCode[] = ['households', 'applications', 'staff']
