import { improvementStates, type ImprovementState } from '@yinuo/contracts'

const steps = {
  edit: { from: ['open', 'doing'], label: '修改' },
  start: { from: ['open'], label: '开始' },
  finish: { from: ['open', 'doing'], label: '登记落实' },
  check: { from: ['done'], label: '验证效果' },
  tell: { from: ['done', 'checked'], label: '告诉提出的人' },
} as const satisfies Record<string, { from: readonly ImprovementState[]; label: string }>
export type ImprovementStep = keyof typeof steps

/** What stands in the way of a step, in the words of a refusal. */
export function obstacleTo(step: ImprovementStep, state: ImprovementState): { state: string; action: string } | null {
  const { from, label } = steps[step]
  return (from as readonly ImprovementState[]).includes(state) ? null : { state: improvementStates[state], action: label }
}
