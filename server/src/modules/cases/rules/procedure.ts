import type { CaseKind } from '@yinuo/contracts'

/** In what part somebody stands to a case. */
export type Party = 'reporter' | 'assignee' | 'worker' | 'front-desk' | 'dispatcher' | 'supervisor' | 'system'

export interface Transition<State extends string> {
  from: readonly State[]
  /** `same`: the action does not change the state. */
  to: State | 'same'
  by: readonly Party[]
}

/** The law of one kind of case, as data: who may do what in which state. */
export interface Procedure<State extends string, Action extends string> {
  kind: CaseKind
  /** The table with what only this kind has, keyed by the case. */
  detailTable: string
  firstState: State
  openStates: readonly State[]
  stateLabels: Readonly<Record<State, string>>
  actionLabels: Readonly<Record<Action, string>>
  transitions: Readonly<Record<Action, Transition<State>>>
}

/** The actions these parties may take in this state, in the order of the table. */
export function allowedActions<State extends string, Action extends string>(
  procedure: Procedure<State, Action>,
  state: State,
  parties: ReadonlySet<Party>,
): Action[] {
  const actions = Object.entries(procedure.transitions) as [Action, Transition<State>][]
  return actions
    .filter(([, rule]) => rule.from.includes(state) && rule.by.some((party) => parties.has(party)))
    .map(([action]) => action)
}

/** Judges one action: done from a wrong state it is refused as such, done by the wrong person as not allowed. */
export function judge<State extends string, Action extends string>(
  procedure: Procedure<State, Action>,
  action: Action,
  state: State,
  parties: ReadonlySet<Party>,
): 'allowed' | 'wrong-state' | 'wrong-party' {
  const rule = procedure.transitions[action]
  if (!rule.by.some((party) => parties.has(party))) return 'wrong-party'
  return rule.from.includes(state) ? 'allowed' : 'wrong-state'
}
