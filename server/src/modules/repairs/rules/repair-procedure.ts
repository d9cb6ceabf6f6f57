import { openRepairStates, repairActions, repairStates, type RepairAction, type RepairState } from '@yinuo/contracts'
import type { Procedure, Transition } from '../../cases/rules/index.ts'

/** What only the system does. */
export type SystemAction = 'close-unanswered' | 'hand-over' | 'hand-back'

const held = ['accepted', 'working', 'waiting'] as const

/** What may happen to a repair, in which state, by whom (REP-02 … REP-06). */
export const repairProcedure: Procedure<RepairState, RepairAction | SystemAction> = {
  kind: 'repair',
  detailTable: 'repairs',
  firstState: 'reported',
  openStates: openRepairStates,
  stateLabels: repairStates,
  actionLabels: { ...repairActions, 'close-unanswered': '自动关闭', 'hand-over': '交接', 'hand-back': '退回待派单' },
  transitions: {
    accept: { from: ['reported', 'assigned'], to: 'accepted', by: ['worker', 'assignee'] },
    decline: { from: ['assigned'], to: 'reported', by: ['assignee'] },
    arrive: { from: ['accepted'], to: 'working', by: ['assignee'] },
    resume: { from: ['waiting'], to: 'working', by: ['assignee'] },
    finish: { from: ['working'], to: 'done', by: ['assignee'] },
    confirm: { from: ['done'], to: 'closed', by: ['reporter'] },
    'agree-charge': { from: held, to: 'same', by: ['reporter'] },
    'refuse-charge': { from: held, to: 'same', by: ['reporter'] },
    wait: { from: ['accepted', 'working'], to: 'waiting', by: ['assignee'] },
    note: { from: ['reported', 'assigned', ...held], to: 'same', by: ['assignee', 'dispatcher', 'front-desk'] },
    'add-materials': { from: held, to: 'same', by: ['assignee'] },
    'offer-charge': { from: held, to: 'same', by: ['assignee'] },
    transfer: { from: held, to: 'assigned', by: ['assignee'] },
    dispatch: { from: ['reported', 'assigned', ...held], to: 'assigned', by: ['dispatcher', 'system'] },
    reopen: { from: ['done', 'closed'], to: 'assigned', by: ['reporter', 'front-desk'] },
    cancel: { from: ['reported', 'assigned', 'accepted'], to: 'cancelled', by: ['reporter', 'front-desk'] },
    visit: { from: ['done', 'closed'], to: 'same', by: ['front-desk', 'supervisor'] },
    archive: { from: ['closed', 'cancelled'], to: 'archived', by: ['supervisor', 'system'] },
    'hand-over': { from: ['assigned', ...held], to: 'assigned', by: ['system'] },
    'hand-back': { from: ['assigned', ...held], to: 'reported', by: ['system'] },
    'close-unanswered': { from: ['done'], to: 'closed', by: ['system'] },
  } satisfies Record<RepairAction | SystemAction, Transition<RepairState>>,
}
