import { codesOf, messageGroups } from '@yinuo/contracts'
import type { MessageGroup } from '@yinuo/contracts'
import type { Choice } from '../../ui/choices.tsx'

export type InboxFilter = 'all' | 'unread' | MessageGroup

/** What may be chosen above the inbox; the unread ones with their number. */
export const choicesOf = (unread: number): Choice<InboxFilter>[] => [
  { value: 'all', text: '全部' },
  { value: 'unread', text: unread > 0 ? `未读 ${unread}` : '未读' },
  ...codesOf(messageGroups).map((group) => ({ value: group, text: messageGroups[group] })),
]

export function queryOf(filter: InboxFilter): { unread?: boolean; group?: MessageGroup } {
  if (filter === 'all') return {}
  return filter === 'unread' ? { unread: true } : { group: filter }
}

/** What was kept on the phone, unless there is no such choice any more. */
export function keptFilter(kept: unknown): InboxFilter {
  return choicesOf(0).find(({ value }) => value === kept)?.value ?? 'all'
}
