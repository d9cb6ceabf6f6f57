import type { DeliveryState } from '@yinuo/contracts'

/** The ways out of the house; the inbox is filled in the transaction of what happened and cannot fail. */
export type OuterChannel = 'subscribe' | 'sms'

export interface DeliveryFacts {
  channel: string
  state: DeliveryState
}

/**
 * The channel to try next, or null. A message goes by subscribe message, and by text message if that did not work;
 * an urgent one goes on both without waiting. `tried`: those already tried in this run of the job.
 */
export function nextChannel(
  urgent: boolean,
  deliveries: readonly DeliveryFacts[],
  tried: ReadonlySet<OuterChannel>,
): OuterChannel | null {
  const wanted = wantedChannels(urgent, deliveries)
  return wanted.find((channel) => !tried.has(channel) && !isSettled(deliveries, channel)) ?? null
}

/** Whether nothing is left to be tried, now or later. */
export function isFinished(urgent: boolean, deliveries: readonly DeliveryFacts[]): boolean {
  return wantedChannels(urgent, deliveries).every((channel) => isSettled(deliveries, channel))
}

function wantedChannels(urgent: boolean, deliveries: readonly DeliveryFacts[]): OuterChannel[] {
  const subscribe = deliveries.find(({ channel }) => channel === 'subscribe')
  const didNotWork = subscribe?.state === 'failed' || subscribe?.state === 'skipped'
  return urgent || didNotWork ? ['subscribe', 'sms'] : ['subscribe']
}

function isSettled(deliveries: readonly DeliveryFacts[], channel: OuterChannel): boolean {
  const delivery = deliveries.find((each) => each.channel === channel)
  return delivery !== undefined && delivery.state !== 'pending'
}
