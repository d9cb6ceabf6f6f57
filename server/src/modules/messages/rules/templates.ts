import type { MessageKind, SubscriptionTemplate } from '@yinuo/contracts'
import type { MessageValues } from './message-values.ts'
import { shownTime } from './shown-time.ts'

type FieldValues = Readonly<Record<string, string>>

/** A message as its templates see it. */
export interface Told {
  kind: MessageKind
  title: string
  body: string
  values: MessageValues
  caseId: string | null
  /** the notice, outage or meeting it is about */
  aboutId?: string | null
  communityId: string
  toStaff: boolean
  createdAt: Date
}

const forResidents: Partial<Record<MessageKind, SubscriptionTemplate>> = {
  'repair.accepted': 'repair-progress',
  'repair.waiting': 'repair-progress',
  'repair.charge-offered': 'repair-progress',
  'repair.reopened': 'repair-progress',
  'repair.improved': 'repair-progress',
  'repair.done': 'repair-finished',
  'repair.closed': 'repair-finished',
  'complaint.progress': 'complaint-progress',
  'complaint.proposed': 'complaint-progress',
  'complaint.done': 'complaint-progress',
  'complaint.improved': 'complaint-progress',
  'notice.published': 'notice',
  'notice.corrected': 'notice',
  'notice.reminded': 'notice',
  'outage.announced': 'notice',
  'outage.updated': 'notice',
  'outage.recovered': 'notice',
  'disclosure.posted': 'notice',
  'disclosure.corrected': 'notice',
  'meeting.announced': 'notice',
  'meeting.changed': 'notice',
  'meeting.reminded': 'notice',
  'meeting.cancelled': 'notice',
  'meeting.minutes': 'notice',
  'meeting.corrected': 'notice',
  'conversation.answered': 'conversation',
}

const forStaff: Partial<Record<MessageKind, SubscriptionTemplate>> = {
  'repair.assigned': 'work-assigned',
  'repair.reopened': 'work-assigned',
  'repair.charge-offered': 'work-assigned',
  'repair.warned': 'work-overdue',
  'repair.breached': 'work-overdue',
  'repair.undispatched': 'work-overdue',
  'complaint.assigned': 'work-assigned',
  'complaint.answered': 'work-assigned',
  'complaint.escalated': 'work-assigned',
  'complaint.warned': 'work-overdue',
  'complaint.breached': 'work-overdue',
  'conversation.waiting': 'work-assigned',
  'conversation.handed-over': 'work-assigned',
  'visit.assigned': 'work-assigned',
  'conversation.warned': 'work-overdue',
  'conversation.breached': 'work-overdue',
}

/** Which template a message goes out under, if there is one. */
export function templateOf(kind: MessageKind, toStaff: boolean): SubscriptionTemplate | null {
  return (toStaff ? forStaff : forResidents)[kind] ?? null
}

const progress: Partial<Record<MessageKind, string>> = {
  'repair.accepted': '已接单',
  'repair.waiting': '暂停等待',
  'repair.charge-offered': '报价待确认',
  'repair.reopened': '重新处理',
  'repair.improved': '已改进',
  'complaint.proposed': '方案待答复',
  'complaint.done': '已落实',
  'complaint.improved': '已改进',
}

const overdue: Partial<Record<MessageKind, string>> = {
  'repair.warned': '即将超时',
  'repair.breached': '已超时',
  'repair.undispatched': '无人可派',
  'complaint.warned': '即将超时',
  'complaint.breached': '已超时',
  'conversation.warned': '即将超时',
  'conversation.breached': '已超时',
}

/** The fields of each template as it is registered with the account (docs: 微信模板). */
const fields: Readonly<Record<SubscriptionTemplate, (told: Told) => FieldValues>> = {
  'repair-progress': ({ kind, values, body, createdAt }) => ({
    character_string1: values.number ?? '-',
    thing2: values.place ?? '见详情',
    phrase3: values.progress ?? progress[kind] ?? '处理中',
    thing4: values.note ?? body,
    time5: shownTime(values.at ?? createdAt),
  }),
  'repair-finished': ({ kind, values, body, createdAt }) => ({
    character_string1: values.number ?? '-',
    thing2: values.place ?? '见详情',
    thing3: values.result ?? body,
    time4: shownTime(values.at ?? createdAt),
    thing5: values.note ?? (kind === 'repair.done' ? '请确认是否修好并评价' : '感谢您的支持'),
  }),
  'complaint-progress': ({ kind, values, body, createdAt }) => ({
    character_string1: values.number ?? '-',
    thing2: values.content ?? '见详情',
    phrase3: values.progress ?? progress[kind] ?? '处理中',
    thing4: values.note ?? body,
    time5: shownTime(values.at ?? createdAt),
  }),
  notice: ({ values, title, body, createdAt }) => ({
    thing1: title,
    thing2: values.content ?? body,
    time3: shownTime(values.at ?? createdAt),
    thing4: values.note ?? '点击查看全文',
  }),
  conversation: ({ values, body, createdAt }) => ({
    character_string1: values.number ?? '-',
    thing2: values.place ?? '见详情',
    thing3: values.content ?? body,
    time4: shownTime(values.at ?? createdAt),
  }),
  'work-assigned': ({ values, body, createdAt }) => ({
    character_string1: values.number ?? '-',
    thing2: values.place ?? '见详情',
    thing3: values.content ?? body,
    phrase4: values.urgency ?? '一般',
    time5: shownTime(values.dueAt ?? values.at ?? createdAt),
  }),
  'work-overdue': ({ kind, values, body, createdAt }) => ({
    character_string1: values.number ?? '-',
    thing2: values.place ?? '见详情',
    phrase3: values.step ?? overdue[kind] ?? '超时',
    time4: shownTime(values.dueAt ?? values.at ?? createdAt),
    thing5: values.note ?? body,
  }),
}

export function fieldsOf(template: SubscriptionTemplate, told: Told): FieldValues {
  // An empty value counts as left out: WeChat refuses it.
  const values = Object.fromEntries(Object.entries(told.values).filter(([, value]) => value.trim() !== ''))
  return fields[template]({ ...told, values })
}

/** The page a tap on the message opens. */
export function pageOf({ kind, caseId, aboutId, communityId, toStaff }: Told): string {
  const what = kind.slice(0, kind.indexOf('.'))
  if (aboutId) return `pages/${what}/index?id=${aboutId}`
  if (what === 'visit') return 'staff/visits/index'
  if (!caseId) return 'pages/messages/index'
  if (kind.endsWith('.improved')) return `pages/changes/index?communityId=${communityId}&caseId=${caseId}`
  return `${toStaff ? 'staff' : 'pages'}/${what}/index?communityId=${communityId}&id=${caseId}`
}
