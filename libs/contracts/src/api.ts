import type { RepairAction } from './index.ts'
import type { components } from './generated/api-types.ts'

/**
 * What the API takes and answers, under the names people use: aliases of the types generated from docs/api/openapi.json
 * (`npm run openapi`), so a client that compiles speaks the language of the server that was built.
 */
type Schemas = components['schemas']
/** Figures are read and replaced, never changed in place. */
type Fixed<T> = T extends object ? { readonly [Key in keyof T]: Fixed<T[Key]> } : T

export type Problem = Schemas['Problem']
/** Every list: `nextCursor` is the `?cursor=` of the next page, `null` on the last. */
export interface Page<T> {
  items: T[]
  nextCursor: string | null
}

// ── sessions ────────────────────────────────────────────────────────────────
/** POST /api/sessions/wechat → SignedIn */
export type SignInWithWechat = Schemas['SignInWithWechat']
/** POST /api/sessions/password → SignedIn */
export type SignInWithPassword = Schemas['SignInWithPassword']
export type SignedIn = Schemas['SignedIn']
/** POST /api/sessions/refresh → SessionTokens; a refresh token works once, within 30 s again with the same answer */
export type RefreshSession = Schemas['RefreshSession']
export type SessionTokens = Schemas['SessionTokens']
/** GET /api/me/sessions ; DELETE /api/me/sessions/{id} → 204 ; POST …/sign-out-others, …/sign-out-everywhere → 204 ;
 *  POST /api/staff/{id}/sign-out-everywhere (people.edit) → 204 */
export type SessionRow = Schemas['SessionRow']
/** POST /api/sessions/tickets (console) → SignInTicketCreated: show `qrSvg`, poll GET /api/sessions/tickets/{ticket}.
 *  POST …/{ticket}/approve (staff, in the mini-program) → 204; POST …/{ticket}/redeem {secret} (console) → SignedIn */
export type SignInTicket = Schemas['SignInTicket']
export type SignInTicketCreated = Schemas['SignInTicketCreated']
/** GET /api/me ; DELETE /api/me/session → 204 (sign out) ; PUT /api/communities/{communityId}/duty {onDuty} → Me */
export type Me = Schemas['Me']
export type Home = Schemas['Home']
export type StaffCommunity = Schemas['StaffCommunity']
export type HeldPost = Schemas['HeldPost']
/** PUT /api/me/preferences → Me */
export type Preferences = Schemas['Preferences']
/** POST /api/me/phone → Me */
export type PhoneCode = Schemas['PhoneCode']
/** POST /api/me/totp */
export type TotpOffer = Schemas['TotpOffer']
/** PUT /api/me/totp → 204 */
export type TotpConfirmation = Schemas['TotpConfirmation']

// ── codes and homes ─────────────────────────────────────────────────────────
/** GET /api/codes/{token}, public; CODE_UNKNOWN, CODE_EXPIRED, CODE_REVOKED */
export type CodeContext = Schemas['CodeContext']
export type PlaceRef = Schemas['PlaceRef']
/** GET /api/communities/{communityId}/codes?kind= → Page<EntryCode> ; POST …/codes/{id}/revoke → 204 ; POST …/{id}/replace */
export type EntryCode = Schemas['EntryCode']
/** POST /api/communities/{communityId}/codes → EntryCode[] */
export type IssueCodes = Schemas['IssueCodes']
/** POST /api/communities/{communityId}/code-sheets → application/pdf */
export type PrintCodeSheet = Schemas['PrintCodeSheet']
/** POST /api/communities/{communityId}/residence-applications (a signed-in account without a home there) */
export type ApplyForResidence = Schemas['ApplyForResidence']
/** GET /api/communities/{communityId}/residence-applications?state= → Page<ResidenceApplication> ; POST …/{id}/approve ;
 *  POST …/{id}/reject {reason} ; GET /api/me/residence-applications → ResidenceApplication[] */
export type ResidenceApplication = Schemas['ResidenceApplication']
/** POST /api/communities/{communityId}/invitations (an owner) → OpenInvitation ; POST …/{id}/revoke → 204 ; GET …/{id}/code */
export type InviteToHome = Schemas['InviteToHome']
export type OpenInvitation = Schemas['OpenInvitation']
export type InvitationCode = Schemas['InvitationCode']
/** GET /api/invitations/{token} ; POST …/accept (a signed-in account with a phone number); INVITATION_…, ALREADY_AT_HOME */
export type Invitation = Schemas['Invitation']
/** GET /api/communities/{communityId}/household-members?unitId= ; POST …/{id}/end → 204 ; PUT …/{id}/term → 204 */
export type HouseholdMembers = Schemas['HouseholdMembers']
export type HouseholdMember = Schemas['HouseholdMember']
export type ResidencyTerm = Schemas['ResidencyTerm']
/** GET /api/communities/{communityId}/units?query=&buildingId=&use=&state=&role=&withoutResidents= → Page<UnitRow>: by room, name,
 *  telephone number (its beginning or last four digits), plate or parking space */
export type UnitRow = Schemas['UnitRow']
// structure: buildings, units, parking spaces, vehicles
/** GET /api/communities/{communityId}/buildings → BuildingRow[] ; POST ; PUT …/{id} ; PUT …/{id}/entrances ; PUT …/building-order → 204 */
export type BuildingRow = Schemas['BuildingRow']
export type BuildingDraft = Schemas['BuildingDraft']
export type BuildingEdit = Schemas['BuildingEdit']
export type BuildingOrder = Schemas['BuildingOrder']
export type EntranceRename = Schemas['EntranceRename']
/** GET /api/communities/{communityId}/buildings/{id}/units → UnitCell[] ; POST …/units ; PUT …/units/{id} ; POST …/units/{id}/remove → 204 */
export type UnitCell = Schemas['UnitCell']
export type UnitDraft = Schemas['UnitDraft']
export type UnitEdit = Schemas['UnitEdit']
/** POST /api/communities/{communityId}/unit-batches → UnitsAdded ; POST …/unit-batches/preview → PlannedUnit[] */
export type UnitBatch = Schemas['UnitBatch']
export type PlannedUnit = Schemas['PlannedUnit']
export type UnitsAdded = Schemas['UnitsAdded']
/** GET /api/communities/{communityId}/parking-spaces?query=&tenure=&unitId=&lapsed= → Page ; POST ; PUT …/{id} ; POST …/{id}/withdraw → 204 */
export type SpaceRow = Schemas['SpaceRow']
export type SpaceDraft = Schemas['SpaceDraft']
export type SpaceEdit = Schemas['SpaceEdit']
/** GET /api/communities/{communityId}/vehicles?query=&kind=&unitId=&past= → Page ; POST ; PUT …/{id} ; POST …/{id}/end → 204 */
export type VehicleRow = Schemas['VehicleRow']
export type VehicleDraft = Schemas['VehicleDraft']
export type VehicleEdit = Schemas['VehicleEdit']
/** What was kept, and as which version. */
export type Kept = Schemas['Kept']
/** GET /api/communities/{communityId}/household-vehicles?unitId= (a resident) ; POST → {id} ; POST …/{id}/remove → 204 */
export type HomeVehicles = Schemas['HomeVehicles']
export type HomeVehicle = Schemas['HomeVehicle']
export type OwnVehicle = Schemas['OwnVehicle']
/** GET /api/communities/{communityId}/rooms?buildingId=, for any signed-in account: units only of the building asked for */
export type Rooms = Schemas['Rooms']
/** GET /api/communities/{communityId}/places → Place[] with positions on the plan (0…1000) */
export type Place = Schemas['Place']
/** GET /api/communities (staff) → CommunitySummary[] */
export type CommunitySummary = Schemas['CommunitySummary']

// ── households ──────────────────────────────────────────────────────────────
/** GET /api/communities/{communityId}/households/{unitId}: a unit with everything that touches it */
export type Household = Schemas['Household']
export type HouseholdPerson = Schemas['HouseholdPerson']
export type HouseholdEvent = Schemas['HouseholdEvent']
export type HouseholdNote = Schemas['HouseholdNote']
export type HouseholdCase = Schemas['HouseholdCase']
export type HouseholdApplication = Schemas['HouseholdApplication']
export type HouseholdInvitation = Schemas['HouseholdInvitation']
/** What every change to a household answers: the row and the version to change it with next */
export type KeptRow = Schemas['KeptRow']
/** POST …/households/{unitId}/people ; PUT …/residencies/{id} ; POST …/residencies/{id}/end ; POST …/households/{unitId}/transfer */
export type AddPerson = Schemas['AddPerson']
export type ChangePerson = Schemas['ChangePerson']
export type MovePersonOut = Schemas['MovePersonOut']
export type TransferUnit = Schemas['TransferUnit']
/** POST …/households/{unitId}/events ; PUT …/household-events/{id} */
export type AddHouseholdEvent = Schemas['AddHouseholdEvent']
export type ChangeHouseholdEvent = Schemas['ChangeHouseholdEvent']
/** POST …/households/{unitId}/notes ; PUT …/household-notes/{id} {pinned} → 204 ; POST …/household-notes/{id}/withdraw → 204 */
export type WriteNote = Schemas['WriteNote']
/** POST …/households/{unitId}/invitations ; GET …/office-invitations/{id}/code ; POST …/office-invitations/{id}/revoke → 204 */
export type InviteFromOffice = Schemas['InviteFromOffice']

// ── repairs ─────────────────────────────────────────────────────────────────
/** GET /api/communities/{communityId}/repair-options: what is promised, said before sending */
export type RepairOptions = Schemas['RepairOptions']
/** POST /api/communities/{communityId}/repairs, Idempotency-Key required → 201 RepairReceipt */
export type ReportRepair = Schemas['ReportRepair']
export type RepairReceipt = Schemas['RepairReceipt']
export type ClockView = Schemas['ClockView']
/** GET /api/communities/{communityId}/repairs?state=&category=&urgency=&assigneeId=&late=true&query= → Page, most pressing first ;
 *  GET /api/me/repairs → Page (resident) ; GET /api/me/work → Page (staff: mine, and free ones I may take) */
export type RepairRow = Schemas['RepairRow']
/** POST /api/files, multipart `file` and `communityId`, Idempotency-Key required → 201.
 *  The links inside (GET /api/files/{id}/content?…) need no session and last 15 minutes. */
export type FileView = Schemas['FileView']
/** One entry of the timeline everybody sees; `text` is a Chinese sentence ready to show. */
export type CaseEventView = Schemas['CaseEventView']
/** GET /api/communities/{communityId}/repairs/{id} */
export type RepairView = Schemas['RepairView']
/** POST /api/communities/{communityId}/repairs/{id}/{action}, Idempotency-Key required → RepairReceipt */
export interface RepairActionBodies extends Record<RepairAction, { version: number }> {
  dispatch: Schemas['DispatchRepairBody']
  accept: Schemas['AcceptRepairBody']
  decline: Schemas['DeclineRepairBody']
  transfer: Schemas['TransferRepairBody']
  arrive: Schemas['ArriveRepairBody']
  wait: Schemas['WaitRepairBody']
  resume: Schemas['ResumeRepairBody']
  note: Schemas['NoteRepairBody']
  'add-materials': Schemas['AddMaterialsRepairBody']
  'offer-charge': Schemas['OfferChargeRepairBody']
  'agree-charge': Schemas['AgreeChargeRepairBody']
  'refuse-charge': Schemas['RefuseChargeRepairBody']
  finish: Schemas['FinishRepairBody']
  confirm: Schemas['ConfirmRepairBody']
  reopen: Schemas['ReopenRepairBody']
  cancel: Schemas['CancelRepairBody']
  visit: Schemas['VisitRepairBody']
  archive: Schemas['ArchiveRepairBody']
}
/** GET /api/communities/{communityId}/repairs/{id}/candidates → DispatchCandidate[] */
export type DispatchCandidate = Schemas['DispatchCandidate']
/** GET /api/communities/{communityId}/repair-numbers */
export type RepairNumbers = Schemas['RepairNumbers']
/** GET /api/communities/{communityId}/staff-on-map → StaffOnMap[]: who is where on what.
 *  GET /api/communities/{communityId}/live → text/event-stream of {repairId, number, state, kind, text, at}, with Authorization */
export type StaffOnMap = Schemas['StaffOnMap']
/** GET /api/communities/{communityId}/repair-samples → Page<RepairSample> */
export type RepairSample = Schemas['RepairSample']
/** POST /api/communities/{communityId}/repair-samples → RepairSample[] */
export type DrawSamples = Schemas['DrawSamples']
/** POST /api/communities/{communityId}/repair-samples/{id}/result → RepairSample */
export type SampleFinding = Schemas['SampleFinding']

// ── messages ────────────────────────────────────────────────────────────────
/** GET /api/me/messages → Page<InboxMessage> ; POST /api/me/messages/{id}/read → 204 ; POST /api/me/messages/read-all → 204 */
export type InboxMessage = Schemas['InboxMessage']
/** GET /api/me/subscriptions → templates for wx.requestSubscribeMessage and how many grants are left */
export type SubscriptionOffer = Schemas['SubscriptionOffer']
/** POST /api/me/subscriptions: what the sheet answered; `askId` is made by the client per asking → SubscriptionOffer[] */
export type SubscriptionAnswers = Schemas['SubscriptionAnswers']
/** GET /api/communities/{communityId}/deliveries?repairId=&state= → Page<DeliveryRow> */
export type DeliveryRow = Schemas['DeliveryRow']
/** GET /api/communities/{communityId}/messages/{id} */
export type MessageView = Schemas['MessageView']
/** GET /api/communities/{communityId}/delivery-counts → DeliveryCounts[] ; POST …/deliveries/resend {ids} → {resent} */
export type DeliveryCounts = Schemas['DeliveryCounts']
export type ResendDeliveries = Schemas['ResendDeliveries']
export type Resent = Schemas['Resent']
/** GET /api/communities/{communityId}/message-channels ; PUT …/robot ; POST …/robot/test ; PUT …/policy */
export type MessageChannelsView = Schemas['MessageChannelsView']
export type MessagePolicyView = Schemas['MessagePolicyView']
export type SetRobot = Schemas['SetRobot']
export type SetPolicy = Schemas['SetPolicy']
/** GET, PUT /api/me/message-preferences ; POST …/email {email} ; POST …/email/confirm {code} ; DELETE …/email */
export type MessagePreferences = Schemas['MessagePreferences']
export type SetPreferences = Schemas['SetPreferences']

// ── documents ───────────────────────────────────────────────────────────────
/** GET /api/communities/{communityId}/document-categories → DocumentCategories; POST and PUT …/{id} (company-wide editors) */
export type DocumentCategories = Schemas['DocumentCategories']
export type DocumentCategory = Schemas['DocumentCategory']
export type CategoryDraft = Schemas['CategoryDraft']
/** GET /api/communities/{communityId}/documents?query=&categoryId=&state=&due= → Page<DocumentRow> */
export type DocumentRow = Schemas['DocumentRow']
export type SnippetPart = Schemas['SnippetPart']
/** GET and PUT …/documents/{id}; POST …/{id}/versions, restore-version, withdraw, reinstate; PUT …/{id}/access → DocumentView */
export type DocumentView = Schemas['DocumentView']
export type DocumentVersion = Schemas['DocumentVersion']
export type NewDocument = Schemas['NewDocument']
export type EditedDocument = Schemas['EditedDocument']
export type NewVersion = Schemas['NewVersion']
export type RestoredVersion = Schemas['RestoredVersion']
export type DocumentAccess = Schemas['DocumentAccess']
export type WithdrawnDocument = Schemas['WithdrawnDocument']
export type SeenVersion = Schemas['SeenVersion']
/** GET …/document-numbers: what wants attention */
export type DocumentNumbers = Schemas['DocumentNumbers']
/** POST …/document-files, multipart `file` and `name`, Idempotency-Key required */
export type DocumentFile = Schemas['DocumentFile']
/** GET …/documents/{id}/link?number= : opens one version without a header, for five minutes */
export type DocumentLink = Schemas['DocumentLink']

// ── personal data ───────────────────────────────────────────────────────────
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

// ── people, standards, audit ────────────────────────────────────────────────
/** GET /api/staff?communityId=&query=&postId=&scope=&standing= → Page<StaffRow> */
export type StaffRow = Schemas['StaffRow']
/** POST /api/staff ; PUT /api/staff/{id} → StaffRow */
export type StaffDraft = Schemas['StaffDraft']
/** GET /api/posts → PostRow[] */
export type PostRow = Schemas['PostRow']
/** POST /api/posts ; PUT /api/posts/{id} → PostRow */
export type PostDraft = Schemas['PostDraft']
/** GET /api/post-templates → TemplateGap[] ; POST /api/post-templates {codes} → PostRow[]: what is empty is filled, nothing replaced */
export type TemplateGap = Schemas['TemplateGap']
export type FillFromTemplates = Schemas['FillFromTemplates']
/** GET /api/communities/{communityId}/responsibilities → each area of work, the posts that answer for it and who holds them here */
export type Responsibility = Schemas['Responsibility']
/** GET /api/me/posts → MyPost[] */
export type MyPost = Schemas['MyPost']
export type StaffPost = Schemas['StaffPost']
export type PostHeld = Schemas['PostHeld']
/** GET /api/staff/{id}/open-work → OwedGroup[] ; POST /api/staff/{id}/leave → StaffRow ; POST /api/staff/{id}/return → StaffRow ;
 *  GET /api/staff/{id}/hand-overs → HandOver[] */
export type OwedGroup = Schemas['OwedGroup']
export type LeaveOffice = Schemas['LeaveOffice']
export type GroupSuccessor = Schemas['GroupSuccessor']
export type ReturnToOffice = Schemas['ReturnToOffice']
export type HandOver = Schemas['HandOver']
/** GET /api/standards/presets → PresetView[] */
export type PresetView = Fixed<Schemas['PresetView']>
/** GET /api/communities/{communityId}/standard */
export type AdoptedStandard = Fixed<Schemas['AdoptedStandard']>
/** PUT /api/communities/{communityId}/standard → AdoptedStandard */
export type AdoptStandard = Fixed<Schemas['AdoptStandard']>
/** GET and PUT /api/communities/{communityId}/calendar */
export type WorkCalendar = Schemas['WorkCalendar']
/** POST /api/communities (who keeps the data of the whole company) → CommunityProfile ; GET and PUT /api/communities/{communityId} */
export type OpenCommunity = Schemas['OpenCommunity']
export type CommunityProfile = Schemas['CommunityProfile']
export type CommunityDraft = Schemas['CommunityDraft']
/** GET and PUT /api/communities/{communityId}/services → CommunityService[] */
export type CommunityService = Schemas['CommunityService']
export type CommunityServices = Schemas['CommunityServices']
/** GET and POST /api/regions ; PUT /api/regions/{id} ; POST /api/regions/{id}/remove → 204 */
export type Region = Schemas['Region']
/** POST /api/communities/{communityId}/unmaskings → Unmasked */
export type Unmask = Schemas['Unmask']
export type Unmasked = Schemas['Unmasked']
/** POST /api/communities/{communityId}/exports → a workbook */
export type ExportList = Schemas['ExportList']
/** GET /api/audit?communityId=&actor=&subject=&from=&until= → Page<AuditRow> */
export type AuditRow = Schemas['AuditRow']
/** GET /api/audit/chain → how far the record of changes is sealed and checked */
export type AuditChain = Schemas['AuditChain']
/** GET /api/me/saved-views?page=repairs → SavedView[] ; PUT /api/me/saved-views/{page} (the whole list) */
export type SavedView = Schemas['SavedView']
/** GET /api/search?query= (staff) → SearchHit[]: people, units, cases for ⌘K */
export type SearchHit = Schemas['SearchHit']

// ── notices ─────────────────────────────────────────────────────────────────
/** GET …/notices → Page<NoticeRow> ; POST …/notices ; GET, PUT …/notices/{id} ; POST …/notices/{id}/(submit|approve|refuse|publish|
 *  schedule|correct|withdraw|remind) → NoticeView ; GET …/notice-numbers */
export type NoticeRow = Schemas['NoticeRow']
export type NoticeView = Schemas['NoticeView']
export type NoticeDraft = Schemas['NoticeDraft']
export type EditedNotice = Schemas['EditedNotice']
export type NoticeAudience = Schemas['NoticeAudience']
export type NoticeEdition = Schemas['NoticeEdition']
export type NoticeCorrection = Schemas['NoticeCorrection']
export type NoticeReason = Schemas['NoticeReason']
export type NoticeSchedule = Schemas['NoticeSchedule']
export type SeenNotice = Schemas['SeenNotice']
export type NoticeNumbers = Schemas['NoticeNumbers']
/** POST …/notice-reach → NoticeReach: changes nothing */
export type NoticeReach = Schemas['NoticeReach']
export type NoticeReachWish = Schemas['NoticeReachWish']
export type NoticeCode = Schemas['NoticeCode']
/** GET …/notices/{id}/receipts → Page<NoticeReceipt> ; GET …/notices/{id}/receipt-numbers */
export type NoticeReceipt = Schemas['NoticeReceipt']
export type ReceiptNumbers = Schemas['ReceiptNumbers']
/** GET, POST …/outages ; GET …/outages/{id} ; POST …/outages/{id}/(update|recover) → OutageView */
export type OutageRow = Schemas['OutageRow']
export type OutageView = Schemas['OutageView']
export type OutageUpdate = Schemas['OutageUpdate']
export type NewOutage = Schemas['NewOutage']
export type NewOutageUpdate = Schemas['NewOutageUpdate']
export type OutageRecovery = Schemas['OutageRecovery']
// ── meetings ────────────────────────────────────────────────────────────────
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

// ── imports ─────────────────────────────────────────────────────────────────
/** GET /api/communities/{communityId}/import-template → .xlsx ; POST …/imports multipart {file} → ImportBatch ; GET …/imports → Page<ImportBatch> */
export type ImportBatch = Schemas['ImportBatch']
export type ImportCounts = Schemas['ImportCounts']
export type ImportUndone = Schemas['ImportUndone']
/** GET …/imports/{id}/faults → Page<ImportFault> ; GET …/imports/{id}/report → .xlsx */
export type ImportFault = Schemas['ImportFault']
/** POST …/imports/{id}/apply → ImportBatch */
export type ApplyImport = Schemas['ApplyImport']
/** POST …/imports/{id}/undo → ImportBatch ; GET …/imports/{id}/leftovers → Page<ImportLeftover> */
export type UndoImport = Schemas['UndoImport']
export type ImportLeftover = Schemas['ImportLeftover']

// ── complaints ──────────────────────────────────────────────────────────────
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

// ── letters ─────────────────────────────────────────────────────────────────
/** GET, PUT /api/communities/{communityId}/mailbox ; POST …/mailbox/test → 204 ; GET …/mailbox/state */
export type MailboxView = Schemas['MailboxView']
export type SetMailbox = Schemas['SetMailbox']
export type MailboxState = Schemas['MailboxState']
/** GET /api/communities/{communityId}/letters?state=&query=&cursor= ; GET …/letters/{id} ; GET …/{id}/documents/{number} */
export type LetterRow = Schemas['LetterRow']
export type LetterPage = Page<LetterRow>
export type LetterView = Schemas['LetterView']
/** POST …/letters/{id}/register → ComplaintReceipt ; …/register-repair → RepairReceipt ; …/append, …/put-aside → 204 */
export type RegisterLetter = Schemas['RegisterLetter']
export type RegisterLetterAsRepair = Schemas['RegisterLetterAsRepair']
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

// ── conversations ───────────────────────────────────────────────────────────
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

// ── return visits ───────────────────────────────────────────────────────────
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

// ── suggestion boxes, published results, the hotline ────────────────────────
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

// ── causes and improvement ──────────────────────────────────────────────────
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
