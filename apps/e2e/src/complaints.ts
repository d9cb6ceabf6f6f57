import type { ComplaintRow, ComplaintView } from '@yinuo/contracts'
import { asOffice } from './api.ts'
import { garden } from './repairs.ts'

const everyState = 'registered,assigned,investigating,proposed,carrying-out,done,followed-up,archived,withdrawn'

/** The one complaint of this journey as the office reads it; more or fewer is a failure. */
export async function theComplaintMarked(mark: string): Promise<ComplaintView> {
  const [row, ...more] = await complaintsMarked(mark)
  if (!row || more.length > 0) throw new Error(`Expected one complaint marked ${mark}, found ${row ? 1 + more.length : 0}`)
  const call = await asOffice('manager')
  return call('GET /communities/{communityId}/complaints/{id}', { path: { communityId: row.communityId, id: row.id } })
}

async function complaintsMarked(mark: string): Promise<ComplaintRow[]> {
  const call = await asOffice('manager')
  const path = { communityId: (await garden()).id }
  return (await call('GET /communities/{communityId}/complaints', { path, query: { query: mark, state: everyState } })).items
}
