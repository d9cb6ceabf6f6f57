import type { ConversationSide } from '@yinuo/contracts'

type Content = Record<string, unknown>

/** What one of the two sides said; everything else is a line between. */
export const SAID: readonly string[] = ['opened', 'ask', 'reply']

export const isSaid = (kind: string): boolean => SAID.includes(kind)

const told: Record<string, (content: Content) => string> = {
  'off-hours': ({ sentence }) => words(sentence),
  take: ({ name }) => `${words(name)}为您服务`,
  'hand-over': ({ name }) => `已转交${words(name)}为您服务`,
  pass: ({ name }) => (name ? `已转交${words(name)}为您服务` : '已转回前台，稍后有同事为您服务'),
  'open-repair': ({ number }) => `已转为报修 ${words(number)}`,
  'open-complaint': ({ number }) => `已转为投诉建议 ${words(number)}`,
  close: ({ by }) => (by === 'resident' ? '住户结束了会话' : '前台结束了会话'),
  rate: ({ rating }) => `评价 ${words(rating)} 星`,
}

const steps: Record<string, string> = {
  warned: '答复时限将到，已提醒接待人',
  supervisor: '答复超时，已升级至主管',
  'project-manager': '仍未答复，已升级至项目经理',
  company: '仍未答复，已升级至公司',
}

/** A line of the talk as its reader sees it; null: it is not for them. What colleagues note for each other stays with them. */
export function entryText(kind: string, content: Content, reader: ConversationSide): string | null {
  if (isSaid(kind)) return words(content.text)
  if (kind === 'clock-step') return reader === 'staff' ? (steps[String(content.step)] ?? null) : null
  const line = told[kind]?.(content) ?? null
  const note = kind === 'hand-over' && reader === 'staff' ? words(content.note) : ''
  const comment = kind === 'rate' && content.comment ? `：${words(content.comment)}` : ''
  return line && `${line}${note ? `（${note}）` : ''}${comment}`
}

function words(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}
