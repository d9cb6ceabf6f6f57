import { Injectable, type OnModuleInit } from '@nestjs/common'
import { repairCategories, type ClockName, type RepairCategoryCode, type Skill } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import type { Act } from '../../../platform/database/index.ts'
import { OutboxRelay, type OutboxEvent } from '../../../platform/outbox/index.ts'
import { dispatchByRule } from '../actions/dispatch-repair.ts'
import { closeUnanswered } from '../actions/end-repair.ts'
import { repairProcedure } from '../rules/repair-procedure.ts'
import { timelineText } from '../rules/timeline-text.ts'
import { newsOfClockStep, newsOfMove, newsOfNobody } from '../rules/what-to-tell.ts'
import { CheckReport } from './check-report.ts'
import { announceRepair, newsFacts, tellNews } from './tell-of-repair.ts'

interface Moved {
  caseId: string
  action: string
  to: string
  eventId: string
  actor: Act['actor']
}
interface Stepped {
  caseId: string
  clock: ClockName
  step: string
}

/** What follows from what happens to repairs: dispatch, messages, live boards, closing the unanswered. */
@Injectable()
export class FollowRepairs implements OnModuleInit {
  readonly #relay: OutboxRelay
  readonly #checks: CheckReport

  constructor(relay: OutboxRelay, checks: CheckReport) {
    this.#relay = relay
    this.#checks = checks
  }

  onModuleInit(): void {
    this.#relay.on('case.opened', onOpened)
    this.#relay.on('case.opened', async (tx, _act, { communityId, payload }) => {
      if (isOfRepair(payload)) await this.#checks.later(tx, { communityId, caseId: payload.caseId as string })
    })
    this.#relay.on('duty.changed', onDutyChanged)
    this.#relay.on('case.moved', onMoved)
    this.#relay.on('case.clock-step', onClockStep)
    this.#relay.on('repair.undispatched', onUndispatched)
  }
}

const isOfRepair = (payload: Record<string, unknown>) => payload.kind === repairProcedure.kind

async function onOpened(tx: EntityManager, act: Act, { communityId, payload }: OutboxEvent): Promise<void> {
  if (!isOfRepair(payload)) return
  const { caseId } = payload as unknown as { caseId: string }
  await dispatchByRule(tx, act, { communityId, id: caseId, version: null })
  await announceRepair(
    tx,
    communityId,
    await newsFacts(tx, act, communityId, caseId),
    'opened',
    timelineText('opened', {}),
    act.now,
  )
}

async function onMoved(tx: EntityManager, act: Act, { communityId, payload }: OutboxEvent): Promise<void> {
  if (!isOfRepair(payload)) return
  const { caseId, action, to, eventId, actor } = payload as unknown as Moved
  if (to === 'reported') await dispatchByRule(tx, act, { communityId, id: caseId, version: null })
  const facts = await newsFacts(tx, act, communityId, caseId)
  const [event] = (await tx.query('SELECT content, at FROM case_events WHERE community_id = $1 AND case_id = $2 AND id = $3', [
    communityId,
    caseId,
    eventId,
  ])) as { content: Record<string, unknown>; at: Date }[]
  const happening = { action, to, actorKind: actor.kind, content: event!.content, at: event!.at.toISOString() }
  for (const news of newsOfMove(facts, happening)) {
    await tellNews(tx, act, communityId, facts, news, `repair:${caseId}:${eventId}:${news.kind}`)
  }
  await announceRepair(tx, communityId, facts, action, `${actor.name}：${timelineText(action, event!.content)}`, act.now)
}

async function onClockStep(tx: EntityManager, act: Act, { id, communityId, payload }: OutboxEvent): Promise<void> {
  const { caseId, clock, step } = payload as unknown as Stepped
  if (!isOfRepair(payload)) return
  const facts = await newsFacts(tx, act, communityId, caseId)
  if (clock === 'confirm') {
    if (facts.state === 'done') await closeUnanswered(tx, act, { communityId, id: caseId, version: null })
    return
  }
  const news = newsOfClockStep(facts, clock, step, act.now.toISOString())
  if (news) await tellNews(tx, act, communityId, facts, news, `repair:${caseId}:clock:${id}`)
  await announceRepair(tx, communityId, facts, 'clock-step', timelineText('clock-step', { clock, step }), act.now)
}

async function onUndispatched(tx: EntityManager, act: Act, { id, communityId, payload }: OutboxEvent): Promise<void> {
  const { caseId, reason } = payload as unknown as { caseId: string; reason: string }
  const facts = await newsFacts(tx, act, communityId, caseId)
  await tellNews(tx, act, communityId, facts, newsOfNobody(facts, reason, act.now.toISOString()), `repair:${caseId}:nobody:${id}`)
}

/** Somebody came on duty: what waited for their trade is dispatched, the most pressing first. */
async function onDutyChanged(tx: EntityManager, act: Act, { communityId, payload }: OutboxEvent): Promise<void> {
  if (payload.onDuty !== true) return
  const waiting = (await tx.query(
    `SELECT c.id, c.category FROM cases c WHERE c.community_id = $1 AND c.kind = 'repair' AND c.open AND c.state = 'reported'
     ORDER BY coalesce(c.due_at, 'infinity'::timestamptz), c.id`,
    [communityId],
  )) as { id: string; category: RepairCategoryCode }[]
  const [came] = (await tx.query('SELECT skills FROM staff WHERE id = $1', [payload.staffId])) as { skills: Skill[] }[]
  for (const repair of waiting.filter(({ category }) => came?.skills.includes(repairCategories[category].skill))) {
    await dispatchByRule(tx, act, { communityId, id: repair.id, version: null })
  }
}
