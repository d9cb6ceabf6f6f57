import type {
  AddVouchers,
  AnswerDisclosure,
  AskDisclosure,
  AskedDisclosure,
  CorrectDisclosure,
  DisclosureBundle,
  DisclosureCalendarView,
  DisclosureCalendarWish,
  DisclosureFound,
  DisclosureLine,
  DisclosureQuestion,
  DisclosureRow,
  DisclosureView,
  EditDisclosure,
  LineProof,
  OwnDisclosureLine,
  Page,
  PostedDisclosure,
  PostedDisclosureRow,
  ReturnDisclosure,
  SeenDisclosure,
} from '@yinuo/contracts'

/** Published accounts: the office's side, the residents', and what anybody may check. */
export interface DisclosureRoutes {
  'GET /communities/{communityId}/disclosure-calendar': { answer: DisclosureCalendarView }
  'PUT /communities/{communityId}/disclosure-calendar': { body: DisclosureCalendarWish; answer: DisclosureCalendarView }
  'GET /communities/{communityId}/disclosures': { answer: Page<DisclosureRow> }
  'GET /communities/{communityId}/disclosures/{id}': { answer: DisclosureView }
  'PUT /communities/{communityId}/disclosures/{id}': { body: EditDisclosure; answer: DisclosureView }
  'GET /communities/{communityId}/disclosures/{id}/findings': { answer: DisclosureFound[] }
  'GET /communities/{communityId}/disclosures/{id}/lines': { answer: Page<DisclosureLine> }
  'POST /communities/{communityId}/disclosures/{id}/lines/{number}/vouchers': { body: AddVouchers; answer: void }
  'DELETE /communities/{communityId}/disclosures/{id}/lines/{number}/vouchers/{fileId}': { answer: void }
  'POST /communities/{communityId}/disclosures/{id}/copy': { body: SeenDisclosure; answer: DisclosureView }
  'POST /communities/{communityId}/disclosures/{id}/check': { body: SeenDisclosure; answer: DisclosureView }
  'POST /communities/{communityId}/disclosures/{id}/return': { body: ReturnDisclosure; answer: DisclosureView }
  'POST /communities/{communityId}/disclosures/{id}/post': { body: SeenDisclosure; answer: DisclosureView }
  'POST /communities/{communityId}/disclosures/{id}/correct': { body: CorrectDisclosure; answer: DisclosureView }
  'GET /communities/{communityId}/disclosure-questions': { answer: Page<DisclosureQuestion> }
  'POST /communities/{communityId}/disclosure-questions/{id}/answer': { body: AnswerDisclosure; answer: void }
  'GET /me/disclosures': { answer: Page<PostedDisclosureRow> }
  'GET /me/disclosures/{id}': { answer: PostedDisclosure }
  'GET /me/disclosures/{id}/lines': { answer: Page<DisclosureLine> }
  'GET /me/disclosures/{id}/own': { answer: OwnDisclosureLine[] }
  'POST /me/disclosures/{id}/questions': { body: AskDisclosure; answer: AskedDisclosure }
  'GET /disclosures/{id}': { answer: PostedDisclosure }
  'GET /disclosures/{id}/proof': { answer: LineProof }
  'GET /disclosures/{id}/bundle': { answer: DisclosureBundle }
}
