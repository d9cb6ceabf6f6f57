export { conversationProcedure, type SystemAction } from './conversation-procedure.ts'
export { entryText, isSaid } from './entry-text.ts'
export { partiesOf } from './parties.ts'
export { isOffHours, replyClock, replyPromise, type ReplyPromise, type ReplyTerms } from './reply-promise.ts'
