import { randomUUID } from 'node:crypto'
import { asOffice, asPhone } from './api.ts'
import { eventually } from './eventually.ts'
import { garden } from './repairs.ts'

/** Bills of one charge each for the homes of a building, made by a run of the office; `yuan` of each charge and home. */
export async function bill(building: string, charges: Readonly<Record<string, number>>): Promise<void> {
  const call = await asOffice('manager')
  const path = { communityId: (await garden()).id }
  const month = new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' }).slice(0, 7)
  const buildingId = await buildingOf(building)
  const chargeIds: string[] = []
  for (const [name, yuan] of Object.entries(charges)) {
    const draft = { fund: 'property-fee', basis: 'unit', cycle: 'month', dueAfterDays: 45, uses: [], tenures: [] } as const
    const body = { ...draft, uses: [], tenures: [], name, buildingIds: [buildingId] }
    const { id } = await call('POST /communities/{communityId}/charges', { path, body, idempotencyKey: randomUUID() })
    const price = { validFrom: `${month}-01`, rate: yuan * 10_000 }
    const key = { idempotencyKey: randomUUID() }
    await call('POST /communities/{communityId}/charges/{id}/prices', { path: { ...path, id }, body: price, ...key })
    chargeIds.push(id)
  }
  const wish = { path, body: { month, chargeIds }, idempotencyKey: randomUUID() }
  const run = await call('POST /communities/{communityId}/bill-runs', wish)
  await eventually(async () => {
    const { state } = await call('GET /communities/{communityId}/bill-runs/{id}', { path: { ...path, id: run.id } })
    if (state !== 'done') throw new Error(`The run of bills is ${state}`)
  })
}

/** What a phone's homes owe, in fen. */
export async function owedBy(phoneId: string): Promise<number> {
  const call = await asPhone(phoneId)
  const accounts = await call('GET /me/bill-accounts')
  return accounts.reduce((sum, { owedFen }) => sum + owedFen, 0)
}

async function buildingOf(name: string): Promise<string> {
  const call = await asOffice('manager')
  const buildings = await call('GET /communities/{communityId}/buildings', { path: { communityId: (await garden()).id } })
  const found = buildings.find((each) => each.name === name)
  if (!found) throw new Error(`一诺花园 has no ${name}`)
  return found.id
}
