import {
  complaintCategories,
  complaintClocks,
  complaintLevels,
  complaintSorts,
  urgencies,
  type ComplaintCategoryCode,
  type ComplaintLevel,
  type ComplaintSort,
  type MessageKind,
  type Urgency,
} from '@yinuo/contracts'
import type { MessageValues } from '../../messages/index.ts'
import { timelineText } from './timeline-text.ts'

/** Who is meant; the handler finds the people. Of an unnamed reporter there is nobody to be found: they come and look. */
export type Audience = 'reporter' | 'assignee' | 'dispatchers' | 'supervisor' | 'project-manager' | 'company'

export interface News {
  kind: MessageKind
  to: Audience[]
  title: string
  body: string
  urgent: boolean
}

/** What a piece of news is about. */
export interface ComplaintInNews {
  number: string
  sort: ComplaintSort
  category: ComplaintCategoryCode
  urgency: Urgency
  placeLabel: string
  description: string
  dueAt: string | null
  assigneeName: string | null
}

export function newsOfOpening(complaint: ComplaintInNews): News {
  const { sort, category, urgency, description } = complaint
  const isPressing = urgency !== 'routine'
  return {
    kind: 'complaint.registered',
    to: isPressing ? ['dispatchers', 'supervisor', 'project-manager'] : ['dispatchers'],
    title: `新的${complaintSorts[sort]}待分派`,
    body: `${complaintCategories[category]}（${urgencies[urgency]}）：${description}`,
    urgent: isPressing,
  }
}

interface Happening {
  action: string
  actorKind: string
  content: Record<string, unknown>
}

/** What people are told when a complaint moved. Nobody is told of what they did themselves. */
export function newsOfMove(complaint: ComplaintInNews, { action, actorKind, content }: Happening): News[] {
  const word = complaintSorts[complaint.sort]
  const text = timelineText(action, content)
  const toReporter = (kind: MessageKind, title: string, body: string): News[] =>
    actorKind === 'resident' ? [] : [{ kind, to: ['reporter'], title, body, urgent: false }]
  const answered = (title: string): News => ({
    kind: 'complaint.answered',
    to: complaint.assigneeName ? ['assignee'] : ['dispatchers'],
    title,
    body: `${complaint.number}：${text}`,
    urgent: false,
  })
  switch (action) {
    case 'assign':
      return [
        {
          kind: 'complaint.assigned',
          to: ['assignee'],
          title: `${word}分派给您`,
          body: `${complaintCategories[complaint.category]}：${complaint.description}`,
          urgent: complaint.urgency !== 'routine',
        },
        ...toReporter('complaint.progress', `您的${word}已分派`, text),
      ]
    case 'hand-over':
      return [{ kind: 'complaint.assigned', to: ['assignee'], title: `${word}交接给您`, body: text, urgent: false }]
    case 'hand-back':
      return [{ kind: 'complaint.registered', to: ['dispatchers'], title: `${word}待重新分派`, body: text, urgent: false }]
    case 'investigate':
    case 'mark-complex':
      return toReporter('complaint.progress', `您的${word}有进展`, text)
    case 'talk':
      return actorKind === 'resident' ? [answered('投诉人有回复')] : toReporter('complaint.progress', '物业给您回复了', text)
    case 'propose':
      return toReporter('complaint.proposed', '处理方案请您答复', text)
    case 'accept-solution':
      return [answered('投诉人接受了方案')]
    case 'reject-solution':
      return [answered('投诉人不接受方案')]
    case 'finish':
      return toReporter('complaint.done', `您的${word}已落实，请评价`, text)
    case 'rate':
      return [answered(`投诉人评价 ${String(content.rating)} 星`)]
    case 'withdraw':
      return [answered('投诉人撤回了投诉')]
    case 'escalate':
      return [newsOfEscalation(complaint, content.level as ComplaintLevel, text)]
    default:
      return []
  }
}

const above: Readonly<Record<ComplaintLevel, Audience[]>> = {
  handler: ['assignee'],
  supervisor: ['assignee', 'supervisor'],
  'project-manager': ['supervisor', 'project-manager'],
  company: ['project-manager', 'company'],
  // The committee is the owners': the company calls it together.
  committee: ['project-manager', 'company'],
}

function newsOfEscalation({ number }: ComplaintInNews, level: ComplaintLevel, text: string): News {
  const title = `投诉人要求由${complaintLevels[level]}处理`
  return { kind: 'complaint.escalated', to: above[level], title, body: `${number}：${text}`, urgent: true }
}

/** What people are told when a clock climbs a step. */
export function newsOfClockStep(complaint: ComplaintInNews, clock: keyof typeof complaintClocks, step: string): News {
  const word = complaintClocks[clock]
  const what = `${complaintSorts[complaint.sort]} ${complaint.number}`
  if (step === 'warned') {
    const to: Audience[] = complaint.assigneeName ? ['assignee'] : ['dispatchers']
    const body = `${what} 的${word}时限将到，请尽快处理。`
    return { kind: 'complaint.warned', to, title: `${word}即将超时`, body, urgent: false }
  }
  const body = `${what} 的${word}已超时，请立即跟进。`
  return { kind: 'complaint.breached', to: above[step as ComplaintLevel], title: `${word}超时`, body, urgent: true }
}

export function valuesOf(complaint: ComplaintInNews, at: string): MessageValues {
  return {
    number: complaint.number,
    place: complaint.placeLabel,
    content: complaint.description,
    urgency: urgencies[complaint.urgency],
    at,
    ...(complaint.dueAt ? { dueAt: complaint.dueAt } : {}),
  }
}
