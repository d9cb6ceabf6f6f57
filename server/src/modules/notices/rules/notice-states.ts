import { noticeStates, type NoticeState } from '@yinuo/contracts'

/** From which states a notice is taken on, and what that is called. */
export const noticeSteps = {
  edit: { word: '修改', from: ['draft', 'submitted', 'refused', 'approved', 'scheduled'] },
  discard: { word: '删除草稿', from: ['draft'] },
  submit: { word: '提交审核', from: ['draft', 'refused'] },
  approve: { word: '审核', from: ['submitted'] },
  refuse: { word: '审核', from: ['submitted'] },
  publish: { word: '发布', from: ['approved', 'scheduled'] },
  schedule: { word: '定时发布', from: ['approved', 'scheduled'] },
  correct: { word: '更正', from: ['published'] },
  withdraw: { word: '撤回', from: ['scheduled', 'published'] },
  remind: { word: '提醒未读', from: ['published'] },
} as const satisfies Readonly<Record<string, { word: string; from: readonly NoticeState[] }>>
export type NoticeStep = keyof typeof noticeSteps

/** What stands in the way of a step, in words; null: nothing. */
export function obstacleTo(step: NoticeStep, state: NoticeState): { state: string; action: string } | null {
  const { word, from } = noticeSteps[step]
  return (from as readonly NoticeState[]).includes(state) ? null : { state: noticeStates[state], action: word }
}
