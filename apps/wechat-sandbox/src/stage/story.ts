import type { CommunitySummary, Page, RepairRow, RepairView } from '@yinuo/contracts'
import type { World } from '../world.ts'
import type { ServerApi } from './server-api.ts'
import { tellStory } from './tell-story.ts'
import type { Arrival, StoryLine } from './tell-story.ts'

interface Watched {
  communityId: string
  id: string
  reportedAt: string
}

const scanCountsForMs = 30 * 60_000
const freshForMs = 1_500

/** Follows the newest case that came up since the stage was opened first. */
export class Story {
  #world: World
  #api: ServerApi | undefined
  #since: string
  #watched: Watched | undefined
  #communities: CommunitySummary[] = []
  #told: { at: number; lines: StoryLine[] } | undefined

  constructor(world: World, api: ServerApi | undefined) {
    this.#world = world
    this.#api = api
    this.#since = world.clock.iso()
  }

  /** `seen` is the case a phone on the desk shows, as `communityId/id`. */
  async lines(seen: string | undefined): Promise<StoryLine[]> {
    const now = this.#world.clock.now()
    if (this.#told && now - this.#told.at < freshForMs) return this.#told.lines
    const newest = this.#api ? await this.#newest(this.#api, seen).catch(() => null) : null
    const repair = newest && this.#isOver(newest) ? null : newest
    const lines = tellStory({ repair, scan: this.#scanBefore(repair), arrivals: this.#arrivals() })
    this.#told = { at: now, lines }
    return lines
  }

  snapshot(): unknown {
    return { since: this.#since, watched: this.#watched }
  }

  restore(written: { since: string; watched?: Watched }): void {
    this.#since = written.since
    this.#watched = written.watched
  }

  async #newest(api: ServerApi, seen: string | undefined): Promise<RepairView | null> {
    if (this.#communities.length === 0) this.#communities = await api.get<CommunitySummary[]>('/communities')
    const lists = await Promise.all(
      this.#communities.map(({ id }) => api.get<Page<RepairRow>>(`/communities/${id}/repairs?limit=50`)),
    )
    const candidates: Watched[] = lists.flatMap(({ items }) => items).filter(({ reportedAt }) => reportedAt >= this.#since)
    const shown = seen ? await this.#shown(api, seen) : undefined
    if (shown && shown.reportedAt >= this.#since) candidates.push(shown)
    if (this.#watched) candidates.push(this.#watched)
    const newest = candidates.sort((left, right) => right.reportedAt.localeCompare(left.reportedAt))[0]
    if (!newest) return null
    this.#watched = { communityId: newest.communityId, id: newest.id, reportedAt: newest.reportedAt }
    return newest.id === shown?.id ? shown : api.get<RepairView>(`/communities/${newest.communityId}/repairs/${newest.id}`)
  }

  async #shown(api: ServerApi, seen: string): Promise<RepairView | undefined> {
    const [communityId, id] = seen.split('/')
    if (!communityId || !id || id === this.#watched?.id) return undefined
    return api
      .get<RepairView>(`/communities/${encodeURIComponent(communityId)}/repairs/${encodeURIComponent(id)}`)
      .catch(() => undefined)
  }

  #scanBefore(repair: RepairView | null) {
    const until = repair ? Date.parse(repair.reportedAt) : this.#world.clock.now()
    const scan = this.#world.scans
      .all()
      .findLast(
        ({ phoneId, at }) =>
          this.#isReporter(phoneId, repair) &&
          Date.parse(at) <= until &&
          until - Date.parse(at) < scanCountsForMs &&
          at >= this.#since,
      )
    return scan ? { ...scan, name: this.#world.phones.byId(scan.phoneId)?.name ?? '住户' } : null
  }

  /** A scan after the end of a case begins the next story. */
  #isOver({ state, closedAt }: RepairView): boolean {
    if (!['closed', 'archived', 'cancelled'].includes(state) || closedAt === null) return false
    return this.#world.scans.all().some(({ phoneId, at }) => at > closedAt && this.#isReporter(phoneId, null))
  }

  #isReporter(phoneId: string, repair: RepairView | null): boolean {
    const phone = this.#world.phones.byId(phoneId)
    return repair ? phone?.name === repair.reporterName : phone?.who === 'resident'
  }

  #arrivals(): Arrival[] {
    return this.#world.phones
      .all()
      .filter(({ who }) => who === 'staff')
      .flatMap(({ id, name }) =>
        this.#world.inboxes
          .of(id)
          .flatMap((item) => (item.kind === 'push' ? [{ name, title: item.title, page: item.page, at: item.at }] : [])),
      )
  }
}
