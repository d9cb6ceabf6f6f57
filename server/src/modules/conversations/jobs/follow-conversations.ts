import { Injectable, type OnModuleInit } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { Act } from '../../../platform/database/index.ts'
import { announce } from '../../../platform/live/index.ts'
import { OutboxRelay, type OutboxEvent } from '../../../platform/outbox/index.ts'
import { conversationProcedure } from '../rules/conversation-procedure.ts'
import { newsOfClockStep, newsOfHandOver, newsOfQuestion, newsOfReply } from '../rules/what-to-tell.ts'
import { CheckEntry } from './check-entry.ts'
import { newsFacts, tellNews, type ConversationNewsFacts } from './news-facts.ts'

/** A phone with the talk open says so at least twice in this time; who did not is away and is told by a message. */
const LOOKS_WITHIN_MS = 60_000

interface Moved {
  caseId: string
  action: string
  eventId: string
  actor: Act['actor']
  text?: string
  begins?: boolean
  note?: string
  staffId?: string | null
}

const isOfConversation = (payload: Record<string, unknown>) => payload.kind === conversationProcedure.kind

/** What follows from what happens in conversations: messages, the live desk, the content check. */
@Injectable()
export class FollowConversations implements OnModuleInit {
  readonly #relay: OutboxRelay
  readonly #checks: CheckEntry

  constructor(relay: OutboxRelay, checks: CheckEntry) {
    this.#relay = relay
    this.#checks = checks
  }

  onModuleInit(): void {
    this.#relay.on('case.opened', (tx, act, event) => this.#onOpened(tx, act, event))
    this.#relay.on('case.moved', (tx, act, event) => this.#onMoved(tx, act, event))
    this.#relay.on('case.clock-step', onClockStep)
  }

  async #onOpened(tx: EntityManager, act: Act, { communityId, payload }: OutboxEvent): Promise<void> {
    if (!isOfConversation(payload)) return
    const caseId = String(payload.caseId)
    const facts = await newsFacts(tx, act, communityId, caseId)
    if (!facts) return
    await this.#checks.later(tx, { communityId, caseId, entryId: facts.firstEntryId })
    const news = newsOfQuestion(facts, facts.description)
    await tellNews(tx, act, communityId, facts, news, `conversation:${caseId}:${facts.firstEntryId}`)
    await announceConversation(tx, communityId, facts, 'opened', news.body, act.now)
  }

  async #onMoved(tx: EntityManager, act: Act, { communityId, payload }: OutboxEvent): Promise<void> {
    if (!isOfConversation(payload)) return
    const moved = payload as unknown as Moved
    const facts = await newsFacts(tx, act, communityId, moved.caseId)
    if (!facts) return
    if (moved.action === 'ask') await this.#checks.later(tx, { communityId, caseId: moved.caseId, entryId: moved.eventId })
    await tellOfMove(tx, act, communityId, facts, moved)
    await announceConversation(tx, communityId, facts, moved.action, `${moved.actor.name}：${moved.text ?? ''}`, act.now)
  }
}

async function tellOfMove(
  tx: EntityManager,
  act: Act,
  communityId: string,
  facts: ConversationNewsFacts,
  { caseId, action, eventId, actor, text = '', begins, note = '', staffId }: Moved,
): Promise<void> {
  const key = `conversation:${caseId}:${eventId}`
  if (action === 'ask' && begins) await tellNews(tx, act, communityId, facts, newsOfQuestion(facts, text), key)
  // One message for each time they are away, however much is said meanwhile.
  const seenAt = facts.residentSeenAt?.getTime() ?? 0
  if (action === 'reply' && act.now.getTime() - seenAt > LOOKS_WITHIN_MS)
    await tellNews(tx, act, communityId, facts, newsOfReply(text), `conversation:${caseId}:answered:${seenAt}`)
  const isForAnother = (action === 'hand-over' || action === 'pass') && staffId && staffId !== actor.id
  if (isForAnother) await tellNews(tx, act, communityId, facts, newsOfHandOver(facts, actor.name, note), key)
}

async function onClockStep(tx: EntityManager, act: Act, { id, communityId, payload }: OutboxEvent): Promise<void> {
  if (!isOfConversation(payload)) return
  const caseId = String(payload.caseId)
  const facts = await newsFacts(tx, act, communityId, caseId)
  if (!facts) return
  const news = newsOfClockStep(facts, String(payload.step))
  await tellNews(tx, act, communityId, facts, news, `conversation:${caseId}:clock:${id}`)
  await announceConversation(tx, communityId, facts, 'clock-step', news.title, act.now)
}

/** Tells the desks that look after where it is that something happened in this conversation. */
function announceConversation(
  tx: EntityManager,
  communityId: string,
  facts: ConversationNewsFacts,
  kind: string,
  text: string,
  at: Date,
): Promise<void> {
  const news = { conversationId: facts.id, number: facts.number, state: facts.state, kind, text: text.slice(0, 100), at }
  return announce(tx, communityId, news, facts.buildingId)
}
