import type { BoxState } from '@yinuo/contracts'

/** How a box stands to the day on which it is to be emptied; days are ISO dates of the community. */
export function boxState({ retired, dueOn, today }: { retired: boolean; dueOn: string; today: string }): BoxState {
  if (retired) return 'retired'
  if (today < dueOn) return 'waiting'
  return today === dueOn ? 'due' : 'late'
}
