/** Telling people, exactly once, on the channels they allow (MSG-01, MSG-02). */
export { tellPeople, type Recipient, type Telling } from './actions/tell-people.ts'
export { deliveriesExport } from './exports/deliveries-export.ts'
export { MessagesModule } from './messages.module.ts'
export type { MessageValues } from './rules/message-values.ts'
