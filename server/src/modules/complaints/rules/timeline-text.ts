import { complaintClocks, complaintLevels, type ComplaintLevel } from '@yinuo/contracts'

type Content = Record<string, unknown>

const told: Record<string, (content: Content) => string> = {
  opened: () => '已登记',
  'from-visit': () => '由上门或电话回访登记',
  'from-conversation': ({ number }) => `由在线客服会话 ${text(number)} 转来`,
  assign: ({ departmentName, assigneeName, note }) =>
    `分派给${text(departmentName)}${text(assigneeName)}${note ? `：${text(note)}` : ''}`,
  investigate: ({ note }) => `开始调查：${text(note)}`,
  talk: ({ text: words }) => text(words),
  propose: ({ solution }) => `处理方案：${text(solution)}`,
  'accept-solution': ({ note }) => `接受处理方案${note ? `：${text(note)}` : ''}`,
  'reject-solution': ({ reason }) => `不接受处理方案：${text(reason)}`,
  finish: ({ result }) => `已落实：${text(result)}`,
  rate: ({ rating, comment }) => `评价 ${text(rating)} 星${comment ? `：${text(comment)}` : ''}`,
  'follow-up': ({ rating, comment }) => `回访，满意度 ${text(rating)} 星${comment ? `：${text(comment)}` : ''}`,
  escalate: ({ level, reason }) => `要求由${complaintLevels[level as ComplaintLevel]}处理：${text(reason)}`,
  'mark-complex': ({ reason }) => `认定为复杂投诉，改为定期反馈进展：${text(reason)}`,
  improved: ({ text: words }) => `因为您说了，我们改了：${text(words)}`,
  archive: () => '已归档',
  withdraw: ({ reason }) => `撤回：${text(reason)}`,
  'hand-over': ({ fromName, assigneeName }) => `${text(fromName)}工作交接，改由${text(assigneeName)}处理`,
  'hand-back': ({ fromName }) => `${text(fromName)}工作交接，重新分派`,
  'unsealing-asked': ({ reason }) => `申请查明匿名投诉人的身份：${text(reason)}`,
  unsealed: ({ askedByName, openedByName }) => `经${text(askedByName)}申请、${text(openedByName)}批准，查看了匿名投诉人的身份`,
  'clock-step': ({ clock, step }) => clockStepText(clock as keyof typeof complaintClocks, String(step)),
}

/** An entry of the timeline as people read it. */
export function timelineText(kind: string, content: Content): string {
  return told[kind]?.(content) ?? kind
}

function clockStepText(clock: keyof typeof complaintClocks, step: string): string {
  const name = complaintClocks[clock]
  switch (step) {
    case 'warned':
      return `${name}时限将到，已提醒处理人`
    case 'supervisor':
      return `${name}超时，已升级至主管`
    case 'project-manager':
      return `${name}仍未完成，已升级至项目经理`
    default:
      return `${name}仍未完成，已升级至公司`
  }
}

function text(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}
