import { Injectable, type OnModuleInit } from '@nestjs/common'
import type { complaintClocks } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import type { Act } from '../../../platform/database/index.ts'
import { OutboxRelay, type OutboxEvent } from '../../../platform/outbox/index.ts'
import { complaintProcedure } from '../rules/complaint-procedure.ts'
import { newsOfClockStep, newsOfMove, newsOfOpening } from '../rules/what-to-tell.ts'
import { announceComplaint, newsFacts, tellNews } from './tell-of-complaint.ts'

interface Moved {
  caseId: string
  action: string
  eventId: string
  actor: Act['actor']
}

/** What follows from what happens to complaints: people are told. */
@Injectable()
export class FollowComplaints implements OnModuleInit {
  readonly #relay: OutboxRelay

  constructor(relay: OutboxRelay) {
    this.#relay = relay
  }

  onModuleInit(): void {
    this.#relay.on('case.opened', onOpened)
    this.#relay.on('case.moved', onMoved)
    this.#relay.on('case.clock-step', onClockStep)
  }
}

const isComplaint = (payload: Record<string, unknown>) => payload.kind === complaintProcedure.kind

async function onOpened(tx: EntityManager, act: Act, { communityId, payload }: OutboxEvent): Promise<void> {
  if (!isComplaint(payload)) return
  const caseId = payload.caseId as string
  const facts = await newsFacts(tx, act, communityId, caseId)
  await announceComplaint(tx, communityId, facts)
  const about = { businessKey: `complaint:${caseId}:opened`, doerId: null, at: act.now.toISOString() }
  await tellNews(tx, act, communityId, facts, newsOfOpening(facts), about)
}

async function onMoved(tx: EntityManager, act: Act, { communityId, payload }: OutboxEvent): Promise<void> {
  if (!isComplaint(payload)) return
  const { caseId, action, eventId, actor } = payload as unknown as Moved
  const facts = await newsFacts(tx, act, communityId, caseId)
  await announceComplaint(tx, communityId, facts)
  const [event] = (await tx.query('SELECT content, at FROM case_events WHERE community_id = $1 AND case_id = $2 AND id = $3', [
    communityId,
    caseId,
    eventId,
  ])) as { content: Record<string, unknown>; at: Date }[]
  for (const news of newsOfMove(facts, { action, actorKind: actor.kind, content: event!.content })) {
    const businessKey = `complaint:${caseId}:${eventId}:${news.kind}`
    await tellNews(tx, act, communityId, facts, news, { businessKey, doerId: actor.id, at: event!.at.toISOString() })
  }
}

async function onClockStep(tx: EntityManager, act: Act, { id, communityId, payload }: OutboxEvent): Promise<void> {
  if (!isComplaint(payload)) return
  const { caseId, clock, step } = payload as { caseId: string; clock: keyof typeof complaintClocks; step: string }
  const facts = await newsFacts(tx, act, communityId, caseId)
  await announceComplaint(tx, communityId, facts)
  const about = { businessKey: `complaint:${caseId}:clock:${id}`, doerId: null, at: act.now.toISOString() }
  await tellNews(tx, act, communityId, facts, newsOfClockStep(facts, clock, step), about)
}
