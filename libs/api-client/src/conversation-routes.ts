import type {
  AddQuickReply,
  AskConversation,
  ChangeQuickReply,
  ComplaintFromConversation,
  ComplaintReceipt,
  ConversationColleague,
  ConversationNumbers,
  ConversationReceipt,
  ConversationRow,
  ConversationView,
  HandOverConversation,
  Page,
  QuickReply,
  RateConversation,
  RepairFromConversation,
  RepairReceipt,
  ReplyConversation,
  ReplyPromise,
} from '@yinuo/contracts'

/** Conversations between residents and the front desk. */
export interface ConversationRoutes {
  'GET /me/conversations': { answer: Page<ConversationRow> }
  'GET /communities/{communityId}/conversation-options': { answer: ReplyPromise }
  'POST /communities/{communityId}/conversations': { body: AskConversation; answer: ConversationReceipt }
  'GET /communities/{communityId}/conversations': { answer: Page<ConversationRow> }
  'GET /communities/{communityId}/conversations/{id}': { answer: ConversationView }
  'PUT /communities/{communityId}/conversations/{id}/seen': { body: { entryId: string }; answer: void }
  'POST /communities/{communityId}/conversations/{id}/close': { answer: ConversationReceipt }
  'POST /communities/{communityId}/conversations/{id}/rate': { body: RateConversation; answer: ConversationReceipt }
  'POST /communities/{communityId}/conversations/{id}/reply': { body: ReplyConversation; answer: ConversationReceipt }
  'POST /communities/{communityId}/conversations/{id}/take': { answer: ConversationReceipt }
  'POST /communities/{communityId}/conversations/{id}/hand-over': { body: HandOverConversation; answer: ConversationReceipt }
  'POST /communities/{communityId}/conversations/{id}/repair': { body: RepairFromConversation; answer: RepairReceipt }
  'POST /communities/{communityId}/conversations/{id}/complaint': { body: ComplaintFromConversation; answer: ComplaintReceipt }
  'GET /communities/{communityId}/conversation-numbers': { answer: ConversationNumbers }
  'GET /communities/{communityId}/conversation-colleagues': { answer: ConversationColleague[] }
  'GET /communities/{communityId}/quick-replies': { answer: QuickReply[] }
  'POST /communities/{communityId}/quick-replies': { body: AddQuickReply; answer: QuickReply }
  'PUT /communities/{communityId}/quick-replies/{id}': { body: ChangeQuickReply; answer: QuickReply }
  'POST /communities/{communityId}/quick-replies/{id}/remove': { body: { version: number }; answer: void }
}
