import type {
  AppendLetter,
  ComplaintReceipt,
  ConversationReceipt,
  LetterPage,
  LetterView,
  MailboxState,
  MailboxView,
  PutLetterAside,
  RegisterLetter,
  RegisterLetterAsConsultation,
  RegisterLetterAsRepair,
  RepairReceipt,
  SetMailbox,
} from '@yinuo/contracts'

/** The mailbox of a community and the letters that came into it. */
export interface LetterRoutes {
  'GET /communities/{communityId}/mailbox': { answer: MailboxView }
  'PUT /communities/{communityId}/mailbox': { body: SetMailbox; answer: MailboxView }
  'GET /communities/{communityId}/mailbox/state': { answer: MailboxState }
  'POST /communities/{communityId}/mailbox/test': { answer: void }
  'GET /communities/{communityId}/letters': { answer: LetterPage }
  'GET /communities/{communityId}/letters/{id}': { answer: LetterView }
  'GET /communities/{communityId}/letters/{id}/documents/{number}': { answer: unknown }
  'POST /communities/{communityId}/letters/{id}/register': { body: RegisterLetter; answer: ComplaintReceipt }
  'POST /communities/{communityId}/letters/{id}/register-repair': { body: RegisterLetterAsRepair; answer: RepairReceipt }
  'POST /communities/{communityId}/letters/{id}/register-consultation': {
    body: RegisterLetterAsConsultation
    answer: ConversationReceipt
  }
  'POST /communities/{communityId}/letters/{id}/append': { body: AppendLetter; answer: void }
  'POST /communities/{communityId}/letters/{id}/put-aside': { body: PutLetterAside; answer: void }
}
