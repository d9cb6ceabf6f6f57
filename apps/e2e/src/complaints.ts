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

/** Handled by 周敏 up to a solution its author can answer to. */
export async function proposeSolution(mark: string, solution: string): Promise<void> {
  const { communityId, id } = await theComplaintMarked(mark)
  const path = { communityId, id }
  const [desk, department] = [await asOffice('frontdesk'), await asOffice('supervisor')]
  const handlers = await desk('GET /communities/{communityId}/complaint-handlers', { path: { communityId } })
  const staffId = handlers.find(({ name }) => name === '周敏')!.staffId
  const terms = async () => ({ path, idempotencyKey: crypto.randomUUID(), version: (await theComplaintMarked(mark)).version })
  const assigning = await terms()
  await desk('POST /communities/{communityId}/complaints/{id}/assign', {
    ...assigning,
    body: { staffId, version: assigning.version },
  })
  const looking = await terms()
  const looked = { note: '去现场看过', version: looking.version }
  await department('POST /communities/{communityId}/complaints/{id}/investigate', { ...looking, body: looked })
  const proposing = await terms()
  const proposed = { solution, version: proposing.version }
  await department('POST /communities/{communityId}/complaints/{id}/propose', { ...proposing, body: proposed })
}

/** What was agreed on has been done. */
export async function finishComplaint(mark: string, result: string): Promise<void> {
  const { communityId, id, version } = await theComplaintMarked(mark)
  const call = await asOffice('supervisor')
  await call('POST /communities/{communityId}/complaints/{id}/finish', {
    path: { communityId, id },
    idempotencyKey: crypto.randomUUID(),
    body: { result, fileIds: [], version },
  })
}

async function complaintsMarked(mark: string): Promise<ComplaintRow[]> {
  const call = await asOffice('manager')
  const path = { communityId: (await garden()).id }
  return (await call('GET /communities/{communityId}/complaints', { path, query: { query: mark, state: everyState } })).items
}
