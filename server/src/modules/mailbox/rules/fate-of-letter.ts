import { letterLimits, type LetterSender, type LetterState } from '@yinuo/contracts'

/** Somebody of the archive who confirmed the address as theirs. */
export interface KnownSender {
  residentId: string
  accountId: string
  name: string
  phone: string | null
  /** the home, where there is just one */
  unitId: string | null
}

export interface ReferredCase {
  id: string
  number: string
  open: boolean
  isComplaint: boolean
  isAuthors: boolean
}

export interface LetterFacts {
  automatic: string | null
  forged: boolean
  isReadable: boolean
  hasWords: boolean
  /** everybody here who confirmed the sender's address */
  known: readonly KnownSender[]
  referred: ReferredCase | null
  /** what the sender's letters became by themselves since yesterday */
  casesToday: number
}

export interface Fate {
  state: LetterState
  sender: LetterSender
  /** why it waits for somebody, or is left aside */
  reason: string | null
  author: KnownSender | null
  caseId: string | null
}

/** What becomes of a letter (COM-01): a complaint, a word in one, or something a clerk looks at. */
export function fateOf(facts: LetterFacts): Fate {
  const { automatic, forged, known, referred } = facts
  const author = !forged && known.length === 1 ? known[0]! : null
  const sender: LetterSender = forged ? 'unverified' : author ? 'resident' : 'unknown'
  const nothing = { sender, author, caseId: null }
  if (automatic !== null) return { ...nothing, state: 'automatic', reason: automatic }
  const waits = (reason: string): Fate => ({ ...nothing, state: 'waiting', reason })
  if (forged) return waits('发件人未通过邮件服务器的验证，可能是冒名')
  if (!facts.isReadable) return waits('邮件无法完整读取，请到邮箱里查看原件')
  if (referred) return continued(facts, referred, waits, { sender, author })
  if (known.length > 1) return waits('这个邮箱登记在多位住户名下')
  if (!author) return waits('发件人不在住户档案里')
  if (!facts.hasWords) return waits('正文是空的')
  if (facts.casesToday >= letterLimits.casesPerDay) return waits('同一发件人当天来信过多')
  return { sender, author, state: 'registered', reason: null, caseId: null }
}

function continued(
  { hasWords }: LetterFacts,
  { id, number, open, isComplaint, isAuthors }: ReferredCase,
  waits: (reason: string) => Fate,
  who: Pick<Fate, 'sender' | 'author'>,
): Fate {
  if (!isAuthors) return waits(`提到了 ${number}，但发件人不是投诉人`)
  if (!isComplaint) return waits(`是对 ${number} 的回信`)
  if (!open) return waits(`是对已结束的 ${number} 的回信`)
  if (!hasWords) return waits('正文是空的')
  return { ...who, state: 'appended', reason: null, caseId: id }
}
