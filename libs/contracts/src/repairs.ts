import type { Skill } from './access.ts'
import type { Labels } from './label.ts'

/** States of a repair (REP-02 … REP-06). */
export const repairStates = {
  reported: '待派单',
  assigned: '待接单',
  accepted: '已接单',
  working: '处理中',
  waiting: '暂停等待',
  done: '待确认',
  closed: '已完成',
  archived: '已归档',
  cancelled: '已取消',
} as const satisfies Labels<string>
export type RepairState = keyof typeof repairStates

/** States in which work is still owed. */
export const openRepairStates = [
  'reported',
  'assigned',
  'accepted',
  'working',
  'waiting',
  'done',
] as const satisfies readonly RepairState[]

/** What people may do to a repair. A view carries the ones its reader may do now as `allowedActions`. */
export const repairActions = {
  dispatch: '派单',
  accept: '接单',
  decline: '退回',
  transfer: '转单',
  arrive: '到场',
  wait: '暂停等待',
  resume: '继续处理',
  note: '更新进展',
  'add-materials': '登记用料',
  'offer-charge': '报价',
  'agree-charge': '同意报价',
  'refuse-charge': '不同意报价',
  finish: '完工',
  confirm: '确认完成',
  reopen: '重新处理',
  cancel: '取消报修',
  visit: '登记回访',
  archive: '归档',
} as const satisfies Labels<string>
export type RepairAction = keyof typeof repairActions

/** What a repair waits for; while it waits its clocks stand still (REP-04). */
export const waitReasons = { parts: '等配件', resident: '等住户' } as const satisfies Labels<string>
export type WaitReason = keyof typeof waitReasons

export const chargeStates = {
  none: '免费',
  offered: '待住户同意',
  agreed: '已同意',
  refused: '未同意',
} as const satisfies Labels<string>
export type ChargeState = keyof typeof chargeStates

export const closeReasons = {
  confirmed: '住户已确认',
  unanswered: '逾期未确认，自动关闭',
} as const satisfies Labels<string>
export type CloseReason = keyof typeof closeReasons

export const visitMethods = { telephone: '电话', door: '上门' } as const satisfies Labels<string>
export type VisitMethod = keyof typeof visitMethods

export const sampleResults = { pending: '待检查', passed: '合格', failed: '不合格' } as const satisfies Labels<string>
export type SampleResult = keyof typeof sampleResults

/** A kind of repair: its word, the trade it needs, whether it counts as a small repair ("小修不过夜"). */
export interface RepairCategory {
  readonly label: string
  readonly skill: Skill
  readonly small: boolean
  readonly examples: string
}

export const repairCategories = {
  'water-leak': { label: '漏水渗水', skill: 'plumbing', small: false, examples: '水管漏水、渗水、爆管' },
  drainage: { label: '下水堵塞', skill: 'plumbing', small: true, examples: '地漏、马桶、下水不通' },
  taps: { label: '龙头洁具', skill: 'plumbing', small: true, examples: '龙头、角阀、马桶配件' },
  power: { label: '停电跳闸', skill: 'electrical', small: false, examples: '家中无电、反复跳闸' },
  lighting: { label: '照明开关', skill: 'electrical', small: true, examples: '灯不亮、开关插座坏' },
  lift: { label: '电梯故障', skill: 'lift', small: false, examples: '困人、异响、按钮失灵' },
  doors: { label: '门窗五金', skill: 'doors', small: true, examples: '门锁、合页、纱窗' },
  masonry: { label: '墙面地砖', skill: 'masonry', small: false, examples: '空鼓、脱落、外墙渗水' },
  'air-conditioning': { label: '空调暖气', skill: 'air-conditioning', small: false, examples: '不制冷、暖气不热' },
  'entry-system': { label: '门禁对讲', skill: 'weak-current', small: true, examples: '刷卡无效、对讲不通' },
  public: { label: '公共设施', skill: 'general', small: false, examples: '栏杆、座椅、路面' },
  other: { label: '其他', skill: 'general', small: false, examples: '说不清也没关系' },
} as const satisfies Readonly<Record<string, RepairCategory>>
export type RepairCategoryCode = keyof typeof repairCategories

export const repairCategoryLabels = Object.fromEntries(
  Object.entries(repairCategories).map(([category, { label }]) => [category, label]),
) as Labels<RepairCategoryCode>
