import type { components } from '../generated/api-types.ts'
import type { Page } from './page.ts'

type Schemas = components['schemas']

// ── complaints ────────────────────────────────────────────────────────────────
/** GET /api/communities/{communityId}/complaint-options */
export type ComplaintOptions = Schemas['ComplaintOptions']
/** POST /api/communities/{communityId}/complaints (a resident) → ComplaintReceipt ; POST …/complaint-registrations (the office) */
export type ReportComplaint = Schemas['ReportComplaint']
export type RegisterComplaint = Schemas['RegisterComplaint']
export type ComplaintReceipt = Schemas['ComplaintReceipt']
/** GET …/complaints?state=&sort=&category=&department=&assigneeId=&late=&query= ; GET /api/me/complaints ; GET /api/me/complaint-work */
export type ComplaintRow = Schemas['ComplaintRow']
export type ComplaintPage = Page<ComplaintRow>
/** GET …/complaints/{id} ; POST …/complaints/{id}/{action} → ComplaintReceipt */
export type ComplaintView = Schemas['ComplaintView']

// ── letters ───────────────────────────────────────────────────────────────────
/** GET, PUT /api/communities/{communityId}/mailbox ; POST …/mailbox/test → 204 ; GET …/mailbox/state */
export type MailboxView = Schemas['MailboxView']
export type SetMailbox = Schemas['SetMailbox']
export type MailboxState = Schemas['MailboxState']
/** GET /api/communities/{communityId}/letters?state=&query=&cursor= ; GET …/letters/{id} ; GET …/{id}/documents/{number} */
export type LetterRow = Schemas['LetterRow']
export type LetterPage = Page<LetterRow>
export type LetterView = Schemas['LetterView']
/** POST …/letters/{id}/register → ComplaintReceipt ; …/register-repair → RepairReceipt ; …/register-consultation → ConversationReceipt ; …/append, …/put-aside → 204 */
export type RegisterLetter = Schemas['RegisterLetter']
export type RegisterLetterAsRepair = Schemas['RegisterLetterAsRepair']
export type RegisterLetterAsConsultation = Schemas['RegisterLetterAsConsultation']
export type AppendLetter = Schemas['AppendLetter']
export type PutLetterAside = Schemas['PutLetterAside']
export interface ComplaintActionBodies {
  assign: Schemas['AssignComplaintBody']
  investigate: Schemas['InvestigateComplaintBody']
  talk: Schemas['TalkComplaintBody']
  propose: Schemas['ProposeComplaintBody']
  'accept-solution': Schemas['AcceptSolutionComplaintBody']
  'reject-solution': Schemas['RejectSolutionComplaintBody']
  finish: Schemas['FinishComplaintBody']
  rate: Schemas['RateComplaintBody']
  'follow-up': Schemas['FollowUpComplaintBody']
  escalate: Schemas['EscalateComplaintBody']
  'mark-complex': Schemas['MarkComplexComplaintBody']
  archive: Schemas['ArchiveComplaintBody']
  withdraw: Schemas['WithdrawComplaintBody']
}
/** GET …/complaint-handlers */
export type ComplaintHandler = Schemas['ComplaintHandler']
/** POST …/complaints/{id}/unsealings → UnsealingReceipt ; POST …/complaint-unsealings/{id}/open → Unsealed */
export type AskUnsealing = Schemas['AskUnsealing']
export type UnsealingReceipt = Schemas['UnsealingReceipt']
export type Unsealed = Schemas['Unsealed']

// ── conversations ─────────────────────────────────────────────────────────────
/** POST /api/communities/{communityId}/conversations (resident) → ConversationReceipt, 201: the open one goes on, or one begins */
export type AskConversation = Schemas['AskConversation']
export type ConversationReceipt = Schemas['ConversationReceipt']
/** GET /api/me/conversations ; GET /api/communities/{communityId}/conversations?pile=&query= (desk) → Page<ConversationRow> */
export type ConversationRow = Schemas['ConversationRow']
/** GET /api/communities/{communityId}/conversations/{id}?after= ; PUT …/{id}/seen {entryId} → 204 ; POST …/close ; POST …/rate */
export type ConversationView = Schemas['ConversationView']
export type ConversationEntry = Schemas['ConversationEntry']
export type RateConversation = Schemas['RateConversation']
/** POST …/{id}/reply ; POST …/{id}/take ; POST …/{id}/hand-over ; POST …/{id}/repair → RepairReceipt, 201 (conversations.answer) */
export type ReplyConversation = Schemas['ReplyConversation']
export type HandOverConversation = Schemas['HandOverConversation']
export type RepairFromConversation = Schemas['RepairFromConversation']
/** POST …/{id}/complaint → ComplaintReceipt, 201 */
export type ComplaintFromConversation = Schemas['ComplaintFromConversation']
/** GET /api/communities/{communityId}/conversation-options: what is promised now, said before anything is asked */
export type ReplyPromise = Schemas['ReplyPromise']
/** GET …/conversation-numbers, …/conversation-colleagues, …/conversation-live (SSE) */
export type ConversationNumbers = Schemas['ConversationNumbers']
export type ConversationColleague = Schemas['ConversationColleague']
export type LinkedCase = Schemas['LinkedCase']
/** GET, POST …/quick-replies ; PUT …/{id} ; POST …/{id}/remove → 204 */
export type QuickReply = Schemas['QuickReply']
export type AddQuickReply = Schemas['AddQuickReply']
export type ChangeQuickReply = Schemas['ChangeQuickReply']

// ── suggestion boxes, published results, the hotline ──────────────────────────
/** GET /api/communities/{communityId}/suggestion-boxes?retired= ; POST (complaints.supervise), 201 ; PUT …/{id} */
export type SuggestionBox = Schemas['SuggestionBox']
export type NewSuggestionBox = Schemas['NewSuggestionBox']
export type EditedSuggestionBox = Schemas['EditedSuggestionBox']
/** GET …/suggestion-boxes/posts: who may be made responsible */
export type BoxPost = Schemas['BoxPost']
/** POST …/suggestion-boxes/{id}/openings → BoxOpeningView, 201 ; GET …/box-openings?boxId=&unfinished= ; GET …/{id} */
export type NewBoxOpening = Schemas['NewBoxOpening']
export type BoxOpeningRow = Schemas['BoxOpeningRow']
export type BoxOpeningView = Schemas['BoxOpeningView']
export type BoxSlip = Schemas['BoxSlip']
/** PUT …/box-openings/{id}/count ; POST …/{id}/slips → ComplaintReceipt, 201 ; POST …/{id}/unreadable-slips → 204 */
export type CorrectedCount = Schemas['CorrectedCount']
export type NewBoxSlip = Schemas['NewBoxSlip']
export type UnreadableSlip = Schemas['UnreadableSlip']
/** GET …/complaint-figures?firstDay=&lastDay= ; GET, POST …/published-results */
export type ComplaintFiguresView = Schemas['ComplaintFiguresView']
export type PublishedResult = Schemas['PublishedResult']
export type NewPublishedResult = Schemas['NewPublishedResult']
/** GET …/contact-sheet (residents and staff) ; PUT (communities.edit) */
export type ContactSheet = Schemas['ContactSheet']
export type ContactSheetDraft = Schemas['ContactSheetDraft']
/** GET …/contact-sheet/code (staff) */
export type CommunityCode = Schemas['CommunityCode']
export type ContactBox = Schemas['ContactBox']
/** GET …/hotline-calls ; POST …/hotline-answers → HotlineAnswerReceipt, 201 */
export type HotlineCall = Schemas['HotlineCall']
export type NewHotlineAnswer = Schemas['NewHotlineAnswer']
export type HotlineAnswerReceipt = Schemas['HotlineAnswerReceipt']

// ── causes and improvement ────────────────────────────────────────────────────
/** GET …/causes → Causes ; POST …/causes ; PUT …/causes/{id} → Cause */
export type Cause = Schemas['Cause']
export type Causes = Schemas['Causes']
export type NewCause = Schemas['NewCause']
export type EditedCause = Schemas['EditedCause']
/** GET, PUT …/cases/{id}/cause: of a repair or a complaint that is over */
export type CaseCause = Schemas['CaseCause']
export type NamedCause = Schemas['NamedCause']
export type CauseOption = Schemas['CauseOption']
export type NameCause = Schemas['NameCause']
/** GET …/cause-analysis ; GET …/cause-cases → Page<CauseCase> ; GET, PUT …/repeat-rules */
export type CauseAnalysis = Schemas['CauseAnalysis']
export type CauseCount = Schemas['CauseCount']
export type CauseCase = Schemas['CauseCase']
export type RepeatLimit = Schemas['RepeatLimit']
export type RepeatRules = Schemas['RepeatRules']
/** GET …/improvement-proposals → Page<ProposalRow> ; GET …/{id} ; POST …/{id}/(accept|dismiss) */
export type ProposalRow = Schemas['ProposalRow']
export type ProposalView = Schemas['ProposalView']
export type AcceptProposal = Schemas['AcceptProposal']
export type DismissProposal = Schemas['DismissProposal']
/** GET …/improvements → Page<ImprovementRow> ; POST …/improvements ; GET, PUT …/{id} ; POST …/{id}/(start|finish|check) */
export type ImprovementRow = Schemas['ImprovementRow']
export type ImprovementView = Schemas['ImprovementView']
export type ImprovementEvent = Schemas['ImprovementEvent']
export type NewImprovement = Schemas['NewImprovement']
export type EditedImprovement = Schemas['EditedImprovement']
export type MovedImprovement = Schemas['MovedImprovement']
export type CheckedImprovement = Schemas['CheckedImprovement']
export type SeenImprovement = Schemas['SeenImprovement']
export type ImprovementOwner = Schemas['ImprovementOwner']
export type ImprovementNumbers = Schemas['ImprovementNumbers']
/** GET …/improvements/{id}/telling-reach ; POST …/tell ; PUT …/telling ; POST …/withdraw-telling ; GET /api/me/changes → Page<PublicChange> */
export type ImprovementTelling = Schemas['ImprovementTelling']
export type TellingReach = Schemas['TellingReach']
export type TellingWish = Schemas['TellingWish']
export type PublicChange = Schemas['PublicChange']
