/** Conversations between residents and the front desk (COM-07): a procedure on the case engine. */
export { askAnew } from './actions/ask.ts'
export { openConsultation, recordAnswered } from './actions/record-answered.ts'
export { replyBesideDesk } from './actions/reply.ts'
export { ConversationsModule } from './conversations.module.ts'
export { ConversationReceipt } from './http/conversations.dto.ts'
export * from './rules/index.ts'
export { Consultation } from './store/consultation.entity.ts'
