import { codesOf, messageGroups } from '@yinuo/contracts'
import type { MessageGroup } from '@yinuo/contracts'
import type { Choice } from '../../ui/choices.tsx'

export type InboxFilter = 'all' | 'unread' | MessageGroup

/** Papers are kept by staff: residents are told nothing of them. */
export const concerns = (group: MessageGroup, isStaff: boolean) => isStaff || group !== 'documents'

/** What may be chosen above the inbox; the unread ones with their number. */
export const choicesOf = (unread: number, isStaff: boolean): Choice<InboxFilter>[] => [
  { value: 'all', text: '全部' },
  { value: 'unread', text: unread > 0 ? `未读 ${unread}` : '未读' },
  ...codesOf(messageGroups)
    .filter((group) => concerns(group, isStaff))
    .map((group) => ({ value: group, text: messageGroups[group] })),
]

export function queryOf(filter: InboxFilter): { unread?: boolean; group?: MessageGroup } {
  if (filter === 'all') return {}
  return filter === 'unread' ? { unread: true } : { group: filter }
}

/** What was kept on the phone, unless there is no such choice any more. */
export function keptFilter(kept: unknown, isStaff: boolean): InboxFilter {
  return choicesOf(0, isStaff).find(({ value }) => value === kept)?.value ?? 'all'
}
