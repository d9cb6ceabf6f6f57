import type { RepairState } from '@yinuo/contracts'
import type { Tone } from '../theme/tokens.ts'
import type { IconName } from '../ui/icon-paths.ts'

interface Face {
  tone: Tone
  icon: IconName
}

export const stateFaces: Readonly<Record<RepairState, Face>> = {
  reported: { tone: 'soon', icon: 'hourglass' },
  assigned: { tone: 'soon', icon: 'hourglass' },
  accepted: { tone: 'onTime', icon: 'user' },
  working: { tone: 'onTime', icon: 'wrench' },
  waiting: { tone: 'waiting', icon: 'pause' },
  done: { tone: 'soon', icon: 'pencil' },
  closed: { tone: 'done', icon: 'done' },
  archived: { tone: 'done', icon: 'done' },
  cancelled: { tone: 'done', icon: 'close' },
}
