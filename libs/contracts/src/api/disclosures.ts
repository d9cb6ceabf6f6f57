import type { components } from '../generated/api-types.ts'

type Schemas = components['schemas']

// ── published accounts ────────────────────────────────────────────────────────
/** GET, PUT …/disclosure-calendar → DisclosureCalendarView */
export type DisclosureCalendarView = Schemas['DisclosureCalendarView']
export type DisclosureCalendarWish = Schemas['DisclosureCalendarWish']
export type DisclosurePeriod = Schemas['DisclosurePeriod']
export type DisclosurePlan = Schemas['DisclosurePlan']
/** GET …/disclosures → Page<DisclosureRow> ; GET, PUT …/disclosures/{id} ; POST …/disclosures/{id}/(copy|check|return|post|correct) → DisclosureView */
export type DisclosureRow = Schemas['DisclosureRow']
export type DisclosureView = Schemas['DisclosureView']
export type DisclosureTotal = Schemas['DisclosureTotal']
export type DisclosurePeriodBefore = Schemas['DisclosurePeriodBefore']
export type DisclosureEdition = Schemas['DisclosureEdition']
export type EditDisclosure = Schemas['EditDisclosure']
export type SeenDisclosure = Schemas['SeenDisclosure']
export type ReturnDisclosure = Schemas['ReturnDisclosure']
export type CorrectDisclosure = Schemas['CorrectDisclosure']
/** GET …/disclosures/{id}/findings */
export type DisclosureFound = Schemas['DisclosureFound']
/** GET …/disclosures/{id}/lines → Page<DisclosureLine> ; POST, DELETE …/lines/{number}/vouchers */
export type DisclosureLine = Schemas['DisclosureLine']
export type AddVouchers = Schemas['AddVouchers']
/** GET …/disclosure-questions → Page<DisclosureQuestion> ; POST …/disclosure-questions/{id}/answer */
export type DisclosureQuestion = Schemas['DisclosureQuestion']
export type AnsweredDisclosureQuestion = Schemas['AnsweredDisclosureQuestion']
export type AnswerDisclosure = Schemas['AnswerDisclosure']
/** GET /api/me/disclosures → Page<PostedDisclosureRow> ; GET /api/me/disclosures/{id}(/lines|/own) ; POST …/questions */
export type PostedDisclosureRow = Schemas['PostedDisclosureRow']
export type PostedDisclosure = Schemas['PostedDisclosure']
export type OwnDisclosureLine = Schemas['OwnDisclosureLine']
export type AskDisclosure = Schemas['AskDisclosure']
export type AskedDisclosure = Schemas['AskedDisclosure']
/** GET /api/disclosures/{id} → PostedDisclosure ; …/proof?line= → LineProof ; …/bundle → DisclosureBundle. No session needed. */
export type SignedDisclosure = Schemas['SignedDisclosure']
export type LineProof = Schemas['LineProof']
export type DisclosureBundle = Schemas['DisclosureBundle']
