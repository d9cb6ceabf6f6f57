import { outageServices } from '@yinuo/contracts'
import type { BoardOutage } from '@yinuo/contracts'
import type { IconName } from '../../ui/icon-paths.ts'
import { saidTime } from '../../words/time.ts'

export const outageFace: Readonly<Record<BoardOutage['service'], IconName>> = {
  water: 'drop',
  power: 'bolt',
  gas: 'warning',
  heating: 'snow',
  lift: 'lift',
  network: 'offline',
  other: 'warning',
}

/** What is cut off, in a few words: "停水 · 3号楼1单元". */
export const outageTitle = ({ service, scope }: Pick<BoardOutage, 'service' | 'scope'>): string =>
  `${outageServices[service]} · ${scope}`

/** When it is to be back, said plainly also where that has passed. */
export function outageHope(
  outage: Pick<BoardOutage, 'state' | 'overdue' | 'startsAt' | 'expectedUntil' | 'recoveredAt'>,
  now: number,
): string {
  if (outage.recoveredAt) return `${saidTime(outage.recoveredAt, now)} 已恢复`
  if (outage.overdue) return `原定 ${saidTime(outage.expectedUntil, now)} 恢复，已延后，我们在抓紧处理`
  const begins = Date.parse(outage.startsAt) > now ? `${saidTime(outage.startsAt, now)} 开始，` : ''
  return `${begins}预计 ${saidTime(outage.expectedUntil, now)} 恢复`
}
