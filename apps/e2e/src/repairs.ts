import { codesOf, repairStates } from '@yinuo/contracts'
import type { RepairCategoryCode, RepairReceipt, RepairRow, RepairView } from '@yinuo/contracts'
import { randomInt } from 'node:crypto'
import { asOffice } from './api.ts'
import { eventually } from './eventually.ts'

const everyState = codesOf(repairStates).join(',')

/** A telephone number that stands in everything one journey reports, by which it finds its own again. */
export const ownMark = (): string => `186${String(randomInt(1e8)).padStart(8, '0')}`

export async function garden(): Promise<{ id: string; name: string; hotline: string }> {
  const call = await asOffice('manager')
  const found = (await call('GET /communities')).find(({ name }) => name === '一诺花园')
  if (!found) throw new Error('The demonstration company has no 一诺花园')
  return found
}

export async function repairsMarked(mark: string): Promise<RepairRow[]> {
  const call = await asOffice('manager')
  const path = { communityId: (await garden()).id }
  return (await call('GET /communities/{communityId}/repairs', { path, query: { query: mark, state: everyState } })).items
}

/** The one case of this journey; more or fewer is a failure. */
export async function theRepairMarked(mark: string): Promise<RepairView> {
  const [row, ...more] = await repairsMarked(mark)
  if (!row || more.length > 0) throw new Error(`Expected one repair marked ${mark}, found ${row ? 1 + more.length : 0}`)
  return readRepair(row)
}

export async function readRepair({ communityId, id }: { communityId: string; id: string }): Promise<RepairView> {
  const call = await asOffice('manager')
  return call('GET /communities/{communityId}/repairs/{id}', { path: { communityId, id } })
}

interface Wish {
  description: string
  category: RepairCategoryCode
  room: string
}

/** Registers a repair for a household, as the front desk does on the telephone. */
export async function registerRepair({ description, category, room }: Wish): Promise<RepairReceipt> {
  const call = await asOffice('frontdesk')
  const path = { communityId: (await garden()).id }
  const { items } = await call('GET /communities/{communityId}/units', { path, query: { query: room } })
  const unit = items.find(({ label }) => label === room)
  const resident = unit?.residents[0]
  if (!unit || !resident) throw new Error(`${room} has no household`)
  return call('POST /communities/{communityId}/repairs', {
    path,
    idempotencyKey: crypto.randomUUID(),
    body: {
      channel: 'telephone',
      place: { kind: 'unit', id: unit.id },
      category,
      urgency: 'routine',
      description,
      fileIds: [],
      reporter: { residentId: resident.id, name: resident.name },
    },
  })
}

/** Gives the case to this person, whoever has it now. */
export async function dispatchTo(receipt: { communityId: string; id: string }, name: string): Promise<void> {
  const call = await asOffice('manager')
  const path = { communityId: receipt.communityId, id: receipt.id }
  const { version, assignee } = await dispatched(receipt)
  if (assignee?.name === name) return
  const candidates = await call('GET /communities/{communityId}/repairs/{id}/candidates', { path })
  const staffId = candidates.find((candidate) => candidate.name === name)?.staffId
  if (!staffId) throw new Error(`${name} cannot be given this repair`)
  await call('POST /communities/{communityId}/repairs/{id}/dispatch', {
    path,
    idempotencyKey: crypto.randomUUID(),
    body: { version, staffId },
  })
}

/** The automatic dispatch follows a moment later, or says why it found nobody. */
export function dispatched(receipt: { communityId: string; id: string }): Promise<RepairView> {
  return eventually(async () => {
    const repair = await readRepair(receipt)
    if (repair.state === 'reported' && !repair.timeline.some(({ kind }) => kind === 'undispatched'))
      throw new Error(`${repair.number} has not been dispatched`)
    return repair
  })
}

/** What a journey left open is taken back, so that the next one finds everybody's hands as free. */
export async function withdrawRepairsMarked(mark: string): Promise<void> {
  for (const row of await repairsMarked(mark)) await withdraw(row)
}

async function withdraw(row: { communityId: string; id: string }): Promise<void> {
  const call = await asOffice('manager')
  const path = { communityId: row.communityId, id: row.id }
  // Not into the arms of the automatic dispatch.
  const repair = await dispatched(row)
  const terms = { path, idempotencyKey: crypto.randomUUID() }
  const body = { version: repair.version, reason: '测试结束，撤回' }
  if (['closed', 'archived', 'cancelled'].includes(repair.state)) return
  if (repair.allowedActions.includes('cancel')) {
    await call('POST /communities/{communityId}/repairs/{id}/cancel', { ...terms, body })
    return
  }
  // Work that has begun is not cancelled: it is first taken out of the worker's hands.
  if (repair.state === 'done')
    await call('POST /communities/{communityId}/repairs/{id}/reopen', { ...terms, body: { ...body, fileIds: [] } })
  else await call('POST /communities/{communityId}/repairs/{id}/dispatch', { ...terms, body: { version: repair.version } })
  await withdraw(row)
}
