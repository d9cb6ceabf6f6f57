import type { RepairRow, RepairState } from '@yinuo/contracts'

/** The columns of the board; accepted and in work stand together: both are in somebody's hands. */
export const boardColumns = [
  { title: '待派单', states: ['reported'], empty: '没有等待派单的报修。' },
  { title: '待接单', states: ['assigned'], empty: '已派的都有人接了。' },
  { title: '处理中', states: ['accepted', 'working'], empty: '没有正在处理的报修。' },
  { title: '暂停等待', states: ['waiting'], empty: '没有在等配件或等住户的报修。' },
  { title: '待确认', states: ['done'], empty: '没有等待住户确认的报修。' },
] as const satisfies { title: string; states: readonly RepairState[]; empty: string }[]

export type BoardColumn = (typeof boardColumns)[number]

/** Least time left first; what stands still or has no clock comes last. */
export function byTimeLeft(rows: RepairRow[]): RepairRow[] {
  return [...rows].sort((one, other) => dueOf(one) - dueOf(other) || one.reportedAt.localeCompare(other.reportedAt))
}

const dueOf = (row: RepairRow) => (row.paused || !row.dueAt ? Number.MAX_SAFE_INTEGER : Date.parse(row.dueAt))
