import {
  complaintActions,
  complaintStates,
  openComplaintStates,
  type ComplaintAction,
  type ComplaintState,
} from '@yinuo/contracts'
import type { Procedure, Transition } from '../../cases/rules/index.ts'

/** What only the system does. */
export type SystemAction = 'hand-over' | 'hand-back'

const beforeSolution = ['registered', 'assigned', 'investigating'] as const
/** What lies before the complainant or was agreed with them stays, whoever has it in hand. */
export const statesWithSolution: readonly ComplaintState[] = ['proposed', 'carrying-out']
const held = ['assigned', 'investigating', 'proposed', 'carrying-out'] as const

/**
 * What may happen to a complaint, in which state, by whom (COM-02). `front-desk` stands in for a complainant whose words the
 * office wrote down; nobody stands in for who complained themselves.
 */
export const complaintProcedure: Procedure<ComplaintState, ComplaintAction | SystemAction> = {
  kind: 'complaint',
  detailTable: 'complaints',
  firstState: 'registered',
  openStates: openComplaintStates,
  stateLabels: complaintStates,
  actionLabels: { ...complaintActions, 'hand-over': '交接', 'hand-back': '退回待分派' },
  transitions: {
    assign: { from: [...beforeSolution, ...statesWithSolution], to: 'assigned', by: ['dispatcher', 'supervisor'] },
    investigate: { from: ['assigned'], to: 'investigating', by: ['assignee'] },
    talk: { from: openComplaintStates, to: 'same', by: ['reporter', 'assignee', 'dispatcher', 'supervisor'] },
    propose: { from: ['investigating'], to: 'proposed', by: ['assignee'] },
    'accept-solution': { from: ['proposed'], to: 'carrying-out', by: ['reporter', 'front-desk'] },
    'reject-solution': { from: ['proposed'], to: 'investigating', by: ['reporter', 'front-desk'] },
    finish: { from: ['investigating', 'carrying-out'], to: 'done', by: ['assignee'] },
    rate: { from: ['done'], to: 'followed-up', by: ['reporter'] },
    'follow-up': { from: ['done'], to: 'followed-up', by: ['front-desk'] },
    escalate: {
      from: [...openComplaintStates, 'followed-up'],
      to: 'same',
      by: ['reporter', 'front-desk'],
    },
    'mark-complex': { from: beforeSolution, to: 'same', by: ['supervisor'] },
    archive: { from: ['proposed', 'done', 'followed-up', 'withdrawn'], to: 'archived', by: ['supervisor'] },
    withdraw: { from: [...beforeSolution, 'proposed'], to: 'withdrawn', by: ['reporter', 'front-desk'] },
    'hand-over': { from: held, to: 'same', by: ['system'] },
    'hand-back': { from: held, to: 'registered', by: ['system'] },
  } satisfies Record<ComplaintAction | SystemAction, Transition<ComplaintState>>,
}

/** How long a complainant has to answer before their complaint may be put away without a word of theirs. */
const ANSWERS_WITHIN_DAYS = 7
const DAY_MS = 86_400_000

interface Answerable {
  state: string
  /** they can answer by themselves: under their name or sealed */
  answersThemselves: boolean
  solutionAt: Date | null
  doneAt: Date | null
}

/** Whether it is still the complainant's turn: nobody archives a solution over their head. */
export function isAnswerAwaited({ state, answersThemselves, solutionAt, doneAt }: Answerable, now: Date): boolean {
  const since = state === 'proposed' ? solutionAt : state === 'done' ? doneAt : null
  return answersThemselves && since !== null && now.getTime() < since.getTime() + ANSWERS_WITHIN_DAYS * DAY_MS
}
