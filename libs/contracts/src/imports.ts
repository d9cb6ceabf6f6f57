import type { Labels } from './label.ts'

/** Where an import of a workbook stands (ORG-02). */
export const importStates = {
  checking: '正在检查',
  unreadable: '不能读取',
  checked: '待确认',
  applying: '正在导入',
  applied: '已导入',
  undoing: '正在撤销',
  undone: '已撤销',
} as const satisfies Labels<string>
export type ImportState = keyof typeof importStates

/** What becomes of the rows when some of them are wrong. */
export const importModes = {
  all: '全部导入（有错则不导入）',
  good: '只导入正确的行',
} as const satisfies Labels<string>
export type ImportMode = keyof typeof importModes

/** What an import is busy with. */
export const importStages = {
  waiting: '排队等候',
  opening: '打开工作簿',
  reading: '逐行检查',
  comparing: '与现有档案比对',
  writing: '写入档案',
  restoring: '恢复原状',
} as const satisfies Labels<string>
export type ImportStage = keyof typeof importStages

/** What an import makes or changes. */
export const importedKinds = {
  buildings: '楼栋',
  units: '房屋',
  residents: '住户',
  residencies: '入住关系',
  parking_spaces: '车位',
  vehicles: '车辆',
} as const satisfies Labels<string>
export type ImportedKind = keyof typeof importedKinds

export const importLimits = {
  /** of the workbook */
  bytes: 20 * 1024 * 1024,
  rows: 100_000,
  /** For so long the workbook is kept and the import can be undone. */
  keptDays: 30,
} as const
