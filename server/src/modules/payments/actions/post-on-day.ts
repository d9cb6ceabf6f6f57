import type { EntityManager } from 'typeorm'
import type { Act } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import { postEntry, type EntryDraft } from '../../ledger/index.ts'
import { todayIn } from '../../organisation/index.ts'

/** Money that moved is booked on its day; when that month is closed already, today: what has happened cannot be refused. */
export async function postOnDayOf(tx: EntityManager, act: Act, at: Date, draft: Omit<EntryDraft, 'bookedOn'>): Promise<void> {
  const today = todayIn(act)
  const day = todayIn({ now: at })
  const bookedOn = day < today ? day : today
  try {
    await postEntry(tx, act, { ...draft, bookedOn })
  } catch (error) {
    if (!(error instanceof ProblemError) || error.code !== 'PERIOD_CLOSED' || bookedOn === today) throw error
    await postEntry(tx, act, { ...draft, bookedOn: today })
  }
}
