import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import type {
  HouseholdMembers,
  InboxMessage,
  Invitation,
  Me,
  OpenInvitation,
  Page,
  RepairReceipt,
  RepairRow,
} from '@yinuo/contracts'
import { startApp, type TestApp } from '../../../test/app.ts'
import type { Person } from '../../../test/person.ts'
import type { TestCommunity } from '../../../test/world.ts'

const NOW = '2026-11-21T04:00:00Z'

let app: TestApp
let community: TestCommunity
let owner: Person
let phones = 0

beforeAll(async () => {
  app = await startApp()
  community = await app.world.community()
})
afterAll(() => app.close())
beforeEach(async () => {
  app.clock.set(NOW)
  owner = await app.world.resident(community)
})

/** Somebody whose number WeChat has vouched for. */
async function guest(): Promise<Person> {
  const person = await app.world.stranger()
  const phone = `137${String(++phones).padStart(8, '0')}`
  await app.owner.query('UPDATE accounts SET phone = $2 WHERE id = $1', [person.accountId, phone])
  return person
}

const here = (path: string) => `/communities/${community.id}/${path}`

async function invite(more: object = {}, by = owner): Promise<OpenInvitation> {
  const wish = { unitId: owner.unitId, role: 'family', name: '林小宝', ...more }
  return (await by.post(here('invitations'), wish).expect(201)).body as OpenInvitation
}

const accept = (who: Person, { token }: { token: string }) => who.post(`/invitations/${token}/accept`)
const homesOf = async (who: Person) => ((await who.get('/me').expect(200)).body as Me).homes
const household = async (who: Person) =>
  (await who.get(here(`household-members?unitId=${owner.unitId}`)).expect(200)).body as HouseholdMembers
const inbox = async (who: Person) => ((await who.get('/me/messages').expect(200)).body as Page<InboxMessage>).items
const code = (answer: { body: unknown }) => (answer.body as { code?: string }).code

async function housemate(more: object = {}): Promise<{ person: Person; residencyId: string }> {
  const person = await guest()
  await accept(person, await invite(more)).expect(200)
  return { person, residencyId: (await household(person)).members.find(({ isMe }) => isMe)!.id }
}

async function report(by: Person): Promise<string> {
  const place = { kind: 'unit', id: owner.unitId }
  const repair = { place, category: 'taps', urgency: 'routine', description: '龙头滴水', fileIds: [] }
  return ((await by.post(here('repairs'), repair).expect(201)).body as RepairReceipt).id
}

describe('an invitation to a home', () => {
  it('[ORG-04] says who invites to which home in which right, and one tap gives the home at once', async () => {
    const invitation = await invite({ role: 'tenant', validUntil: '2027-06-30' })
    expect(invitation).toMatchObject({ name: '林小宝', role: 'tenant', expiresAt: '2026-11-28T04:00:00.000Z' })
    const person = await guest()
    const shown = (await person.get(`/invitations/${invitation.token}`).expect(200)).body as Invitation
    expect(shown).toMatchObject({
      inviterName: owner.name,
      communityName: community.name,
      unitId: owner.unitId,
      role: 'tenant',
      validUntil: '2027-06-30',
    })
    await accept(person, invitation).expect(200)
    expect(await homesOf(person)).toMatchObject([
      { unitId: owner.unitId, role: 'tenant', residentName: '林小宝', validUntil: '2027-06-30' },
    ])
    await report(person)
  })

  it('[ORG-04] shows nothing of the community before it is accepted', async () => {
    const { token } = await invite()
    const person = await guest()
    await person.get(`/invitations/${token}`).expect(200)
    await person.get(here('places')).expect(404)
    await person.get(here(`household-members?unitId=${owner.unitId}`)).expect(404)
  })

  it('[ORG-04] once accepted, is told to who invited, and stands in the audit log', async () => {
    await housemate()
    await app.deliver()
    expect(await inbox(owner)).toMatchObject([{ kind: 'residence.joined', title: '林小宝已接受邀请' }])
    const { rows } = await app.owner.query(
      `SELECT action, actor_kind FROM audit_entries WHERE community_id = $1 AND after ->> 'unitId' = $2 ORDER BY action`,
      [community.id, owner.unitId],
    )
    expect(rows).toEqual([
      { action: 'invitations.accept', actor_kind: 'resident' },
      { action: 'invitations.send', actor_kind: 'resident' },
    ])
  })

  it('[ORG-04] works once: of eight who accept at the same time one lives there', async () => {
    const invitation = await invite()
    const people = await Promise.all(Array.from({ length: 8 }, guest))
    const answers = await Promise.all(people.map((person) => accept(person, invitation)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 410, 410, 410, 410, 410, 410, 410])
    expect(answers.filter(({ status }) => status === 410).map(code)).toEqual(Array(7).fill('INVITATION_USED'))
    expect((await household(owner)).members).toHaveLength(2)
  })

  it('[ORG-04] accepted twice by the same person, also at once, makes one residency', async () => {
    const invitation = await invite()
    const person = await guest()
    const answers = await Promise.all([accept(person, invitation), accept(person, invitation)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(code(await accept(person, invitation).expect(409))).toBe('ALREADY_AT_HOME')
    expect(await homesOf(person)).toHaveLength(1)
  })

  it('[ORG-04] two invitations to two homes, accepted at once, are one resident with two homes', async () => {
    const other = await app.world.resident(community)
    const person = await guest()
    const first = await invite()
    const second = await invite({ unitId: other.unitId }, other)
    await Promise.all([accept(person, first).expect(200), accept(person, second).expect(200)])
    expect(new Set((await homesOf(person)).map(({ unitId }) => unitId))).toEqual(new Set([owner.unitId, other.unitId]))
    const { rows } = await app.owner.query('SELECT id FROM residents WHERE account_id = $1', [person.accountId])
    expect(rows).toHaveLength(1)
  })

  it('[ORG-04] expires after seven days', async () => {
    const invitation = await invite()
    const person = await guest()
    app.clock.set('2026-11-28T03:59:00Z')
    await person.get(`/invitations/${invitation.token}`).expect(200)
    app.clock.set('2026-11-28T04:00:00Z')
    expect(code(await accept(person, invitation).expect(410))).toBe('INVITATION_EXPIRED')
    expect((await household(owner)).invitations).toEqual([])
  })

  it('[ORG-04] taken back, lets nobody in', async () => {
    const invitation = await invite()
    await owner.post(here(`invitations/${invitation.id}/revoke`)).expect(204)
    await owner.post(here(`invitations/${invitation.id}/revoke`)).expect(204)
    expect(code(await accept(await guest(), invitation).expect(410))).toBe('INVITATION_REVOKED')
    expect((await household(owner)).invitations).toEqual([])
  })

  it('[ORG-04] accepted and taken back at the same time, ends one way', async () => {
    const invitation = await invite()
    const person = await guest()
    const [accepted, revoked] = await Promise.all([
      accept(person, invitation),
      owner.post(here(`invitations/${invitation.id}/revoke`)),
    ])
    expect([accepted.status, revoked.status]).toEqual(accepted.status === 200 ? [200, 410] : [410, 204])
    expect(await homesOf(person)).toHaveLength(accepted.status === 200 ? 1 : 0)
  })

  it('[ORG-04] is not for who sent it, nor for who lives there', async () => {
    const invitation = await invite()
    expect(code(await accept(owner, invitation).expect(409))).toBe('INVITATION_OWN')
    const { person } = await housemate()
    expect(code(await accept(person, invitation).expect(409))).toBe('ALREADY_AT_HOME')
    expect(code(await person.get(`/invitations/${invitation.token}`).expect(409))).toBe('ALREADY_AT_HOME')
  })

  it('[ORG-04] falls when who sent it owns the home no more', async () => {
    const invitation = await invite()
    await app.owner.query(`UPDATE residencies SET valid_until = '2026-11-20' WHERE resident_id = $1`, [owner.residentId])
    expect(code(await accept(await guest(), invitation).expect(410))).toBe('INVITATION_REVOKED')
  })

  it('[ORG-04] needs the number WeChat vouches for, so that nobody takes the place of somebody on file', async () => {
    const invitation = await invite()
    const person = await app.world.stranger()
    expect(code(await accept(person, invitation).expect(422))).toBe('PHONE_NEEDED')
    await app.owner.query('UPDATE accounts SET phone = $2 WHERE id = $1', [person.accountId, '13712345678'])
    await accept(person, invitation).expect(200)
  })

  it('[ORG-04] that does not exist is unknown, whatever it looks like', async () => {
    const person = await guest()
    for (const token of [`i${'x'.repeat(22)}`, `u${'x'.repeat(22)}`, 'x', '1%27'])
      expect(code(await person.get(`/invitations/${token}`).expect(404))).toBe('INVITATION_UNKNOWN')
  })

  it('[ORG-04] is an owner’s to send: not family’s, not a neighbour’s, and never to ownership', async () => {
    const { person } = await housemate()
    const wish = { unitId: owner.unitId, role: 'family', name: '某人' }
    expect(code(await person.post(here('invitations'), wish).expect(403))).toBe('OWNER_NEEDED')
    await (await app.world.resident(community)).post(here('invitations'), wish).expect(404)
    await owner.post(here('invitations'), { ...wish, role: 'owner' }).expect(400)
    await owner.post(here('invitations'), { ...wish, role: 'tenant' }).expect(400)
    await owner.post(here('invitations'), { ...wish, role: 'tenant', validUntil: '2026-11-20' }).expect(400)
  })

  it('[ORG-04] is a code to be scanned, for who sent it alone', async () => {
    const { id } = await invite()
    const { picture } = (await owner.get(here(`invitations/${id}/code`)).expect(200)).body as { picture: string }
    expect(picture).toMatch(/^data:image\/(png|jpeg);base64,[\w+/]{100}/)
    await (await app.world.resident(community)).get(here(`invitations/${id}/code`)).expect(404)
  })
})

describe('a household', () => {
  it('[ORG-04] is seen by its owner with telephone numbers masked; others see themselves', async () => {
    const { person } = await housemate()
    const seen = await household(owner)
    expect(seen.members).toMatchObject([
      { name: owner.name, role: 'owner', isMe: true },
      { name: '林小宝', role: 'family', isMe: false, isJoined: true },
    ])
    for (const { phoneMasked } of seen.members) expect(phoneMasked).toMatch(/^1\d\d\*{4}\d{4}$/)
    await invite({ name: '还没来' })
    expect(await household(person)).toMatchObject({ isOwner: false, members: [{ name: '林小宝', isMe: true }], invitations: [] })
    await (await app.world.resident(community)).get(here(`household-members?unitId=${owner.unitId}`)).expect(404)
  })

  it('[ORG-04] who is moved out loses the home on the next request and keeps the session', async () => {
    const { person, residencyId } = await housemate({ role: 'tenant', validUntil: '2027-06-30' })
    const repairId = await report(person)
    await person.get(here(`repairs/${repairId}`)).expect(200)
    await owner.post(here(`household-members/${residencyId}/end`)).expect(204)
    expect(await homesOf(person)).toEqual([])
    await person.get(here(`repairs/${repairId}`)).expect(404)
    await person.post(here(`repairs/${repairId}/cancel`), { version: 1, reason: '不用了' }).expect(404)
    await person.get(here('places')).expect(404)
    expect(((await person.get('/me/repairs').expect(200)).body as Page<RepairRow>).items).toEqual([])
    await owner.get(here(`repairs/${repairId}`)).expect(200)
    await owner.post(here(`household-members/${residencyId}/end`)).expect(404)
  })

  it('[ORG-04] pushes about a home stop for who moved out of it', async () => {
    const elsewhere = await app.world.resident(community)
    const { person, residencyId } = await housemate()
    await accept(person, await invite({ unitId: elsewhere.unitId }, elsewhere)).expect(200)
    const engineer = await app.world.staff(community)
    const before = await report(person)
    await app.deliver()
    await takeOn(engineer, before)
    expect(await toldOf(before, person)).toBe(1)
    const after = await report(person)
    await app.deliver()
    await owner.post(here(`household-members/${residencyId}/end`)).expect(204)
    await takeOn(engineer, after)
    expect(await toldOf(after, person)).toBe(0)
  })

  it('[ORG-04] an owner sets a tenant’s last day, and access ends with it', async () => {
    const { person, residencyId } = await housemate({ role: 'tenant', validUntil: '2027-06-30' })
    await owner.put(here(`household-members/${residencyId}/term`), { validUntil: '2026-11-20' }).expect(400)
    await owner.put(here(`household-members/${residencyId}/term`), { validUntil: '2026-11-25' }).expect(204)
    app.clock.set('2026-11-25T15:59:00Z')
    expect(await homesOf(person)).toMatchObject([{ validUntil: '2026-11-25' }])
    app.clock.set('2026-11-25T16:00:00Z')
    expect(await homesOf(person)).toEqual([])
  })

  it('[ORG-04] is not for family or tenants to change, nor one owner’s place for another owner', async () => {
    const { person } = await housemate()
    const coOwner = await app.world.resident(community, { unitId: owner.unitId })
    const { members } = await household(owner)
    const ownersPlace = members.find(({ name }) => name === owner.name)!.id
    expect(code(await person.post(here(`household-members/${ownersPlace}/end`)).expect(403))).toBe('OWNER_NEEDED')
    expect(code(await coOwner.post(here(`household-members/${ownersPlace}/end`)).expect(403))).toBe('OTHER_OWNER')
    expect(code(await coOwner.put(here(`household-members/${ownersPlace}/term`), { validUntil: '2027-01-01' }).expect(403))).toBe(
      'OTHER_OWNER',
    )
    await (await app.world.resident(community)).post(here(`household-members/${ownersPlace}/end`)).expect(404)
  })

  it('[ORG-04] anybody moves out by themselves, and the owners are told', async () => {
    const { person, residencyId } = await housemate()
    await person.post(here(`household-members/${residencyId}/end`)).expect(204)
    expect(await homesOf(person)).toEqual([])
    await app.deliver()
    expect((await inbox(owner)).map(({ kind }) => kind)).toContain('residence.left')
    await accept(person, await invite()).expect(200)
    expect(await homesOf(person)).toHaveLength(1)
  })

  it('[ORG-04] the last owner stays, also when two leave at once', async () => {
    const coOwner = await app.world.resident(community, { unitId: owner.unitId })
    const { members } = await household(owner)
    const placeOf = (who: Person) => members.find(({ name }) => name === who.name)!.id
    const answers = await Promise.all([owner, coOwner].map((who) => who.post(here(`household-members/${placeOf(who)}/end`))))
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409])
    expect(answers.map(code)).toContain('LAST_OWNER')
  })

  it('[ORG-03] [ORG-04] homes in several communities stand side by side, each with its own', async () => {
    const elsewhere = await app.world.community()
    const neighbour = await app.world.resident(elsewhere)
    const { person, residencyId } = await housemate()
    const wish = { unitId: neighbour.unitId, role: 'family', name: '林小宝' }
    const invited = (await neighbour.post(`/communities/${elsewhere.id}/invitations`, wish).expect(201)).body as OpenInvitation
    await accept(person, invited).expect(200)
    expect((await homesOf(person)).map(({ communityId }) => communityId).sort()).toEqual([community.id, elsewhere.id].sort())
    await report(person)
    await person.get(`/communities/${elsewhere.id}/places`).expect(200)
    await person.get(`/communities/${elsewhere.id}/household-members?unitId=${owner.unitId}`).expect(404)
    await owner.post(here(`household-members/${residencyId}/end`)).expect(204)
    expect(await homesOf(person)).toMatchObject([{ communityId: elsewhere.id }])
    await person.get(here('places')).expect(404)
    await person.get(`/communities/${elsewhere.id}/places`).expect(200)
  })
})

async function takeOn(engineer: Person, repairId: string): Promise<void> {
  const { version } = (await engineer.get(here(`repairs/${repairId}`)).expect(200)).body as { version: number }
  await engineer.post(here(`repairs/${repairId}/accept`), { version }).expect(200)
  await app.deliver()
}

async function toldOf(repairId: string, { accountId }: Person): Promise<number> {
  const { rows } = await app.owner.query<{ told: number }>(
    'SELECT count(*)::int AS told FROM messages WHERE case_id = $1 AND account_id = $2',
    [repairId, accountId],
  )
  return rows[0]!.told
}
