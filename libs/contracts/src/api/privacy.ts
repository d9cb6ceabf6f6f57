import type { components } from '../generated/api-types.ts'

type Schemas = components['schemas']

/** GET /api/me/privacy: what we hold of whoever asks, masked, and what they asked of it */
export type MyPrivacy = Schemas['MyPrivacy']
export type MyPrivacyRequest = Schemas['MyPrivacyRequest']
export type PersonalHolding = Schemas['PersonalHolding']
/** POST /api/me/privacy-requests, Idempotency-Key required → 201 PrivacyAsked ; POST …/{id}/withdraw */
export type AskPrivacy = Schemas['AskPrivacy']
export type PrivacyAsked = Schemas['PrivacyAsked']
/** GET /api/me/privacy-requests/{id}/links ; POST /api/communities/{communityId}/privacy-requests/{id}/hand-over: links of 15 minutes */
export type ExportLinks = Schemas['ExportLinks']
/** GET and POST /api/communities/{communityId}/privacy-requests ; POST …/{id}/withdraw */
export type PrivacyRequestRow = Schemas['PrivacyRequestRow']
export type RegisterPrivacyRequest = Schemas['RegisterPrivacyRequest']
/** GET /api/communities/{communityId}/retention-rules ; PUT …/{subject} ; GET …/retention-runs → Page<RetentionRun> */
export type RetentionRule = Schemas['RetentionRule']
export type SetRetention = Schemas['SetRetention']
export type RetentionRun = Schemas['RetentionRun']
