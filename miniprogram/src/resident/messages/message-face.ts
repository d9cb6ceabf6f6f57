import type { InboxMessage, MessageKind } from '@yinuo/contracts'
import type { IconName } from '../../ui/icon-paths.ts'

export const messageFace: Readonly<Record<MessageKind, IconName>> = {
  'repair.assigned': 'wrench',
  'repair.accepted': 'user',
  'repair.waiting': 'pause',
  'repair.charge-offered': 'yen',
  'repair.done': 'done',
  'repair.reopened': 'refresh',
  'repair.closed': 'done',
  'repair.improved': 'done',
  'repair.warned': 'alarm',
  'repair.breached': 'warning',
  'repair.undispatched': 'warning',
  'conversation.waiting': 'chat',
  'conversation.answered': 'chat',
  'conversation.handed-over': 'swap',
  'conversation.warned': 'alarm',
  'conversation.breached': 'warning',
  'complaint.registered': 'pencil',
  'complaint.assigned': 'pencil',
  'complaint.progress': 'pencil',
  'complaint.proposed': 'pencil',
  'complaint.answered': 'pencil',
  'complaint.done': 'done',
  'complaint.improved': 'done',
  'improvement.proposed': 'warning',
  'improvement.assigned': 'pencil',
  'complaint.escalated': 'warning',
  'complaint.warned': 'alarm',
  'complaint.breached': 'warning',
  'residence.approved': 'home',
  'residence.rejected': 'home',
  'residence.joined': 'people',
  'residence.left': 'leave',
  'account.stolen': 'shield',
  'privacy.export-ready': 'shield',
  'privacy.deletion-asked': 'shield',
  'privacy.deletion-waits': 'shield',
  'notice.published': 'horn',
  'notice.corrected': 'horn',
  'notice.reminded': 'horn',
  'outage.announced': 'warning',
  'outage.updated': 'clock',
  'outage.recovered': 'done',
  'outage.overdue': 'alarm',
  'meeting.drafted': 'people',
  'meeting.announced': 'people',
  'meeting.changed': 'clock',
  'meeting.reminded': 'clock',
  'meeting.cancelled': 'warning',
  'meeting.minutes': 'list',
  'meeting.corrected': 'list',
  'visit.assigned': 'door',
  'visit.round-opened': 'door',
  'letter.waiting': 'mail',
  'box.due': 'box',
  'box.late': 'alarm',
  'results.drafted': 'list',
  'disclosure.drafted': 'yen',
  'disclosure.late': 'alarm',
  'disclosure.posted': 'yen',
  'disclosure.corrected': 'yen',
  'arrears.reminded': 'yen',
  'payment.paid': 'yen',
  'payment.refunded': 'yen',
  'document.expiring': 'clock',
  'document.expired': 'warning',
}

const forStaff: readonly MessageKind[] = [
  'repair.assigned',
  'repair.warned',
  'repair.breached',
  'repair.undispatched',
  'complaint.registered',
  'complaint.assigned',
  'complaint.answered',
  'complaint.escalated',
  'complaint.warned',
  'complaint.breached',
]

/** Where a message leads: to the case as its reader works with it. */
export function pageOf({ kind, caseId, aboutId, communityId }: InboxMessage, staffOnly: boolean): string | null {
  if (kind === 'box.due' || kind === 'box.late') return 'staff/boxes/index'
  if (kind === 'arrears.reminded') return 'pages/bills/index'
  if (aboutId) return `pages/${kind.slice(0, kind.indexOf('.'))}/index?id=${aboutId}`
  if (kind.startsWith('payment.')) return 'pages/payments/index'
  if (kind === 'residence.joined' || kind === 'residence.left') return 'pages/me/index'
  if (kind.startsWith('privacy.')) return 'pages/privacy/index'
  if (kind === 'account.stolen') return 'pages/devices/index'
  if (kind.startsWith('residence.')) return 'pages/bind/index'
  if (kind.startsWith('visit.')) return 'staff/visits/index'
  if (kind.startsWith('document.')) return 'staff/documents/index'
  if (!caseId) return null
  if (kind.endsWith('.improved')) return `pages/changes/index?communityId=${communityId}&caseId=${caseId}`
  if (kind.startsWith('conversation.'))
    return `${kind === 'conversation.answered' ? 'pages' : 'staff'}/conversation/index?communityId=${communityId}&id=${caseId}`
  const side = staffOnly || forStaff.includes(kind) ? 'staff' : 'pages'
  return `${side}/${kind.startsWith('complaint.') ? 'complaint' : 'repair'}/index?communityId=${communityId}&id=${caseId}`
}
