import type { CommunitySummary, EntryCode, Page, UnitRow } from '@yinuo/contracts'
import type { World } from '../world.ts'
import type { ServerApi } from './server-api.ts'

export interface Poster {
  id: string
  path: string
  picture: string
  /** where it hangs */
  label: string
  caption: string
}

const entryPage = 'pages/entry/index'

/** Two codes to lie on the desk: the lobby's, and the one inside the first resident's door. */
export async function findPosters(api: ServerApi, world: World): Promise<Poster[]> {
  const communities = await api.get<CommunitySummary[]>('/communities')
  const home = world.phones.all().find((phone) => phone.who === 'resident')
  const community = communities.find(({ name }) => home?.about?.startsWith(name)) ?? communities[0]
  if (!community) return []
  const room = home?.about?.slice(community.name.length).trim().split(' ')[0] ?? ''
  const found = [
    { code: await firstCode(api, community.id, 'community'), label: `${community.name} 大堂`, caption: '小区码' },
    { code: room === '' ? undefined : await unitCode(api, community.id, room), label: `${room} 门内`, caption: '房屋码' },
  ]
  return found.flatMap(({ code, label, caption }) => (code ? [poster(world, code.scene, label, caption)] : []))
}

function poster(world: World, scene: string, label: string, caption: string): Poster {
  const { id, page } = world.madeCodes.make(entryPage, scene, `${label} · ${caption}`)
  return { id, path: `${page}?scene=${encodeURIComponent(scene)}`, picture: `/sandbox/codes/${id}.svg`, label, caption }
}

async function firstCode(api: ServerApi, communityId: string, kind: string): Promise<EntryCode | undefined> {
  const { items } = await api.get<Page<EntryCode>>(`/communities/${communityId}/codes?kind=${kind}`)
  return items.find(({ state }) => state === 'valid')
}

async function unitCode(api: ServerApi, communityId: string, room: string): Promise<EntryCode | undefined> {
  const { items: codes } = await api.get<Page<EntryCode>>(`/communities/${communityId}/codes?kind=unit`)
  const there = codes.find(({ state, placeLabel }) => state === 'valid' && samePlace(placeLabel, room))
  if (there) return there
  const { items: units } = await api.get<Page<UnitRow>>(`/communities/${communityId}/units?query=${encodeURIComponent(room)}`)
  const unit = units.find(({ label }) => samePlace(label, room))
  if (!unit) return undefined
  const issued = await api.post<EntryCode[] | Page<EntryCode>>(`/communities/${communityId}/codes`, {
    kind: 'unit',
    placeIds: [unit.id],
  })
  return (Array.isArray(issued) ? issued : issued.items)[0]
}

function samePlace(label: string, room: string): boolean {
  return label.replace(/\s|-|室/g, '').endsWith(room.replace(/\s|-|室/g, ''))
}
