import type { ConversationEntry, ConversationRow } from '@yinuo/contracts'
import type { Tone } from '../../theme/tokens.ts'
import { spokenLength } from '../../words/time.ts'

/** How a conversation stands, for the mark beside its name. */
export function standingOf(row: Pick<ConversationRow, 'state' | 'dueAt' | 'late'>, now: number): { tone: Tone; text: string } {
  if (row.state === 'closed') return { tone: 'done', text: '已结束' }
  if (row.state === 'answered') return { tone: 'onTime', text: '已回复' }
  if (!row.dueAt) return { tone: 'waiting', text: '待回复' }
  const left = Date.parse(row.dueAt) - now
  if (row.late || left <= 0) return { tone: 'late', text: `超时 ${spokenLength(Math.max(0, -left))}` }
  return { tone: left < TEN_MINUTES ? 'soon' : 'waiting', text: `还剩 ${spokenLength(left)}` }
}

const TEN_MINUTES = 10 * 60_000

const A_WHILE = 5 * 60_000

/** Whether the time is said above an entry: after a pause, and above the first. */
export function saysTime(entries: readonly Pick<ConversationEntry, 'at'>[], at: number): boolean {
  const before = entries[at - 1]
  return !before || Date.parse(entries[at]!.at) - Date.parse(before.at) > A_WHILE
}

/** What was chosen of the talk, as the description of a repair. */
export function descriptionOf(entries: readonly ConversationEntry[], chosen: ReadonlySet<string>): string {
  return entries
    .filter(({ id, text }) => chosen.has(id) && text)
    .map(({ text }) => text)
    .join('\n')
    .slice(0, 1000)
}
