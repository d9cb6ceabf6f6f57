import { disclosureStates, disclosureSteps, type DisclosureState, type DisclosureStep } from '@yinuo/contracts'

const from: Readonly<Record<DisclosureStep, readonly DisclosureState[]>> = {
  copy: ['draft'],
  edit: ['draft'],
  check: ['draft'],
  return: ['checked'],
  post: ['checked'],
  correct: ['posted'],
}

/** What stands in the way of a step, in words; null: nothing. */
export function obstacleTo(step: DisclosureStep, state: DisclosureState): { state: string; action: string } | null {
  return from[step].includes(state) ? null : { state: disclosureStates[state], action: disclosureSteps[step] }
}
