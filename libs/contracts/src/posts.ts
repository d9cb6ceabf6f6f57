import type { Labels } from './label.ts'

/** How far somebody's post reaches; within a community it may be narrowed to some buildings (ORG-05). */
export const postScopes = {
  community: '小区',
  region: '区域',
  company: '全公司',
} as const satisfies Labels<string>
export type PostScope = keyof typeof postScopes

/** What the office asks a list of staff for. */
export const staffStandings = {
  employed: '在职',
  'on-duty': '在岗',
  'off-duty': '离岗',
  disabled: '已停用',
  left: '已离职',
} as const satisfies Labels<string>
export type StaffStanding = keyof typeof staffStandings

/** Certificates a post may demand of who holds it (PER-01). */
export const certificates = {
  'low-voltage': '低压电工作业证',
  height: '高处作业证',
  'lift-safety': '电梯安全管理员证',
  fire: '消防设施操作员证',
  guard: '保安员证',
  health: '健康证',
  accountant: '初级会计证书',
  property: '物业管理师证书',
} as const satisfies Labels<string>
export type Certificate = keyof typeof certificates

/** Everything a property company does for a community; each area has a post that answers for it (PER-01). */
export const areasOfWork = {
  'repair-intake': '报修受理',
  dispatch: '派单与督办',
  'repair-work': '维修处理',
  'return-visits': '回访',
  sampling: '维修抽查',
  archive: '房屋住户档案',
  applications: '入住审核',
  codes: '二维码',
  notices: '通知与公告',
  complaints: '投诉处理',
  patrol: '门岗与巡逻',
  'monitoring-room': '监控室值守',
  parking: '车辆与车位',
  'fire-safety': '消防安全',
  cleaning: '环境保洁',
  greening: '绿化养护',
  facilities: '设施设备养护',
  emergencies: '突发事件处置',
  fees: '收费与对账',
  disclosures: '信息公示',
  standards: '服务标准',
  people: '人员与岗位',
  'personal-data': '个人信息保护',
  documents: '文件档案',
  audit: '内部审计',
} as const satisfies Labels<string>
export type AreaOfWork = keyof typeof areasOfWork
