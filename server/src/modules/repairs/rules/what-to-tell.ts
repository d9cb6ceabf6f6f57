import {
  clockNames,
  repairCategories,
  urgencies,
  type ClockName,
  type MessageKind,
  type RepairCategoryCode,
  type Urgency,
} from '@yinuo/contracts'
import type { MessageValues } from '../../messages/index.ts'
import { timelineText } from './timeline-text.ts'

/** Who is meant; the handler finds the people. */
export type Audience = 'reporter' | 'assignee' | 'supervisor' | 'project-manager' | 'company'

export interface News {
  kind: MessageKind
  to: Audience[]
  title: string
  body: string
  values: MessageValues
  urgent: boolean
}

/** What a piece of news is about. */
export interface RepairInNews {
  number: string
  placeLabel: string
  category: RepairCategoryCode
  urgency: Urgency
  description: string
  assigneeName: string | null
  dueAt: string | null
}

interface Happening {
  action: string
  to: string
  actorKind: string
  content: Record<string, unknown>
  at: string
}

/** What people are told when a repair moved. Nobody is told of what they did themselves. */
export function newsOfMove(repair: RepairInNews, happening: Happening): News[] {
  const about = valuesOf(repair, happening.at)
  const name = repair.assigneeName ?? '师傅'
  const toReporter = (kind: MessageKind, title: string, body: string, progress: string): News[] =>
    happening.actorKind === 'resident'
      ? []
      : [{ kind, to: ['reporter'], title, body, values: { ...about, progress, result: progress }, urgent: false }]
  if (happening.to === 'assigned' && happening.action !== 'accept') {
    const isEmergency = repair.urgency === 'emergency'
    const body = `${repair.placeLabel}，${repairCategories[repair.category].label}（${urgencies[repair.urgency]}）：${repair.description}`
    return [{ kind: 'repair.assigned', to: ['assignee'], title: '新工单，请接单', body, values: about, urgent: isEmergency }]
  }
  switch (happening.action) {
    case 'accept':
      return toReporter('repair.accepted', `${name}已接单`, `您在${repair.placeLabel}的报修已由${name}接单，即将上门。`, '已接单')
    case 'wait':
      return toReporter('repair.waiting', '报修暂停等待', `您的报修${timelineText('wait', happening.content)}。`, '暂停等待')
    case 'offer-charge':
      return toReporter(
        'repair.charge-offered',
        '维修报价待您确认',
        `${timelineText('offer-charge', happening.content)}，同意后再动工。`,
        '待确认报价',
      )
    case 'finish':
      return toReporter('repair.done', '维修完成，请确认', `您在${repair.placeLabel}的报修已修好，请确认并评价。`, '待您确认')
    case 'close-unanswered':
      return toReporter('repair.closed', '报修已自动关闭', '逾期未确认，报修已自动关闭；如未修好可重新处理。', '已关闭')
    case 'reopen':
      return [
        {
          kind: 'repair.reopened',
          to: ['supervisor'],
          title: '报修被要求重新处理',
          body: `${repair.placeLabel}：${String(happening.content.reason)}`,
          values: about,
          urgent: false,
        },
      ]
    default:
      return []
  }
}

/** What people are told when a clock climbs a step: its holder is warned, then each higher post is told with those below. */
export function newsOfClockStep(repair: RepairInNews, clock: ClockName, step: string, at: string): News | null {
  if (clock === 'confirm') return null
  const word = clockNames[clock]
  const values = { ...valuesOf(repair, at), step: `${word}超时`.slice(0, 5) }
  const place = `${repair.placeLabel}（${repair.number}）`
  if (step === 'warned') {
    const to: Audience[] = repair.assigneeName ? ['assignee'] : ['supervisor']
    return {
      kind: 'repair.warned',
      to,
      title: `${word}即将超时`,
      body: `${place}的${word}时限将到，请尽快处理。`,
      values,
      urgent: false,
    }
  }
  const body = clock === 'progress' ? `${place}超过一天没有更新进展。` : `${place}的${word}已超时，请立即跟进。`
  return { kind: 'repair.breached', to: ladder[step] ?? ['supervisor'], title: `${word}超时`, body, values, urgent: true }
}

const ladder: Record<string, Audience[]> = {
  supervisor: ['assignee', 'supervisor'],
  'project-manager': ['supervisor', 'project-manager'],
  company: ['project-manager', 'company'],
}

export function newsOfNobody(repair: RepairInNews, reason: string, at: string): News {
  const body = `${repair.placeLabel}：${reason}。请手动派单。`
  return {
    kind: 'repair.undispatched',
    to: ['supervisor'],
    title: '报修无人可派',
    body,
    values: valuesOf(repair, at),
    urgent: repair.urgency === 'emergency',
  }
}

function valuesOf(repair: RepairInNews, at: string): MessageValues {
  return {
    number: repair.number,
    place: repair.placeLabel,
    content: repair.description,
    urgency: urgencies[repair.urgency],
    at,
    ...(repair.dueAt ? { dueAt: repair.dueAt } : {}),
  }
}
