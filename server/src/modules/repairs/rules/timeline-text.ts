import { clockNames, waitReasons, visitMethods, type ClockName, type VisitMethod, type WaitReason } from '@yinuo/contracts'

type Content = Record<string, unknown>

const told: Record<string, (content: Content) => string> = {
  opened: () => '提交了报修',
  'from-visit': () => '由上门或电话回访登记',
  'from-conversation': ({ number }) => `由在线客服会话 ${text(number)} 转来`,
  dispatch: ({ assigneeName, because }) => `派给${text(assigneeName)}${because ? `：${text(because)}` : ''}`,
  undispatched: ({ reason }) => `暂时没有派出：${text(reason)}`,
  accept: () => '已接单',
  decline: ({ reason }) => `退回：${text(reason)}`,
  transfer: ({ assigneeName, reason }) => `转给${text(assigneeName)}：${text(reason)}`,
  'hand-over': ({ fromName, assigneeName }) => `${text(fromName)}工作交接，改由${text(assigneeName)}处理`,
  'hand-back': ({ fromName }) => `${text(fromName)}工作交接，重新派单`,
  arrive: () => '已到场，开始维修',
  wait: ({ for: reason, because }) => `暂停，${waitReasons[reason as WaitReason]}：${text(because)}`,
  resume: () => '继续维修',
  note: ({ text: note }) => text(note),
  'add-materials': ({ materials }) => `用料：${text(materials)}`,
  'offer-charge': ({ amountFen }) => `报价 ${yuan(amountFen)}，等待住户同意`,
  'agree-charge': ({ amountFen }) => `同意报价 ${yuan(amountFen)}`,
  'refuse-charge': ({ reason }) => `不同意报价：${text(reason)}`,
  finish: ({ text: result, labourMinutes }) => `维修完成，用时 ${text(labourMinutes)} 分钟：${text(result)}`,
  confirm: ({ rating, comment }) => `确认完成，评价 ${text(rating)} 星${comment ? `：${text(comment)}` : ''}`,
  reopen: ({ reason }) => `要求重新处理：${text(reason)}`,
  cancel: ({ reason }) => `取消报修：${text(reason)}`,
  visit: ({ method, satisfied, finding }) =>
    `${visitMethods[method as VisitMethod]}回访，${satisfied ? '满意' : '不满意'}：${text(finding)}`,
  improved: ({ text: words }) => `因为您说了，我们改了：${text(words)}`,
  archive: () => '已归档',
  'close-unanswered': () => '住户逾期未确认，自动关闭',
  'clock-step': ({ clock, step }) => clockStepText(clock as ClockName, String(step)),
}

/** An entry of the timeline as people read it. */
export function timelineText(kind: string, content: Content): string {
  return told[kind]?.(content) ?? kind
}

function clockStepText(clock: ClockName, step: string): string {
  const name = clockNames[clock]
  if (clock === 'confirm') return '确认期限已到'
  if (clock === 'progress') return '超过一天没有更新进展，已提醒主管'
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

function yuan(fen: unknown): string {
  return `¥${(Number(fen) / 100).toFixed(2)}`
}
