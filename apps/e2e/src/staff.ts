import type { Skill, StaffRow } from '@yinuo/contracts'
import { asOffice } from './api.ts'
import { garden } from './repairs.ts'

export async function skillsOf(name: string): Promise<Skill[]> {
  return (await staffNamed(name)).skills
}

/** Enters or strikes qualifications, as the manager does. */
export async function changeSkills(name: string, skills: Skill[]): Promise<void> {
  const call = await asOffice('manager')
  const { id, phoneMasked, login, active, posts, version } = await staffNamed(name)
  const held = posts.map(({ scope, postId, communityId, regionId, buildings }) => ({
    scope,
    postId,
    ...(communityId && { communityId, buildingIds: buildings.map((building) => building.id) }),
    ...(regionId && { regionId }),
  }))
  const body = { name, phone: phoneMasked, login, active, posts: held, skills, version }
  await call('PUT /staff/{id}', { path: { id }, body })
}

async function staffNamed(name: string): Promise<StaffRow> {
  const call = await asOffice('manager')
  const { items } = await call('GET /staff', { query: { communityId: (await garden()).id, query: name } })
  const found = items.find((staff) => staff.name === name)
  if (!found) throw new Error(`Nobody is called ${name}`)
  return found
}
