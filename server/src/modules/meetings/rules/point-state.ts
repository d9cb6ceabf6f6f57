import { answeringStates, type PointState } from '@yinuo/contracts'

/** What a point was turned into, and how it stands. */
export interface FollowedCase {
  kind: keyof typeof answeringStates
  state: string
}

/** What was turned into a case is answered by the case, everything else by what the office writes. */
export function pointStateOf(followed: FollowedCase | null, answer: string | null): PointState {
  if (!followed) return answer === null ? 'open' : 'answered'
  return (answeringStates[followed.kind] as readonly string[]).includes(followed.state) ? 'answered' : 'followed'
}
