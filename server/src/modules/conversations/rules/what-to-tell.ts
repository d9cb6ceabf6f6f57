import type { MessageKind } from '@yinuo/contracts'

/** Who is meant; the handler finds the people. */
export type Audience = 'resident' | 'assignee' | 'desk' | 'supervisor' | 'project-manager' | 'company'

export interface ConversationNews {
  kind: MessageKind
  to: Audience[]
  title: string
  body: string
  urgent: boolean
}

export interface ConversationInNews {
  number: string
  placeLabel: string
  reporterName: string
  hasAssignee: boolean
}

const about = ({ placeLabel, reporterName }: ConversationInNews) => `${placeLabel} ${reporterName}`

/** A question waits: for who looks after the resident already, else for the whole desk. */
export function newsOfQuestion(conversation: ConversationInNews, text: string): ConversationNews {
  return {
    kind: 'conversation.waiting',
    to: [conversation.hasAssignee ? 'assignee' : 'desk'],
    title: '住户在等回复',
    body: `${about(conversation)}：${text || '[图片]'}`,
    urgent: false,
  }
}

export function newsOfReply(text: string): ConversationNews {
  return { kind: 'conversation.answered', to: ['resident'], title: '前台回复了您', body: text || '[图片]', urgent: false }
}

export function newsOfHandOver(conversation: ConversationInNews, fromName: string, note: string): ConversationNews {
  return {
    kind: 'conversation.handed-over',
    to: ['assignee'],
    title: `${fromName}转交给您一个会话`,
    body: `${about(conversation)}：${note}`,
    urgent: false,
  }
}

const ladder: Record<string, Audience[]> = {
  supervisor: ['assignee', 'supervisor'],
  'project-manager': ['supervisor', 'project-manager'],
  company: ['project-manager', 'company'],
}

/** The clock of a question climbed a step: its holder is warned, then each higher post is told with those below. */
export function newsOfClockStep(conversation: ConversationInNews, step: string): ConversationNews {
  const where = `${about(conversation)}（${conversation.number}）`
  if (step === 'warned')
    return {
      kind: 'conversation.warned',
      to: [conversation.hasAssignee ? 'assignee' : 'desk'],
      title: '咨询答复即将超时',
      body: `${where}还没有得到答复，请尽快回复。`,
      urgent: false,
    }
  const to = ladder[step] ?? ['supervisor']
  return { kind: 'conversation.breached', to, title: '咨询答复超时', body: `${where}的咨询已超时，请立即回复。`, urgent: true }
}
