// Interim: replaced by aliases of the types generated from docs/api/openapi.json.
import type {
  ApplicationState, CallerKind, CaseKind, Channel, ChargeState, ClockName, ClockState, CloseReason, CodeKind, CodeState,
  DeliveryState, FileKind, MessageChannel, MessageKind, Permission, PlaceKind, PostCode, PropertyType, RepairAction,
  RepairCategoryCode, RepairState, ResidencyRole, SampleResult, Skill, StandardFigures, StandardPresetCode,
  SubscriptionAnswer, SubscriptionTemplate, UnitState, UnitUse, Urgency, VisitMethod, WaitReason,
} from './index.ts'

export interface Problem { type: string; title: string; status: number; code: string; detail: string; traceId: string; errors?: { field: string; message: string }[] }
export interface Page<T> { items: T[]; nextCursor: string | null }

// ── sessions ────────────────────────────────────────────────────────────────
/** POST /api/sessions/wechat */ export interface SignInWithWechat { code: string }
/** POST /api/sessions/password */ export interface SignInWithPassword { login: string; password: string; totp?: string }
/** both answer, and POST /api/sessions/tickets/{ticket}/redeem */
export interface SignedIn { token: string; expiresAt: string; me: Me }
/** GET /api/me */
export interface Me {
  callers: CallerKind[]
  account: { id: string; name: string | null; phoneMasked: string | null; elderMode: boolean } | null
  homes: Home[]
  staff: { id: string; name: string; companyName: string; totpEnrolled: boolean; onDutyIn: string[]; communities: StaffCommunity[] } | null
  unreadMessages: number
}
export interface Home { communityId: string; communityName: string; propertyType: PropertyType; hotline: string; unitId: string; unitLabel: string; role: ResidencyRole; validUntil: string | null; residentName: string }
export interface StaffCommunity { communityId: string; name: string; propertyType: PropertyType; posts: { code: PostCode | string; name: string }[]; permissions: Permission[] }
// DELETE /api/me/session → 204 (sign out)
/** PUT /api/me/preferences → Me */ export interface Preferences { elderMode: boolean }
/** POST /api/me/phone {code} → Me */ export interface PhoneCode { code: string }
/** POST /api/me/totp → */ export interface TotpOffer { uri: string; qrSvg: string }
/** PUT /api/me/totp {totp} → 204 */ export interface TotpConfirmation { totp: string }
/** POST /api/sessions/tickets (console) → show `qrSvg`, poll GET /api/sessions/tickets/{ticket} */
export interface SignInTicket { ticket: string; qrSvg: string; expiresAt: string; state: 'waiting' | 'approved' | 'expired' }
// POST /api/sessions/tickets/{ticket}/approve  (staff, in the mini-program) → 204
// POST /api/sessions/tickets/{ticket}/redeem   (console, with the secret from creation in body {secret}) → SignedIn
export interface SignInTicketCreated extends SignInTicket { secret: string }

// ── codes and homes ─────────────────────────────────────────────────────────
/** GET /api/codes/{token}   public; problems CODE_UNKNOWN, CODE_EXPIRED, CODE_REVOKED */
export interface CodeContext { kind: CodeKind; communityId: string; communityName: string; hotline: string; propertyType: PropertyType; place: PlaceRef; promise: string | null }
export interface PlaceRef { kind: PlaceKind; id: string | null; label: string }
/** GET /api/communities/{communityId}/codes?kind=&cursor= → Page<EntryCode> */
export interface EntryCode { id: string; kind: CodeKind; placeLabel: string; state: CodeState; expiresAt: string | null; createdAt: string; scene: string }
/** POST /api/communities/{communityId}/codes */ export interface IssueCodes { kind: CodeKind; placeIds: string[]; expiresOn?: string }
// POST /api/communities/{communityId}/codes/{id}/revoke → 204 ; POST …/codes/{id}/replace → EntryCode
/** POST /api/communities/{communityId}/code-sheets → application/pdf */ export interface PrintCodeSheet { codeIds: string[] }
/** POST /api/communities/{communityId}/residence-applications (resident, not bound yet) */
export interface ApplyForResidence { unitId: string; role: ResidencyRole; name: string; phone: string; validUntil?: string; note?: string; fileIds: string[] }
/** GET /api/communities/{communityId}/residence-applications?state= → Page<ResidenceApplication> ; GET /api/me/residence-applications → ResidenceApplication[] */
export interface ResidenceApplication { id: string; communityId: string; communityName: string; unitLabel: string; role: ResidencyRole; name: string; phoneMasked: string; note: string | null; files: FileView[]; state: ApplicationState; matchesArchive: boolean; createdAt: string; decidedAt: string | null; decisionReason: string | null }
// POST …/residence-applications/{id}/approve → ResidenceApplication ; POST …/{id}/reject {reason} → ResidenceApplication
/** GET /api/communities/{communityId}/units?query=&buildingId= → Page<UnitRow>: find the household by name, phone or room */
export interface UnitRow { id: string; label: string; buildingName: string; use: UnitUse; state: UnitState; areaSquareMetres: number; residents: { id: string; name: string; phoneMasked: string; role: ResidencyRole }[]; openRepairs: number }
/** GET /api/communities/{communityId}/rooms?buildingId= (any signed-in account; no names) : to choose a home to apply for; units only for the building asked */
export interface Rooms { buildings: { id: string; name: string }[]; units: { id: string; label: string }[] }
/** GET /api/communities/{communityId}/places → buildings, areas and assets with positions on the plan (0…1000) */
export interface Place { kind: PlaceKind; id: string; label: string; buildingId: string | null; x: number | null; y: number | null }
/** GET /api/communities (staff) → CommunitySummary[] */
export interface CommunitySummary { id: string; name: string; propertyType: PropertyType; address: string; hotline: string; units: number; openRepairs: number; lateRepairs: number }

// ── repairs ─────────────────────────────────────────────────────────────────
/** GET /api/communities/{communityId}/repair-options : what is promised, said before sending */
export interface RepairOptions { promises: { urgency: Urgency; sentence: string; respondWithinMinutes: number | null; resolveWithinMinutes: number | null }[]; standardName: string }
/** POST /api/communities/{communityId}/repairs   Idempotency-Key required → 201 RepairReceipt */
export interface ReportRepair {
  place: { kind: PlaceKind; id?: string }
  category: RepairCategoryCode
  urgency: Urgency
  description: string
  fileIds: string[]
  codeToken?: string
  preferredFrom?: string
  preferredUntil?: string
  /** office only; a resident's channel is miniprogram or code */
  channel?: Channel
  /** office only: for whom it is registered */
  reporter?: { residentId?: string; name: string; phone: string }
}
export interface RepairReceipt { id: string; communityId: string; number: string; state: RepairState; version: number }
export interface ClockView { name: ClockName; state: ClockState; startedAt: string; dueAt: string; targetMinutes: number; pausedAt: string | null; pausedBecause: string | null; stoppedAt: string | null; breachedAt: string | null; escalatedTo: string | null }
/** GET /api/communities/{communityId}/repairs?state=&category=&urgency=&assigneeId=&late=true&query=&cursor=&limit=20 → Page<RepairRow>, most pressing first
 *  GET /api/me/repairs → Page<RepairRow> (resident) ; GET /api/me/work → Page<RepairRow> (staff: mine, and free ones I may take) */
export interface RepairRow {
  id: string; communityId: string; communityName: string; number: string; state: RepairState; channel: Channel
  category: RepairCategoryCode; urgency: Urgency; placeLabel: string; description: string; photoUrl: string | null
  reporterName: string; reportedAt: string; dueAt: string | null; dueClock: ClockName | null; late: boolean; paused: boolean; flaggedNoProgress: boolean
  assignee: { id: string; name: string } | null; version: number; rating: number | null
}
export interface FileView { id: string; kind: FileKind; url: string; thumbnailUrl: string | null; purpose: string | null }
/** One entry of the timeline everybody sees. `text` is a Chinese sentence ready to show. */
export interface CaseEventView { id: string; kind: string; at: string; actorName: string; actorRole: 'resident' | 'staff' | 'system'; text: string; files: FileView[] }
/** GET /api/communities/{communityId}/repairs/{id} */
export interface RepairView extends RepairRow {
  kind: CaseKind; place: PlaceRef; x: number | null; y: number | null
  reporterPhone: string | null; preferredFrom: string | null; preferredUntil: string | null
  files: FileView[]; clocks: ClockView[]; timeline: CaseEventView[]
  assignedBecause: { rule: string; text: string }[]
  assigneePhone: string | null; nextStep: string
  materials: { id: string; name: string; quantity: number; unit: string; unitPriceFen: number }[]
  labourMinutes: number | null
  charge: { state: ChargeState; amountFen: number; lines: { label: string; amountFen: number }[]; offeredAt: string | null; answeredAt: string | null }
  waiting: { for: WaitReason; reason: string; since: string; until: string | null } | null
  rating: number | null; ratingComment: string | null; closeReason: CloseReason | null; closedAt: string | null
  visits: { at: string; method: VisitMethod; visitorName: string; satisfied: boolean; finding: string }[]
  samples: { at: string; result: SampleResult; inspectorName: string | null; finding: string | null }[]
  standardName: string
  allowedActions: RepairAction[]
}
/** POST /api/communities/{communityId}/repairs/{id}/{action}  → 200 RepairReceipt; every body carries `version`; Idempotency-Key required.
 *  One body type per action: */
export interface RepairActionBodies {
  dispatch: { version: number; staffId?: string }            // without staffId: automatic
  accept: { version: number }
  decline: { version: number; reason: string }
  transfer: { version: number; staffId: string; reason: string }
  arrive: { version: number; fileIds: string[] }             // before photos
  wait: { version: number; for: WaitReason; reason: string; until?: string }
  resume: { version: number }
  note: { version: number; text: string; fileIds: string[] }
  'add-materials': { version: number; materials: { name: string; quantity: number; unit: string; unitPriceFen: number }[] }
  'offer-charge': { version: number; lines: { label: string; amountFen: number }[] }
  'agree-charge': { version: number }
  'refuse-charge': { version: number; reason: string }
  finish: { version: number; text: string; labourMinutes: number; fileIds: string[] } // after photos, at least one
  confirm: { version: number; rating: number; comment?: string }
  reopen: { version: number; reason: string; fileIds: string[] }
  cancel: { version: number; reason: string }
  visit: { version: number; method: VisitMethod; satisfied: boolean; finding: string }
  archive: { version: number }
}
/** GET /api/communities/{communityId}/repairs/{id}/candidates */
export interface DispatchCandidate { staffId: string; name: string; qualified: boolean; onDuty: boolean; openRepairs: number; nearestBuilding: string | null; suggested: boolean; because: string }
/** GET /api/communities/{communityId}/repair-numbers */
export interface RepairNumbers { byState: Record<RepairState, number>; late: number; soon: number; flaggedNoProgress: number; undispatched: number; closedThisMonth: number; onTimeThisMonth: number; ratingThisMonth: number | null; byDay: { on: string; reported: number; closed: number; late: number }[]; byCategory: { category: RepairCategoryCode; count: number }[] }
/** GET /api/communities/{communityId}/staff-on-map: who is where on what */
export interface StaffOnMap { staffId: string; name: string; onDuty: boolean; x: number | null; y: number | null; repairId: string | null; repairNumber: string | null; openRepairs: number }
/** POST /api/communities/{communityId}/repair-samples {count, closedFrom, closedUntil} → RepairSample[] ; GET → Page<RepairSample> ; POST …/repair-samples/{id}/result */
export interface RepairSample { id: string; repairId: string; repairNumber: string; placeLabel: string; assigneeName: string; closedAt: string; result: SampleResult; inspectorName: string | null; finding: string | null; drawnAt: string; inspectedAt: string | null }
export interface DrawSamples { count: number; closedFrom: string; closedUntil: string }
export interface SampleFinding { result: 'passed' | 'failed'; finding: string }
// GET /api/communities/{communityId}/live → text/event-stream of {repairId, number, state, kind, text, at}; token in ?token= is NOT used: fetch with Authorization

// ── files ───────────────────────────────────────────────────────────────────
// POST /api/files  multipart field "file", form field "communityId"; header Idempotency-Key: a retry answers with the same file → 201 FileView
// GET  /api/files/{id}/content?variant=original|thumbnail&expires=&signature=  (the links inside views; no session needed; 15 min)

// ── messages ────────────────────────────────────────────────────────────────
/** GET /api/me/messages?cursor= → Page<InboxMessage> ; POST /api/me/messages/{id}/read → 204 ; POST /api/me/messages/read-all → 204 */
export interface InboxMessage { id: string; communityId: string; kind: MessageKind; title: string; body: string; repairId: string | null; sentAt: string; readAt: string | null }
/** GET /api/me/subscriptions → templates for wx.requestSubscribeMessage and how many grants are left */
export interface SubscriptionOffer { template: SubscriptionTemplate; templateId: string; title: string; grantsLeft: number }
/** POST /api/me/subscriptions : what the sheet answered. `askId` is made by the client per asking (uuid) → SubscriptionOffer[] */
export interface SubscriptionAnswers { askId: string; answers: { templateId: string; answer: SubscriptionAnswer }[] }
/** GET /api/communities/{communityId}/deliveries?repairId=&state=&cursor= → Page<DeliveryRow> */
export interface DeliveryRow { id: string; messageId: string; kind: MessageKind; recipientName: string; channel: MessageChannel; state: DeliveryState; attempts: number; reason: string | null; at: string }

// ── people, standards, audit ────────────────────────────────────────────────
/** GET /api/staff?communityId=&query=&cursor= → Page<StaffRow> ; POST /api/staff ; PUT /api/staff/{id} */
export interface StaffRow { id: string; name: string; phoneMasked: string; login: string; active: boolean; posts: { communityId: string; communityName: string; postId: string; postName: string }[]; skills: Skill[]; onDutyIn: string[]; version: number }
export interface StaffDraft { name: string; phone: string; login: string; password?: string; active: boolean; posts: { communityId: string; postId: string }[]; skills: Skill[]; version?: number }
/** GET /api/posts → PostRow[] ; POST /api/posts ; PUT /api/posts/{id} */
export interface PostRow { id: string; code: string; name: string; duties: string; permissions: Permission[]; holders: number; version: number }
export interface PostDraft { name: string; duties: string; permissions: Permission[]; version?: number }
// PUT /api/communities/{communityId}/duty {onDuty: boolean} (staff, for themselves) → Me
/** GET /api/standards/presets → PresetView[] */
export interface PresetView { code: StandardPresetCode; name: string; figures: StandardFigures; sources: Record<string, string> }
/** GET /api/communities/{communityId}/standard ; PUT (AdoptStandard) → AdoptedStandard */
export interface AdoptedStandard { preset: StandardPresetCode; name: string; figures: StandardFigures; overrides: Partial<StandardFigures['repairs']>; effectiveFrom: string; history: { id: string; preset: StandardPresetCode; effectiveFrom: string; reason: string; adoptedByName: string; at: string; figures: StandardFigures }[] }
export interface AdoptStandard { preset: StandardPresetCode; overrides: Partial<StandardFigures['repairs']>; effectiveFrom: string; reason: string }
/** GET /api/communities/{communityId}/calendar ; PUT → WorkCalendar */
export interface WorkCalendar { observesPublicHolidays: boolean; slots: { weekday: 1 | 2 | 3 | 4 | 5 | 6 | 7; from: string; until: string }[]; days: { on: string; kind: 'holiday' | 'workday'; name: string }[] }
/** GET /api/audit?communityId=&actor=&subject=&from=&until=&cursor= → Page<AuditRow> */
export interface AuditRow { id: string; at: string; actorName: string; action: string; subjectKind: string; subjectId: string; communityId: string | null; before: unknown; after: unknown; traceId: string; address: string | null }
/** GET /api/me/saved-views?page=repairs → SavedView[] ; PUT /api/me/saved-views/{page} (whole list) */
export interface SavedView { name: string; filters: Record<string, string> }
/** GET /api/search?query= (staff) → people, units, cases for ⌘K */
export interface SearchHit { kind: 'unit' | 'repair' | 'staff'; id: string; communityId: string | null; title: string; subtitle: string }
