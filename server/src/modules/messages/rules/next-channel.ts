import type { DeliveryState, MessageChannel } from '@yinuo/contracts'

/** The ways out of the house; the inbox is filled in the transaction of what happened and cannot fail. */
export type OuterChannel = Exclude<MessageChannel, 'inbox'>

export interface DeliveryFacts {
  channel: string
  state: DeliveryState
  /** the run that may touch it; what rests until its time is held by nobody */
  held_by: string
}

/** What a message goes by: its channels in order, and how many of them at once. */
export interface Ways {
  channels: readonly OuterChannel[]
  atOnce: 1 | 2
}

/**
 * The channel for this run to try next, or null. As many as go at once are under way; the next one takes the place of one that
 * failed for good or was left out. A run touches what it holds and what nobody has begun, so two runs never meet on a channel.
 * @param holder names the run
 * @param tried what was already tried in this go at the job
 */
export function nextChannel(
  ways: Ways,
  deliveries: readonly DeliveryFacts[],
  holder: string,
  tried: ReadonlySet<OuterChannel>,
): OuterChannel | null {
  return toDo(ways, deliveries, holder).find((channel) => !tried.has(channel)) ?? null
}

/** Whether nothing is left for this run to try, now or later. */
export function isFinished(ways: Ways, deliveries: readonly DeliveryFacts[], holder: string): boolean {
  return toDo(ways, deliveries, holder).length === 0
}

function toDo(ways: Ways, deliveries: readonly DeliveryFacts[], holder: string): OuterChannel[] {
  const held = deliveries.filter(({ state, held_by }) => state === 'pending' && held_by === holder)
  const begun = new Set(deliveries.map(({ channel }) => channel))
  const unbegun = wantedChannels(ways, deliveries).filter((channel) => !begun.has(channel))
  return [...held.map(({ channel }) => channel as OuterChannel), ...unbegun]
}

function wantedChannels({ channels, atOnce }: Ways, deliveries: readonly DeliveryFacts[]): OuterChannel[] {
  const wanted: OuterChannel[] = []
  let underWay = 0
  for (const channel of channels) {
    if (underWay >= atOnce) break
    wanted.push(channel)
    const state = deliveries.find((each) => each.channel === channel)?.state
    if (state !== 'failed' && state !== 'skipped') underWay += 1
  }
  return wanted
}
