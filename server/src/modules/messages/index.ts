/** Telling people, exactly once, on the channels they allow (MSG-01, MSG-02). */
export { tellPeople, type Recipient, type Telling } from './actions/tell-people.ts'
export { stopTelling, tellMany, type Broadcast } from './actions/tell-many.ts'
export { Audiences } from './audiences.ts'
export { BroadcastsModule } from './broadcasts.module.ts'
export { deliveriesExport } from './exports/deliveries-export.ts'
export { BroadcastMessages } from './jobs/broadcast.ts'
export { MessagesModule } from './messages.module.ts'
export type { MessageValues } from './rules/message-values.ts'
