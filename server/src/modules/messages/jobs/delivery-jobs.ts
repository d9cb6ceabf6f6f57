import type { EntityManager } from 'typeorm'
import type { Jobs, JobQueue } from '../../../platform/jobs/index.ts'
import type { MessageRef, MessagesRef } from '../actions/attempt-delivery.ts'

/** One message on its way. */
export const deliverMessage: JobQueue<MessageRef> = {
  name: 'messages.deliver',
  retries: 20,
  delaySeconds: 5,
  longestDelaySeconds: 300,
  lostAfterSeconds: 120,
}

/** Messages to many, a handful at a time, beside the others: a push to a hundred thousand keeps no repair waiting. */
export const deliverMessages: JobQueue<MessagesRef> = {
  name: 'messages.deliver-many',
  retries: 20,
  delaySeconds: 5,
  longestDelaySeconds: 300,
  lostAfterSeconds: 120,
  loops: 3,
  inHand: 1,
}

/** What one run calls at once, and so what is in flight when something is taken back: this much for each loop of a worker. */
export const TOGETHER = 128

/** More than this of one event go with the messages to many. */
const FEW = 100

/** Hands over what an event told: a few by themselves and at once. */
export async function enqueueTold(
  jobs: Jobs,
  tx: EntityManager,
  { communityId, messageIds }: MessagesRef,
  eventId: string,
): Promise<void> {
  if (messageIds.length > FEW) return enqueueMany(jobs, tx, { communityId, messageIds }, eventId)
  const each = messageIds.map((messageId) => ({ businessKey: `${eventId} ${messageId}`, payload: { communityId, messageId } }))
  if (each.length > 0) await jobs.enqueue(tx, deliverMessage, each)
}

/** Hands messages of one community over to runs, as part of the transaction that wants them brought. */
export async function enqueueMany(
  jobs: Jobs,
  tx: EntityManager,
  { communityId, messageIds, holder }: MessagesRef,
  because = holder ?? '',
): Promise<void> {
  const runs = Array.from({ length: Math.ceil(messageIds.length / TOGETHER) }, (_, number) =>
    messageIds.slice(number * TOGETHER, (number + 1) * TOGETHER),
  )
  if (runs.length === 0) return
  await jobs.enqueue(
    tx,
    deliverMessages,
    runs.map((ids) => ({
      businessKey: `${because} ${ids[0]}`,
      payload: { communityId, messageIds: ids, ...(holder ? { holder } : {}) },
    })),
  )
}
