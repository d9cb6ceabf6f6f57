import { Module } from '@nestjs/common'
import { Jobs } from '../../platform/jobs/index.ts'
import { OutboxRelay } from '../../platform/outbox/index.ts'
import { BROADCAST_BEGUN } from './actions/tell-many.ts'
import { Audiences } from './audiences.ts'
import { BroadcastMessages, broadcastMessages } from './jobs/broadcast.ts'

/** Telling many at once. */
@Module({ providers: [Audiences, BroadcastMessages], exports: [Audiences] })
export class BroadcastsModule {
  constructor(relay: OutboxRelay, jobs: Jobs, broadcast: BroadcastMessages) {
    jobs.handle(broadcastMessages, (ref) => broadcast.run(ref))
    relay.on(BROADCAST_BEGUN, async (tx, _act, { communityId, payload }) => {
      const { broadcastId } = payload as { broadcastId: string }
      await jobs.enqueue(tx, broadcastMessages, [{ businessKey: broadcastId, payload: { communityId, broadcastId } }])
    })
  }
}
