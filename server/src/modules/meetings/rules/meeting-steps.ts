import { meetingStates, type MeetingState } from '@yinuo/contracts'

/** From which states a meeting is taken on, and what that is called. */
const meetingSteps = {
  edit: { word: '修改', from: ['planned', 'announced'] },
  announce: { word: '通知住户', from: ['planned'] },
  book: { word: '预约', from: ['announced'] },
  attend: { word: '签到', from: ['announced', 'held'] },
  hold: { word: '登记已召开', from: ['announced'] },
  raise: { word: '记下问题', from: ['announced', 'held', 'published'] },
  'write-minutes': { word: '写纪要', from: ['announced', 'held'] },
  publish: { word: '公布纪要', from: ['held'] },
  correct: { word: '更正纪要', from: ['published'] },
  cancel: { word: '取消', from: ['planned', 'announced'] },
} as const satisfies Readonly<Record<string, { word: string; from: readonly MeetingState[] }>>
export type MeetingStep = keyof typeof meetingSteps

/** What stands in the way of a step, in words; null: nothing. */
export function obstacleTo(step: MeetingStep, state: MeetingState): { state: string; action: string } | null {
  const { word, from } = meetingSteps[step]
  return (from as readonly MeetingState[]).includes(state) ? null : { state: meetingStates[state], action: word }
}
