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
  'repair.warned': 'alarm',
  'repair.breached': 'warning',
  'repair.undispatched': 'warning',
  'residence.approved': 'home',
  'residence.rejected': 'home',
  'residence.joined': 'people',
  'residence.left': 'leave',
  'account.stolen': 'shield',
  'privacy.export-ready': 'shield',
  'privacy.deletion-asked': 'shield',
  'privacy.deletion-waits': 'shield',
  'document.expiring': 'clock',
  'document.expired': 'warning',
}

const forStaff: readonly MessageKind[] = ['repair.assigned', 'repair.warned', 'repair.breached', 'repair.undispatched']

/** Where a message leads: to the case as its reader works with it. */
export function pageOf({ kind, repairId, communityId }: InboxMessage, staffOnly: boolean): string | null {
  if (kind === 'residence.joined' || kind === 'residence.left') return 'pages/me/index'
  if (kind.startsWith('privacy.')) return 'pages/privacy/index'
  if (kind === 'account.stolen') return 'pages/devices/index'
  if (kind.startsWith('residence.')) return 'pages/bind/index'
  if (kind.startsWith('document.')) return 'staff/documents/index'
  if (!repairId) return null
  const side = staffOnly || forStaff.includes(kind) ? 'staff' : 'pages'
  return `${side}/repair/index?communityId=${communityId}&id=${repairId}`
}
