import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { codesOf, complaintActions, complaintStates, type ComplaintAction, type ComplaintView } from '@yinuo/contracts'
import fc from 'fast-check'
import { startApp, type TestApp } from '../../../test/app.ts'
import { ComplaintStory } from '../../../test/complaint-story.ts'
import { complaintProcedure } from './rules/index.ts'

let app: TestApp

beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

const people = ['resident', 'desk', 'handler', 'supervisor', 'manager'] as const

interface Step {
  who: (typeof people)[number]
  action: ComplaintAction
  hours: number
  /** Which of what is offered is done in the place of the action; null: the action is tried, offered or not. */
  offered: number | null
}

const steps = fc.array(
  fc.record<Step>({
    who: fc.constantFrom(...people),
    action: fc.constantFrom(...codesOf(complaintActions)),
    hours: fc.constantFrom(0, 0, 1, 30, 200),
    offered: fc.option(fc.nat(20)),
  }),
  { minLength: 8, maxLength: 14 },
)

/** A way that leads far into the table, to begin random ones from. */
const ahead: readonly Step[] = [
  { who: 'desk', action: 'assign', hours: 0, offered: null },
  { who: 'handler', action: 'investigate', hours: 1, offered: null },
  { who: 'handler', action: 'propose', hours: 1, offered: null },
  { who: 'resident', action: 'accept-solution', hours: 1, offered: null },
  { who: 'handler', action: 'finish', hours: 1, offered: null },
]

const bodies = (story: ComplaintStory): Record<ComplaintAction, object> => ({
  assign: { staffId: story.handler.staffId },
  investigate: { note: '去看看' },
  talk: { text: '说一句', fileIds: [] },
  propose: { solution: '划线' },
  'accept-solution': {},
  'reject-solution': { reason: '不行' },
  finish: { result: '好了', fileIds: [] },
  rate: { rating: 3 },
  'follow-up': { rating: 4 },
  escalate: { reason: '没人管' },
  'mark-complex': { reason: '牵涉多方' },
  archive: {},
  withdraw: { reason: '算了' },
})

interface Traces {
  events: number
  entries: number
}

async function tracesOf(id: string): Promise<Traces> {
  const { rows } = await app.owner.query<Traces>(
    `SELECT (SELECT count(*)::int FROM case_events WHERE case_id = $1 AND actor_kind <> 'system') AS events,
       (SELECT count(*)::int FROM audit_entries WHERE subject_id = $1) AS entries`,
    [id],
  )
  return rows[0]!
}

/** What no clock may show, and whether the case says when it is due. */
async function faultsOf(id: string): Promise<unknown[]> {
  const { rows } = await app.owner.query(
    `SELECT k.name, k.round FROM case_clocks k JOIN cases c ON c.community_id = k.community_id AND c.id = k.case_id
     WHERE k.case_id = $1 AND (k.due_at < k.started_at OR k.stopped_at < k.started_at OR k.paused_at < k.started_at
       OR (SELECT bool_or(later < earlier) FROM (SELECT s AS later, lag(s) OVER (ORDER BY n) AS earlier
             FROM unnest(k.steps) WITH ORDINALITY AS u (s, n)) pairs)
       OR (k.stopped_at IS NOT NULL AND k.next_step_at IS NOT NULL) OR (k.stopped_at > k.due_at AND k.breached_at IS NULL
             AND NOT EXISTS (SELECT FROM case_events e WHERE e.case_id = k.case_id AND e.kind = 'mark-complex'))
       OR (NOT c.open AND k.round = c.round AND k.stopped_at IS NULL)
       OR c.due_at IS DISTINCT FROM (SELECT min(r.due_at) FROM case_clocks r WHERE r.case_id = c.id AND r.round = c.round
             AND r.stopped_at IS NULL AND r.paused_at IS NULL))`,
    [id],
  )
  return rows
}

async function take(story: ComplaintStory, id: string, { who, hours, offered, ...step }: Step): Promise<void> {
  app.clock.advance({ hours })
  await app.deliver()
  const person = story[who]
  const seen = (await person.get(`${story.path}/${id}`).expect(200)).body as ComplaintView
  const { allowedActions: may } = seen
  const action = offered !== null && may.length > 0 ? may[offered % may.length]! : step.action
  const before = await tracesOf(id)
  const version = action === 'talk' ? {} : { version: seen.version }
  const { status, body } = await person.post(`${story.path}/${id}/${action}`, { ...version, ...bodies(story)[action] })
  const did = { who, action, state: seen.state, body: body as unknown }
  expect({ ...did, done: status === 200 }).toEqual({ ...did, done: may.includes(action) })
  expect({ ...did, refused: status === 200 || status === 403 || status === 409 }).toEqual({ ...did, refused: true })
  const after = await tracesOf(id)
  const left = status === 200 ? 1 : 0
  expect({ ...did, ...after }).toEqual({ ...did, events: before.events + left, entries: before.entries + left })
  const now = (await person.get(`${story.path}/${id}`).expect(200)).body as ComplaintView
  expect(Object.keys(complaintStates)).toContain(now.state)
  if (status === 200) expect(complaintProcedure.transitions[action].from).toContain(seen.state)
  else expect(now).toMatchObject({ state: seen.state, version: seen.version })
  expect({ ...did, faults: await faultsOf(id) }).toEqual({ ...did, faults: [] })
}

describe('whatever is tried with a complaint, in whatever order', () => {
  it.each([
    ['A', true, 0],
    ['B', false, 0],
    ['B', true, 3],
    ['C', false, 5],
  ] as const)(
    '[COM-02] is done just when it is offered, leaves one entry in timeline and log, and no clock that runs backwards (preset %s, unnamed %s, %i steps ahead)',
    async (preset, anonymous, first) => {
      await fc.assert(
        fc.asyncProperty(steps, async (sequence) => {
          const story = await ComplaintStory.begin(app, preset)
          const { id } = await story.report({ anonymous })
          for (const step of [...ahead.slice(0, first), ...sequence]) await take(story, id, step)
        }),
        { numRuns: process.env.TEST_LONG === '1' ? 50 : 2 },
      )
    },
    240_000,
  )
})
