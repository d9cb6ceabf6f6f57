import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import type { HouseholdMembers, Invitation, SignedIn } from '@yinuo/contracts'
import { startApp, type TestApp } from '../../../test/app.ts'
import { codeOf, faultsOf, homesOf, HouseholdOffice } from '../../../test/household-office.ts'
import { Person } from '../../../test/person.ts'

let app: TestApp
let office: HouseholdOffice
let unitId: string

beforeAll(async () => {
  app = await startApp()
  office = await HouseholdOffice.open(app)
})
afterAll(() => app.close())
beforeEach(async () => {
  app.clock.set('2026-11-21T04:00:00Z')
  unitId = (await app.world.unit(office.community)).id
})

const invitations = () => office.here(`households/${unitId}/invitations`)

async function invite(wish: object): Promise<{ id: string; token: string }> {
  const { id } = (await office.clerk.post(invitations(), wish).expect(201)).body as { id: string }
  const { rows } = await app.owner.query<{ token: string }>('SELECT token FROM residence_invitations WHERE id = $1', [id])
  return { id, token: rows[0]!.token }
}

/** Somebody whose number WeChat has vouched for. */
async function guest(phone = office.newPhone()): Promise<Person & { phone: string }> {
  const person = await app.world.stranger()
  await app.owner.query('UPDATE accounts SET phone = $2 WHERE id = $1', [person.accountId, phone])
  return Object.assign(person, { phone })
}

const accept = (who: Person, { token }: { token: string }) => who.post(`/invitations/${token}/accept`)

describe('an invitation of the office', () => {
  it('[ORG-04] makes an owner of who has the number it is for, and says who invites', async () => {
    const buyer = await guest()
    const invitation = await invite({ role: 'owner', name: '新业主', phone: buyer.phone })
    const shown = (await buyer.get(`/invitations/${invitation.token}`).expect(200)).body as Invitation
    expect(shown).toMatchObject({ inviterName: '物业服务中心', communityName: office.community.name, unitId, role: 'owner' })
    expect(codeOf(await accept(await guest(), invitation).expect(403))).toBe('INVITATION_OTHER_PHONE')
    await accept(buyer, invitation).expect(200)
    expect(await homesOf(buyer)).toMatchObject([{ unitId, role: 'owner', residentName: '新业主' }])
    const page = await office.read(unitId)
    expect(page.people).toMatchObject([{ name: '新业主', role: 'owner', isJoined: true }])
    expect(page.invitations).toMatchObject([{ state: 'accepted', isFromOffice: true, role: 'owner' }])
    expect(page.events).toMatchObject([{ kind: 'move-in', title: '业主入住', recordedByName: '住户本人' }])
    await app.deliver()
  })

  it('[ORG-04] joins an owner on file under this name and number instead of doubling them', async () => {
    const owner = await guest()
    const residencyId = await office.add(unitId, { name: '老业主', phone: owner.phone, role: 'owner', sharePercent: 50 })
    await accept(owner, await invite({ role: 'owner', name: '老业主', phone: owner.phone })).expect(200)
    expect((await office.read(unitId)).people).toMatchObject([{ residencyId, name: '老业主', sharePercent: 50, isJoined: true }])
  })

  it('[ORG-04] brings somebody in from the code on paper, through WeChat’s sign-in and consent to the number', async () => {
    const { world } = app.sandbox
    app.clock.set(new Date(world.clock.now()).toISOString())
    const { token } = await invite({ role: 'family', name: '陈新', phone: '13900002222' })
    world.phones.add({ id: 'invited', phoneNumber: '13900002222' })
    const codeFor = (kind: 'login' | 'phone-number') => world.oneTimeCodes.issue(kind, 'invited', app.config.WECHAT_APP_ID)
    const nobody = new Person(app.url, { name: '陈新', token: '' })
    const signedIn = (await nobody.post('/sessions/wechat', { code: codeFor('login') }).expect(200)).body as SignedIn
    const person = new Person(app.url, { name: '陈新', token: signedIn.token })
    expect(codeOf(await accept(person, { token }).expect(422))).toBe('PHONE_NEEDED')
    await person.post('/me/phone', { code: codeFor('phone-number') }).expect(200)
    await accept(person, { token }).expect(200)
    expect(await homesOf(person)).toMatchObject([{ unitId, role: 'family', residentName: '陈新' }])
    expect(codeOf(await accept(await guest(), { token }).expect(410))).toBe('INVITATION_USED')
  })

  it('[ORG-04] is a code to print for who may edit the archive; the page of the household never shows what it holds', async () => {
    const { id, token } = await invite({ role: 'family', name: '林小宝' })
    const { picture } = (await office.clerk.get(office.here(`office-invitations/${id}/code`)).expect(200)).body as {
      picture: string
    }
    expect(picture).toMatch(/^data:image\/(png|jpeg);base64,[\w+/]{100}/)
    await office.reader.get(office.here(`office-invitations/${id}/code`)).expect(403)
    await office.stranger.get(office.there(`office-invitations/${id}/code`)).expect(404)
    expect(JSON.stringify(await office.read(unitId))).not.toContain(token)
  })

  it('[ORG-04] taken back lets nobody in; after seven days it has expired', async () => {
    const revoked = await invite({ role: 'family', name: '甲' })
    await office.reader.post(office.here(`office-invitations/${revoked.id}/revoke`)).expect(403)
    await office.stranger.post(office.there(`office-invitations/${revoked.id}/revoke`)).expect(404)
    await office.clerk.post(office.here(`office-invitations/${revoked.id}/revoke`)).expect(204)
    await office.clerk.post(office.here(`office-invitations/${revoked.id}/revoke`)).expect(204)
    expect(codeOf(await accept(await guest(), revoked).expect(410))).toBe('INVITATION_REVOKED')
    await office.clerk.get(office.here(`office-invitations/${revoked.id}/code`)).expect(404)
    const old = await invite({ role: 'family', name: '乙' })
    app.clock.set('2026-11-28T04:00:00Z')
    expect(codeOf(await accept(await guest(), old).expect(410))).toBe('INVITATION_EXPIRED')
    expect((await office.read(unitId)).invitations.map(({ name, state }) => [name, state])).toEqual([
      ['乙', 'expired'],
      ['甲', 'revoked'],
    ])
  })

  it('[ORG-04] is not in the hands of the owner who lives there, while the office may take an owner’s back', async () => {
    const owner = await app.world.resident(office.community, { unitId })
    const { id } = await invite({ role: 'owner', name: '新业主', phone: office.newPhone() })
    const members = (await owner.get(office.here(`household-members?unitId=${unitId}`)).expect(200)).body as HouseholdMembers
    expect(members.invitations).toEqual([])
    await owner.get(office.here(`invitations/${id}/code`)).expect(404)
    await owner.post(office.here(`invitations/${id}/revoke`)).expect(404)
    const own = (await owner.post(office.here('invitations'), { unitId, role: 'family', name: '家人' }).expect(201)).body as {
      id: string
      token: string
    }
    await office.clerk.get(office.here(`office-invitations/${own.id}/code`)).expect(404)
    await office.clerk.post(office.here(`office-invitations/${own.id}/revoke`)).expect(204)
    expect(codeOf(await accept(await guest(), own).expect(410))).toBe('INVITATION_REVOKED')
  })

  it('[ORG-04] to ownership names a number and no end, to a tenancy an end; it is for who may edit, within their community', async () => {
    const refused = async (wish: object) =>
      faultsOf(await office.clerk.post(invitations(), { name: '某人', ...wish }).expect(400))
    expect(await refused({ role: 'owner' })).toEqual(['phone'])
    expect(await refused({ role: 'owner', phone: '13700000000', validUntil: '2027-01-01' })).toEqual(['validUntil'])
    expect(await refused({ role: 'tenant' })).toEqual(['validUntil'])
    const wish = { role: 'family', name: '某人' }
    await office.reader.post(invitations(), wish).expect(403)
    await office.stranger.post(office.there(`households/${unitId}/invitations`), wish).expect(404)
  })
})
