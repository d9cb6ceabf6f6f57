import type {
  CommunityCode,
  BoxOpeningRow,
  BoxOpeningView,
  BoxPost,
  ComplaintFiguresView,
  ComplaintReceipt,
  ContactSheet,
  ContactSheetDraft,
  CorrectedCount,
  EditedSuggestionBox,
  HotlineAnswerReceipt,
  HotlineCall,
  NewBoxOpening,
  NewBoxSlip,
  NewHotlineAnswer,
  NewPublishedResult,
  NewSuggestionBox,
  Page,
  PublishedResult,
  SuggestionBox,
  UnreadableSlip,
} from '@yinuo/contracts'

/** Suggestion boxes, what is published of them, and how the office is reached. */
export interface SuggestionRoutes {
  'GET /communities/{communityId}/suggestion-boxes': { answer: SuggestionBox[] }
  'POST /communities/{communityId}/suggestion-boxes': { body: NewSuggestionBox; answer: SuggestionBox }
  'GET /communities/{communityId}/suggestion-boxes/posts': { answer: BoxPost[] }
  'PUT /communities/{communityId}/suggestion-boxes/{id}': { body: EditedSuggestionBox; answer: SuggestionBox }
  'POST /communities/{communityId}/suggestion-boxes/{id}/openings': { body: NewBoxOpening; answer: BoxOpeningView }
  'GET /communities/{communityId}/box-openings': { answer: Page<BoxOpeningRow> }
  'GET /communities/{communityId}/box-openings/{id}': { answer: BoxOpeningView }
  'PUT /communities/{communityId}/box-openings/{id}/count': { body: CorrectedCount; answer: BoxOpeningView }
  'POST /communities/{communityId}/box-openings/{id}/slips': { body: NewBoxSlip; answer: ComplaintReceipt }
  'POST /communities/{communityId}/box-openings/{id}/unreadable-slips': { body: UnreadableSlip; answer: void }
  'GET /communities/{communityId}/complaint-figures': { answer: ComplaintFiguresView }
  'GET /communities/{communityId}/published-results': { answer: Page<PublishedResult> }
  'POST /communities/{communityId}/published-results': { body: NewPublishedResult; answer: PublishedResult }
  'GET /communities/{communityId}/contact-sheet': { answer: ContactSheet }
  'GET /communities/{communityId}/contact-sheet/code': { answer: CommunityCode }
  'PUT /communities/{communityId}/contact-sheet': { body: ContactSheetDraft; answer: ContactSheet }
  'GET /communities/{communityId}/hotline-calls': { answer: Page<HotlineCall> }
  'POST /communities/{communityId}/hotline-answers': { body: NewHotlineAnswer; answer: HotlineAnswerReceipt }
}
