import { randomUUID } from 'node:crypto'
import type { BillRow, BillRunView, ChargeView, Page } from '@yinuo/contracts'
import type { TestApp } from './app.ts'
import type { Person } from './person.ts'
import type { TestCommunity } from './world.ts'

const bodyOf = <Body>(answer: { status: number; body: unknown; text: string }) => {
  if (answer.status >= 300) throw new Error(answer.text)
  return answer.body as Body
}

/** The desk that says what homes pay, in a company of its own. */
export async function billingDesk(app: TestApp) {
  const community = await app.world.community({ companyId: await app.world.company() })
  const clerk = await app.world.staff(community, {
    post: 'finance',
    permissions: ['billing.read', 'billing.edit', 'billing.run', 'lists.export'],
  })
  return { community, clerk, ...billingBy(app, community, clerk) }
}

export const propertyFee = {
  name: '物业费',
  fund: 'property-fee',
  basis: 'area',
  cycle: 'month',
  dueAfterDays: 30,
  uses: [],
  buildingIds: [],
  tenures: [],
} as const

export function billingBy(app: TestApp, community: TestCommunity, clerk: Person) {
  const here = `/communities/${community.id}`
  const charge = async (more: object = {}, prices: { validFrom: string; rate: number; tiers?: object[] }[] = []) => {
    let made = bodyOf<ChargeView>(await clerk.post(`${here}/charges`, { ...propertyFee, ...more }))
    for (const price of prices) made = bodyOf<ChargeView>(await clerk.post(`${here}/charges/${made.id}/prices`, price))
    return made
  }
  /** Makes the bills of a month, to the end. */
  const run = async (month: string, chargeIds: string[]) => {
    const begun = bodyOf<BillRunView>(await clerk.post(`${here}/bill-runs`, { month, chargeIds }, randomUUID()))
    await app.deliver()
    return bodyOf<BillRunView>(await clerk.get(`${here}/bill-runs/${begun.id}`))
  }
  const bills = async (query = '') => bodyOf<Page<BillRow>>(await clerk.get(`${here}/bills?limit=100&${query}`)).items
  return { here, charge, run, bills }
}
