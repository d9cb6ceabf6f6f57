import type { components } from '../generated/api-types.ts'

type Schemas = components['schemas']

// ── meetings ──────────────────────────────────────────────────────────────────
/** GET …/meetings → Page<MeetingRow> ; POST …/meetings ; GET, PUT …/meetings/{id} ; POST …/meetings/{id}/(announce|cancel|hold|
 *  publish-minutes|correct-minutes|bookings|attendances|points|code) ; PUT …/meetings/{id}/minutes → MeetingView ; GET …/meeting-schedule */
export type MeetingRow = Schemas['MeetingRow']
export type MeetingView = Schemas['MeetingView']
export type MeetingDraft = Schemas['MeetingDraft']
export type EditedMeeting = Schemas['EditedMeeting']
export type MeetingAudience = Schemas['MeetingAudience']
export type SeenMeeting = Schemas['SeenMeeting']
export type MeetingReason = Schemas['MeetingReason']
export type MinutesDraft = Schemas['MinutesDraft']
export type MinutesCorrection = Schemas['MinutesCorrection']
export type MeetingMinutes = Schemas['MeetingMinutes']
export type MeetingSlot = Schemas['MeetingSlot']
export type MeetingTopic = Schemas['MeetingTopic']
export type MeetingSchedule = Schemas['MeetingSchedule']
export type PromisedMeeting = Schemas['PromisedMeeting']
/** GET …/meetings/{id}/participants → Page<MeetingParticipant> ; POST …/meeting-bookings/{id}/cancel ; GET …/meetings/{id}/code */
export type MeetingParticipant = Schemas['MeetingParticipant']
export type MeetingGuest = Schemas['MeetingGuest']
export type BookForGuest = Schemas['BookForGuest']
export type MeetingCode = Schemas['MeetingCode']
/** POST …/meeting-points/{id}/(answer|complaint|repair) */
export type MeetingPoint = Schemas['MeetingPoint']
export type RaisePoint = Schemas['RaisePoint']
export type AnswerPoint = Schemas['AnswerPoint']
export type PointToComplaint = Schemas['PointToComplaint']
export type PointToRepair = Schemas['PointToRepair']
/** GET /api/me/meetings → Page<OwnMeetingRow> ; GET, POST /api/me/meetings/{id}(/book|/cancel-booking) → OwnMeeting ; POST /api/me/meeting-check-ins */
export type OwnMeetingRow = Schemas['OwnMeetingRow']
export type OwnMeeting = Schemas['OwnMeeting']
export type OwnPoint = Schemas['OwnPoint']
export type FreeSlot = Schemas['FreeSlot']
export type BookMeeting = Schemas['BookMeeting']
export type CheckIn = Schemas['CheckIn']
export type CheckedIn = Schemas['CheckedIn']

/** GET /api/me/notices → Page<BoardNoticeRow> ; GET /api/me/notices/{id} ; POST /api/me/notices/{id}/read → 204 ; GET /api/me/outages */
export type BoardNoticeRow = Schemas['BoardNoticeRow']
export type BoardNotice = Schemas['BoardNotice']
export type BoardOutage = Schemas['BoardOutage']

// ── return visits ─────────────────────────────────────────────────────────────
/** GET /api/communities/{communityId}/visit-rounds (visits.read) → Page<VisitRoundRow> ; POST (visits.plan) ; GET …/{id} → VisitRoundView */
export type NewVisitRound = Schemas['NewVisitRound']
export type VisitRoundRow = Schemas['VisitRoundRow']
export type VisitRoundView = Schemas['VisitRoundView']
/** GET …/visit-makers ; POST …/visit-assignments → AssignedVisits (visits.plan) */
export type VisitMaker = Schemas['VisitMaker']
export type AssignVisits = Schemas['AssignVisits']
export type AssignedVisits = Schemas['AssignedVisits']
/** GET …/visits?roundId=&mine=&due= → Page<VisitRow> ; GET …/{id} → VisitView (visits.read or visits.make) ; POST …/{id}/record,
 *  …/{id}/repair → RepairReceipt, …/{id}/complaint → ComplaintReceipt (visits.make) */
export type VisitRow = Schemas['VisitRow']
export type VisitView = Schemas['VisitView']
export type VisitCase = Schemas['VisitCase']
export type RecordVisit = Schemas['RecordVisit']
export type RepairFromVisit = Schemas['RepairFromVisit']
export type ComplaintFromVisit = Schemas['ComplaintFromVisit']
/** GET …/households/{unitId}/visits (visits.read) → Page<PastVisit> */
export type PastVisit = Schemas['PastVisit']
/** GET …/home-visits/next?unitId= → NextHomeVisit ; GET …/home-visits?unitId= → Page<PastHomeVisit> ; PUT …/home-visits/{id}/wish → 204 (resident) */
export type HomeVisit = Schemas['HomeVisit']
export type NextHomeVisit = Schemas['NextHomeVisit']
export type PastHomeVisit = Schemas['PastHomeVisit']
export type WishVisit = Schemas['WishVisit']
