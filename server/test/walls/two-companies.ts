import type { EntryCode, HouseholdMembers, OpenInvitation, RepairReceipt } from '@yinuo/contracts'
import { readyMadePosts } from '../../src/modules/people/index.ts'
import { newId } from '../../src/platform/clock/index.ts'
import type { TestApp } from '../app.ts'
import type { Person } from '../person.ts'
import type { TestCommunity } from '../world.ts'
import { archiveOf, type ArchiveIds } from './archive-of.ts'
import { billingOf, type BillingIds } from './billing-of.ts'
import { booksOf, type BookIds } from './books-of.ts'
import { improvementOf, type ImprovementIds } from './improvement-of.ts'
import { counterOf, type CounterIds } from './counter-of.ts'
import { reconciliationOf, type ReconciliationIds } from './reconciliation-of.ts'
import { paymentsOf, type PaymentIds } from './payments-of.ts'

/** The ids of one place, by what they are called in paths and bodies. */
export interface Ids extends ArchiveIds, ImprovementIds, BillingIds, BookIds, PaymentIds, CounterIds, ReconciliationIds {
  communityId: string
  companyId: string
  unitId: string
  buildingId: string
  residentId: string
  staffId: string
  postId: string
  repairId: string
  codeId: string
  token: string
  fileId: string
  applicationId: string
  messageId: string
  deliveryId: string
  sampleId: string
  invitationId: string
  residencyId: string
  householdEventId: string
  householdNoteId: string
  officeInvitationId: string
}

async function made<Answer>(request: PromiseLike<{ status: number; body: unknown; text: string }>): Promise<Answer> {
  const answer = await request
  if (answer.status >= 300) throw new Error(`the world could not be peopled: ${answer.text}`)
  return answer.body as Answer
}

async function repairOf(resident: Person, { id }: TestCommunity): Promise<string> {
  const place = { kind: 'unit', id: resident.unitId }
  const report = { place, category: 'taps', urgency: 'routine', description: '龙头滴水', fileIds: [] }
  return (await made<RepairReceipt>(resident.post(`/communities/${id}/repairs`, report))).id
}

async function invitationOf(owner: Person, { id }: TestCommunity): Promise<string> {
  const invited = { unitId: owner.unitId, role: 'family', name: '王小明' }
  return (await made<OpenInvitation>(owner.post(`/communities/${id}/invitations`, invited))).id
}

async function residencyOf(dweller: Person, { id }: TestCommunity): Promise<string> {
  const household = await made<HouseholdMembers>(dweller.get(`/communities/${id}/household-members?unitId=${dweller.unitId}`))
  return household.members.find(({ isMe }) => isMe)!.id
}

async function message(app: TestApp, community: TestCommunity, person: Person): Promise<string> {
  const id = newId(app.clock.now())
  await app.owner.query(
    `INSERT INTO messages (community_id, id, business_key, kind, account_id, staff_id, recipient_name, title, body, created_at)
     VALUES ($1, $2, $3, 'repair-moved', $4, $5, $6, '进展', '进展', $7)`,
    [community.id, id, id, person.staffId ? null : person.accountId, person.staffId, person.name, app.clock.now()],
  )
  return id
}

/** What the office has written down about a home. */
async function recordsOf(app: TestApp, community: TestCommunity, unitId: string) {
  const office = await app.world.staff(community, { permissions: ['archive.edit'], onDuty: false })
  const home = `/communities/${community.id}/households/${unitId}`
  const event = { kind: 'other', title: '样', begunOn: '2026-01-01', fileIds: [] }
  const invited = { role: 'family', name: '王小明' }
  return {
    householdEventId: (await made<{ id: string }>(office.post(`${home}/events`, event))).id,
    householdNoteId: (await made<{ id: string }>(office.post(`${home}/notes`, { text: '样', pinned: false }))).id,
    officeInvitationId: (await made<{ id: string }>(office.post(`${home}/invitations`, invited))).id,
  }
}

/** Something of every kind in one community, of which its first resident has a part. */
export async function fill(app: TestApp, community: TestCommunity, manager: Person, resident: Person): Promise<Ids> {
  const here = `/communities/${community.id}`
  const stranger = await app.world.stranger()
  const codes = await made<EntryCode[]>(manager.post(`${here}/codes`, { kind: 'unit', placeIds: [resident.unitId] }))
  const application = { unitId: resident.unitId, role: 'family', name: '王小明', phone: '13812340000', fileIds: [] }
  const applied = await made<{ id: string }>(stranger.post(`${here}/residence-applications`, application))
  const repairId = await repairOf(resident, community)
  const sampleId = newId(app.clock.now())
  await app.owner.query(
    'INSERT INTO repair_samples (community_id, id, case_id, drawn_by, drawn_at) VALUES ($1, $2, $3, $4, $5)',
    [community.id, sampleId, repairId, manager.staffId, app.clock.now()],
  )
  const engineer = await app.world.staff(community, { onDuty: false })
  await app.owner.query('UPDATE cases SET assignee_id = $2 WHERE id = $1', [repairId, engineer.staffId])
  const messageId = await message(app, community, resident)
  await app.owner.query('UPDATE messages SET case_id = $2 WHERE id = $1', [messageId, repairId])
  await app.owner.query(
    `INSERT INTO deliveries (community_id, id, message_id, channel, state, at) VALUES ($1, $2, $3, 'inbox', 'sent', $4)`,
    [community.id, newId(app.clock.now()), messageId, app.clock.now()],
  )
  const deliveryId = newId(app.clock.now())
  await app.owner.query(
    `INSERT INTO deliveries (community_id, id, message_id, channel, state, at) VALUES ($1, $2, $3, 'sms', 'failed', $4)`,
    [community.id, deliveryId, messageId, app.clock.now()],
  )
  const invitation = await invitationOf(resident, community)
  const { rows: posts } = await app.owner.query<{ id: string }>('SELECT post_id AS id FROM staff_posts WHERE staff_id = $1', [
    engineer.staffId,
  ])
  const paid = await paymentsOf(app, community, resident.unitId)
  return {
    ...(await archiveOf(app, community, manager, resident)),
    ...(await improvementOf(app, community, manager, { repairId, unitId: resident.unitId })),
    ...(await billingOf(app, community, resident.unitId)),
    ...(await booksOf(app, community, manager, resident.unitId)),
    ...paid,
    ...(await counterOf(app, community, { unitId: resident.unitId, paymentId: paid.paymentId })),
    ...(await reconciliationOf(app, community, paid.paymentId)),
    communityId: community.id,
    companyId: community.companyId,
    unitId: resident.unitId,
    buildingId: community.buildingId,
    residentId: resident.residentId,
    staffId: engineer.staffId!,
    postId: posts[0]!.id,
    repairId,
    codeId: codes[0]!.id,
    token: codes[0]!.scene,
    fileId: await resident.photo(community.id),
    applicationId: applied.id,
    messageId,
    deliveryId,
    sampleId,
    invitationId: invitation,
    residencyId: await residencyOf(resident, community),
    ...(await recordsOf(app, community, resident.unitId)),
  }
}

/** Two communities of one company and one of another, and a caller of every kind who belongs to the first. */
export async function twoCompanies(app: TestApp) {
  const { world } = app
  const own = await world.community({ companyId: await world.company() })
  const sister = await world.community({ companyId: own.companyId })
  const foreign = await world.community({ companyId: await world.company() })
  const places: Record<string, Ids> = {}
  for (const [name, community] of Object.entries({ own, sister, foreign })) {
    const manager = await world.staff(community, { post: 'project-manager', onDuty: false })
    places[name] = await fill(app, community, manager, await world.resident(community))
  }
  const resident = await world.resident(own)
  const callers: Record<string, { token: string | null; own: Partial<Ids> }> = { anonymous: { token: null, own: {} } }
  callers.stranger = { token: (await world.stranger()).token, own: {} }
  for (const role of ['owner', 'family', 'tenant', 'former-tenant']) {
    const dweller = await world.resident(own, { role: role === 'former-tenant' ? 'tenant' : role })
    const repairId = await repairOf(dweller, own)
    const messageId = await message(app, own, dweller)
    const fileId = await dweller.photo(own.id)
    const residencyId = await residencyOf(dweller, own)
    const invited = role === 'owner' ? { invitationId: await invitationOf(dweller, own) } : {}
    callers[role] = {
      token: dweller.token,
      own: { unitId: dweller.unitId, residentId: dweller.residentId, repairId, messageId, fileId, residencyId, ...invited },
    }
    if (role === 'former-tenant')
      await app.owner.query('UPDATE residencies SET valid_until = $2 WHERE resident_id = $1', [dweller.residentId, '2020-12-31'])
  }
  for (const { code, permissions } of readyMadePosts) {
    const staff = await world.staff(own, { permissions, onDuty: false })
    callers[code] = {
      token: staff.token,
      own: { messageId: await message(app, own, staff), fileId: await staff.photo(own.id) },
    }
    if (code === 'engineer') {
      const repairId = await repairOf(resident, own)
      await app.owner.query(`UPDATE cases SET assignee_id = $2, state = 'accepted' WHERE id = $1`, [repairId, staff.staffId])
      callers[code].own.repairId = repairId
    }
  }
  const { permissions } = readyMadePosts.find(({ code }) => code === 'project-manager')!
  // The whole company in hand: the sister community is theirs as well.
  const companyWide = await world.staff(own, { permissions, onDuty: false })
  await app.owner.query(
    `WITH held AS (DELETE FROM staff_posts WHERE staff_id = $1 RETURNING company_id, staff_id, post_id)
     INSERT INTO wide_posts (company_id, staff_id, post_id) SELECT company_id, staff_id, post_id FROM held`,
    [companyWide.staffId],
  )
  callers['company-wide'] = { token: companyWide.token, own: {} }
  const disabled = await world.staff(own, { permissions, onDuty: false })
  await app.owner.query('UPDATE staff SET active = false WHERE id = $1', [disabled.staffId])
  callers.disabled = { token: disabled.token, own: {} }
  const expired = await world.staff(own, { permissions, onDuty: false })
  await app.owner.query('UPDATE sessions SET expires_at = created_at WHERE staff_id = $1', [expired.staffId])
  callers.expired = { token: expired.token, own: {} }
  return { places: places as Record<'own' | 'sister' | 'foreign', Ids>, callers }
}
