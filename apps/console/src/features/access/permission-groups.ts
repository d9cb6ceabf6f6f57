import { codesOf, permissions } from '@yinuo/contracts'
import type { Permission } from '@yinuo/contracts'

const modules: Record<string, string> = {
  repairs: '报修',
  complaints: '投诉建议',
  conversations: '在线客服',
  meetings: '会议与接待日',
  visits: '回访',
  improvement: '改进',
  archive: '房屋住户',
  applications: '入住审核',
  codes: '二维码',
  people: '员工',
  standards: '服务标准',
  messages: '消息',
  lists: '导出',
  privacy: '个人信息',
  notices: '公告',
  billing: '收费与账单',
  payments: '收款',
  arrears: '欠费',
  ledger: '账簿',
  disclosures: '收支公示',
  documents: '文件档案',
  communities: '小区资料',
  audit: '操作记录',
}

/** The permissions by module, in the order of the vocabulary. */
export function permissionGroups(): { module: string; permissions: Permission[] }[] {
  const groups = new Map<string, Permission[]>()
  for (const permission of codesOf(permissions)) {
    const module = permission.split('.')[0]!
    groups.set(module, [...(groups.get(module) ?? []), permission])
  }
  return [...groups].map(([module, members]) => ({ module: modules[module] ?? module, permissions: members }))
}
