import type {
  AnswerPoint,
  BookForGuest,
  BookMeeting,
  CheckedIn,
  CheckIn,
  ComplaintReceipt,
  EditedMeeting,
  MeetingCode,
  MeetingDraft,
  MeetingGuest,
  MeetingParticipant,
  MeetingReason,
  MeetingRow,
  MeetingSchedule,
  MeetingView,
  MinutesCorrection,
  MinutesDraft,
  OwnMeeting,
  OwnMeetingRow,
  Page,
  PointToComplaint,
  PointToRepair,
  RaisePoint,
  RepairReceipt,
  SeenMeeting,
} from '@yinuo/contracts'

/** Meetings and reception days: the office's side and the residents'. */
export interface MeetingRoutes {
  'GET /communities/{communityId}/meetings': { answer: Page<MeetingRow> }
  'GET /communities/{communityId}/meeting-schedule': { answer: MeetingSchedule }
  'POST /communities/{communityId}/meetings': { body: MeetingDraft; answer: MeetingView }
  'GET /communities/{communityId}/meetings/{id}': { answer: MeetingView }
  'PUT /communities/{communityId}/meetings/{id}': { body: EditedMeeting; answer: MeetingView }
  'POST /communities/{communityId}/meetings/{id}/announce': { body: SeenMeeting; answer: MeetingView }
  'POST /communities/{communityId}/meetings/{id}/cancel': { body: MeetingReason; answer: MeetingView }
  'POST /communities/{communityId}/meetings/{id}/hold': { body: SeenMeeting; answer: MeetingView }
  'PUT /communities/{communityId}/meetings/{id}/minutes': { body: MinutesDraft; answer: MeetingView }
  'POST /communities/{communityId}/meetings/{id}/publish-minutes': { body: SeenMeeting; answer: MeetingView }
  'POST /communities/{communityId}/meetings/{id}/correct-minutes': { body: MinutesCorrection; answer: MeetingView }
  'GET /communities/{communityId}/meetings/{id}/participants': { answer: Page<MeetingParticipant> }
  'POST /communities/{communityId}/meetings/{id}/bookings': { body: BookForGuest; answer: MeetingView }
  'POST /communities/{communityId}/meeting-bookings/{id}/cancel': { answer: MeetingView }
  'POST /communities/{communityId}/meetings/{id}/attendances': { body: MeetingGuest; answer: MeetingView }
  'GET /communities/{communityId}/meetings/{id}/code': { answer: MeetingCode }
  'POST /communities/{communityId}/meetings/{id}/code': { body: SeenMeeting; answer: MeetingView }
  'POST /communities/{communityId}/meetings/{id}/points': { body: RaisePoint; answer: MeetingView }
  'POST /communities/{communityId}/meeting-points/{id}/answer': { body: AnswerPoint; answer: MeetingView }
  'POST /communities/{communityId}/meeting-points/{id}/complaint': { body: PointToComplaint; answer: ComplaintReceipt }
  'POST /communities/{communityId}/meeting-points/{id}/repair': { body: PointToRepair; answer: RepairReceipt }
  'GET /me/meetings': { answer: Page<OwnMeetingRow> }
  'GET /me/meetings/{id}': { answer: OwnMeeting }
  'POST /me/meetings/{id}/book': { body: BookMeeting; answer: OwnMeeting }
  'POST /me/meetings/{id}/cancel-booking': { answer: OwnMeeting }
  'POST /me/meeting-check-ins': { body: CheckIn; answer: CheckedIn }
}
