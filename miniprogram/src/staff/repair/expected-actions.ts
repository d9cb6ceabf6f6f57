import type { RepairAction } from '@yinuo/contracts'
import type { Waiting } from '../../outbox/waiting.ts'

/**
 * What a worker may go on with while their last step still waits on the phone. Only a guess that keeps them working in a
 * cellar: the server decides when it is sent.
 */
const expectedAfter: Partial<Record<RepairAction, readonly RepairAction[]>> = {
  accept: ['arrive', 'note'],
  arrive: ['finish', 'wait', 'note', 'add-materials', 'offer-charge'],
  wait: ['resume', 'note'],
  resume: ['finish', 'wait', 'note', 'add-materials', 'offer-charge'],
  finish: [],
  decline: [],
  transfer: [],
}

export function expectedActions(allowed: readonly RepairAction[], waits: readonly Waiting[]): readonly RepairAction[] {
  return waits.reduce((so, { action }) => expectedAfter[action] ?? so, allowed)
}
