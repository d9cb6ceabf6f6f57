import type { ComplaintState } from '@yinuo/contracts'
import type { Tone } from '../theme/tokens.ts'
import type { IconName } from '../ui/icon-paths.ts'

export const complaintFaces: Readonly<Record<ComplaintState, { tone: Tone; icon: IconName }>> = {
  registered: { tone: 'soon', icon: 'hourglass' },
  assigned: { tone: 'soon', icon: 'hourglass' },
  investigating: { tone: 'onTime', icon: 'user' },
  proposed: { tone: 'soon', icon: 'pencil' },
  'carrying-out': { tone: 'onTime', icon: 'wrench' },
  done: { tone: 'soon', icon: 'star' },
  'followed-up': { tone: 'done', icon: 'done' },
  archived: { tone: 'done', icon: 'done' },
  withdrawn: { tone: 'done', icon: 'close' },
}
