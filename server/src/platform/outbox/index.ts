export { tell, type OutboxEvent, type OutboxHandler } from './outbox.ts'
export { OutboxRelay } from './outbox-relay.ts'
