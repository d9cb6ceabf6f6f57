import { repairStates } from '@yinuo/contracts'
import type { CommunitySummary, Page, RepairRow, RepairView } from '@yinuo/contracts'
import type { World } from '../world.ts'
import type { ServerApi } from './server-api.ts'
import { tellStory } from './tell-story.ts'
import type { Arrival, StoryLine } from './tell-story.ts'

const scanCountsForMs = 30 * 60_000
const freshForMs = 1_500
/** Closed states among those asked for make the server answer with the newest first. */
const newestOf = `state=${Object.keys(repairStates).join(',')}&limit=3`

/** Follows the newest case that came up since the stage was opened first. */
export class Story {
  #world: World
  #api: ServerApi | undefined
  #since: string
  #communities: CommunitySummary[] = []
  #told: { at: number; lines: StoryLine[] } | undefined

  constructor(world: World, api: ServerApi | undefined) {
    this.#world = world
    this.#api = api
    this.#since = world.clock.iso()
  }

  async lines(): Promise<StoryLine[]> {
    const now = this.#world.clock.now()
    if (this.#told && now - this.#told.at < freshForMs) return this.#told.lines
    const newest = this.#api ? await this.#newest(this.#api).catch(() => null) : null
    const repair = newest && this.#isOver(newest) ? null : newest
    const lines = tellStory({ repair, scan: this.#scanBefore(repair), arrivals: this.#arrivals() })
    this.#told = { at: now, lines }
    return lines
  }

  snapshot(): { since: string } {
    return { since: this.#since }
  }

  restore({ since }: { since: string }): void {
    this.#since = since
  }

  async #newest(api: ServerApi): Promise<RepairView | null> {
    if (this.#communities.length === 0) this.#communities = await api.get<CommunitySummary[]>('/communities')
    const lists = await Promise.all(
      this.#communities.map(({ id }) => api.get<Page<RepairRow>>(`/communities/${id}/repairs?${newestOf}`)),
    )
    const newest = lists
      .flatMap(({ items }) => items)
      .filter(({ reportedAt }) => Date.parse(reportedAt) >= Date.parse(this.#since))
      .sort((left, right) => Date.parse(right.reportedAt) - Date.parse(left.reportedAt))[0]
    return newest ? api.get<RepairView>(`/communities/${newest.communityId}/repairs/${newest.id}`) : null
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
    return this.#world.scans
      .all()
      .some(({ phoneId, at }) => Date.parse(at) > Date.parse(closedAt) && this.#isReporter(phoneId, null))
  }

  #isReporter(phoneId: string, repair: RepairView | null): boolean {
    const phone = this.#world.phones.byId(phoneId)
    return repair ? phone?.name === repair.reporterName : phone?.who === 'resident'
  }

  #arrivals(): Arrival[] {
    return this.#world.phones
      .all()
      .filter(({ who }) => who === 'staff')
      .flatMap(({ id, name }) => this.#world.inboxes.of(id).map((item) => ({ ...item, name })))
  }
}
