import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import type { DeliveryRow, Page } from '@yinuo/contracts'
import { Jobs } from '../src/platform/jobs/index.ts'
import { startApp, type TestApp } from './app.ts'
import { Crowd } from './mass-push.ts'
import { Messaging, SEND } from './messaging.ts'
import type { Person } from './person.ts'
import type { TestCommunity } from './world.ts'

const isLong = Boolean(process.env['TEST_LONG'])
const PEOPLE = isLong ? 5_000 : 80
const UNANSWERED = PEOPLE / 4
/** longer than anybody waits for WeChat */
const TOO_LATE_MS = 9_500
const LONGEST_MS = isLong ? 1_800_000 : 180_000

let app: TestApp
let community: TestCommunity
let messaging: Messaging
let manager: Person

beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())
beforeEach(async () => {
  community = await app.world.community({ companyId: await app.world.company() })
  messaging = new Messaging(app, community)
  messaging.calm()
  manager = await app.world.staff(community, { post: 'project-manager' })
})

async function failed(): Promise<DeliveryRow[]> {
  const rows: DeliveryRow[] = []
  for (let cursor: string | null = ''; cursor !== null;) {
    const path = `/communities/${community.id}/deliveries?state=failed&limit=100${cursor && `&cursor=${cursor}`}`
    const page = (await manager.get(path).expect(200)).body as Page<DeliveryRow>
    rows.push(...page.items)
    cursor = page.nextCursor
  }
  return rows
}

describe(`a notice to ${PEOPLE} while WeChat leaves calls without an answer`, () => {
  it.each([
    ['never answers what it never did', { kind: 'timeout' }],
    ['does what it answers too late', { kind: 'slow', delayMs: TOO_LATE_MS }],
    ['does what its answer never tells', { kind: 'lost' }],
  ])(
    '[MSG-02] (it %s): at most one message per grant, nobody lost, and the office sees whom nothing can be said of',
    async (_, fault) => {
      // Every other person allowed two: for them a second call would be taken, and is not made.
      const crowd = await Crowd.gather(app, community, PEOPLE, (number) => 1 + (number % 2))
      messaging.order(SEND, fault, UNANSWERED)
      const notice = await crowd.tell()
      const other = await app.replica()
      await Promise.all([messaging.settle({ ahead: true }), other.get(Jobs).runDueJobs({ ahead: true })])
      await messaging.settle({ ahead: true })

      const pushes = crowd.pushes()
      expect(Math.max(...pushes)).toBe(1)
      expect(crowd.spent().filter(({ accepted, sent }) => sent > accepted || sent > 1)).toEqual([])
      const standing = await crowd.standing(notice)
      expect(standing).toMatchObject({ 'inbox sent': PEOPLE })
      expect(standing['subscribe pending'] ?? 0).toBe(0)
      expect((standing['subscribe sent'] ?? 0) + (standing['subscribe failed'] ?? 0)).toBe(PEOPLE)
      const rows = await failed()
      expect(rows).toHaveLength(standing['subscribe failed'] ?? 0)
      expect(rows.every(({ channel, reason }) => channel === 'subscribe' && Boolean(reason))).toBe(true)
      expect(pushes.filter((count) => count === 0).length).toBeLessThanOrEqual(rows.length)
      expect(standing['subscribe sent'] ?? 0).toBeLessThanOrEqual(crowd.arrived())
      expect(crowd.arrived()).toBeGreaterThanOrEqual(PEOPLE - UNANSWERED)
    },
    LONGEST_MS,
  )
})
