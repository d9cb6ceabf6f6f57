import type {
  AdoptedStandard,
  AdoptStandard,
  ApplyForResidence,
  AskPrivacy,
  AuditChain,
  AuditRow,
  CategoryDraft,
  CodeContext,
  CommunityDraft,
  CommunityProfile,
  CommunityService,
  CommunityServices,
  CommunitySummary,
  DispatchCandidate,
  DocumentAccess,
  DocumentCategories,
  DocumentCategory,
  DocumentFile,
  DocumentLink,
  DocumentNumbers,
  DocumentRow,
  DocumentView,
  DrawSamples,
  EditedDocument,
  EntryCode,
  ExportLinks,
  ExportList,
  FileView,
  FillFromTemplates,
  HandOver,
  HouseholdMembers,
  Invitation,
  InvitationCode,
  InviteToHome,
  IssueCodes,
  LeaveOffice,
  Me,
  MyPost,
  MyPrivacy,
  NewDocument,
  NewVersion,
  OpenCommunity,
  OpenInvitation,
  OwedGroup,
  Page,
  PhoneCode,
  Place,
  PostDraft,
  PostRow,
  Preferences,
  PresetView,
  PrintCodeSheet,
  PrivacyAsked,
  PrivacyRequestRow,
  Region,
  RegisterPrivacyRequest,
  RepairAction,
  RepairActionBodies,
  RepairNumbers,
  RepairOptions,
  RepairReceipt,
  RepairRow,
  RepairSample,
  RepairView,
  ReportRepair,
  ResidenceApplication,
  ResidencyTerm,
  Responsibility,
  RestoredVersion,
  RetentionRule,
  RetentionRun,
  ReturnToOffice,
  Rooms,
  SampleFinding,
  SavedView,
  SearchHit,
  SeenVersion,
  SetRetention,
  StaffDraft,
  StaffOnMap,
  StaffRow,
  TemplateGap,
  TotpConfirmation,
  TotpOffer,
  UnitRow,
  Unmask,
  Unmasked,
  WithdrawnDocument,
  WorkCalendar,
} from '@yinuo/contracts'
import type { ArchiveRoutes } from './archive-routes.ts'
import type { ConversationRoutes } from './conversation-routes.ts'
import type { ComplaintRoutes } from './complaint-routes.ts'
import type { LetterRoutes } from './letter-routes.ts'
import type { MessageRoutes } from './message-routes.ts'
import type { BillingRoutes } from './billing-routes.ts'
import type { BookRoutes } from './book-routes.ts'
import type { CounterRoutes } from './counter-routes.ts'
import type { DisclosureRoutes } from './disclosure-routes.ts'
import type { ImprovementRoutes } from './improvement-routes.ts'
import type { MeetingRoutes } from './meeting-routes.ts'
import type { NoticeRoutes } from './notice-routes.ts'
import type { OwnMoneyRoutes } from './own-money-routes.ts'
import type { PaymentRoutes } from './payment-routes.ts'
import type { ReconciliationRoutes } from './reconciliation-routes.ts'
import type { SessionRoutes } from './session-routes.ts'
import type { SuggestionRoutes } from './suggestion-routes.ts'
import type { VisitRoutes } from './visit-routes.ts'

type RepairActionRoutes = {
  [Action in RepairAction as `POST /communities/{communityId}/repairs/{id}/${Action}`]: {
    body: RepairActionBodies[Action]
    answer: RepairReceipt
  }
}

/** Every route a client calls: what it sends and what it gets. Paths are under `/api`. */
export interface Routes
  extends
    ArchiveRoutes,
    ConversationRoutes,
    RepairActionRoutes,
    SessionRoutes,
    LetterRoutes,
    MessageRoutes,
    NoticeRoutes,
    MeetingRoutes,
    ComplaintRoutes,
    SuggestionRoutes,
    VisitRoutes,
    ImprovementRoutes,
    DisclosureRoutes,
    BillingRoutes,
    BookRoutes,
    OwnMoneyRoutes,
    CounterRoutes,
    PaymentRoutes,
    ReconciliationRoutes {
  'GET /me': { answer: Me }
  'PUT /me/preferences': { body: Preferences; answer: Me }
  'POST /me/phone': { body: PhoneCode; answer: Me }
  'POST /me/totp': { answer: TotpOffer }
  'PUT /me/totp': { body: TotpConfirmation; answer: void }
  'GET /me/repairs': { answer: Page<RepairRow> }
  'GET /me/work': { answer: Page<RepairRow> }
  'GET /me/residence-applications': { answer: ResidenceApplication[] }
  'GET /me/saved-views': { answer: SavedView[] }
  'PUT /me/saved-views/{page}': { body: SavedView[]; answer: SavedView[] }

  'GET /codes/{token}': { answer: CodeContext }
  'GET /communities': { answer: CommunitySummary[] }
  'POST /communities': { body: OpenCommunity; answer: CommunityProfile }
  'GET /communities/{communityId}': { answer: CommunityProfile }
  'PUT /communities/{communityId}': { body: CommunityDraft; answer: CommunityProfile }
  'GET /communities/{communityId}/services': { answer: CommunityService[] }
  'PUT /communities/{communityId}/services': { body: CommunityServices; answer: CommunityService[] }
  'GET /regions': { answer: Region[] }
  'POST /regions': { body: { name: string }; answer: Region }
  'PUT /regions/{id}': { body: { name: string; version: number }; answer: Region }
  'POST /regions/{id}/remove': { body: { version: number }; answer: void }
  'GET /communities/{communityId}/codes': { answer: Page<EntryCode> }
  'POST /communities/{communityId}/codes': { body: IssueCodes; answer: EntryCode[] }
  'POST /communities/{communityId}/codes/{id}/revoke': { answer: void }
  'POST /communities/{communityId}/codes/{id}/replace': { answer: EntryCode }
  'POST /communities/{communityId}/code-sheets': { body: PrintCodeSheet; answer: unknown }
  'GET /communities/{communityId}/places': { answer: Place[] }
  'GET /communities/{communityId}/rooms': { answer: Rooms }
  'GET /communities/{communityId}/units': { answer: Page<UnitRow> }
  'PUT /communities/{communityId}/duty': { body: { onDuty: boolean }; answer: Me }
  'POST /communities/{communityId}/residence-applications': { body: ApplyForResidence; answer: ResidenceApplication }
  'GET /communities/{communityId}/residence-applications': { answer: Page<ResidenceApplication> }
  'POST /communities/{communityId}/residence-applications/{id}/approve': { answer: ResidenceApplication }
  'POST /communities/{communityId}/residence-applications/{id}/reject': { body: { reason: string }; answer: ResidenceApplication }

  'POST /communities/{communityId}/invitations': { body: InviteToHome; answer: OpenInvitation }
  'POST /communities/{communityId}/invitations/{id}/revoke': { answer: void }
  'GET /communities/{communityId}/invitations/{id}/code': { answer: InvitationCode }
  'GET /invitations/{token}': { answer: Invitation }
  'POST /invitations/{token}/accept': { answer: Invitation }
  'GET /communities/{communityId}/household-members': { answer: HouseholdMembers }
  'POST /communities/{communityId}/household-members/{id}/end': { answer: void }
  'PUT /communities/{communityId}/household-members/{id}/term': { body: ResidencyTerm; answer: void }

  'GET /communities/{communityId}/repair-options': { answer: RepairOptions }
  'POST /communities/{communityId}/repairs': { body: ReportRepair; answer: RepairReceipt }
  'GET /communities/{communityId}/repairs': { answer: Page<RepairRow> }
  'GET /communities/{communityId}/repairs/{id}': { answer: RepairView }
  'GET /communities/{communityId}/repairs/{id}/candidates': { answer: DispatchCandidate[] }
  'GET /communities/{communityId}/repair-numbers': { answer: RepairNumbers }
  'GET /communities/{communityId}/staff-on-map': { answer: StaffOnMap[] }
  'GET /communities/{communityId}/repair-samples': { answer: Page<RepairSample> }
  'POST /communities/{communityId}/repair-samples': { body: DrawSamples; answer: RepairSample[] }
  'POST /communities/{communityId}/repair-samples/{id}/result': { body: SampleFinding; answer: RepairSample }
  'POST /communities/{communityId}/unmaskings': { body: Unmask; answer: Unmasked }
  'POST /communities/{communityId}/exports': { body: ExportList; answer: unknown }

  'GET /communities/{communityId}/document-categories': { answer: DocumentCategories }
  'POST /communities/{communityId}/document-categories': { body: CategoryDraft; answer: DocumentCategory }
  'PUT /communities/{communityId}/document-categories/{id}': { body: CategoryDraft; answer: DocumentCategory }
  'POST /communities/{communityId}/document-categories/{id}/withdraw': { body: SeenVersion; answer: void }
  'POST /communities/{communityId}/document-files': { body: unknown; answer: DocumentFile }
  'GET /communities/{communityId}/document-numbers': { answer: DocumentNumbers }
  'GET /communities/{communityId}/documents': { answer: Page<DocumentRow> }
  'POST /communities/{communityId}/documents': { body: NewDocument; answer: DocumentView }
  'GET /communities/{communityId}/documents/{id}': { answer: DocumentView }
  'PUT /communities/{communityId}/documents/{id}': { body: EditedDocument; answer: DocumentView }
  'GET /communities/{communityId}/documents/{id}/link': { answer: DocumentLink }
  'PUT /communities/{communityId}/documents/{id}/access': { body: DocumentAccess; answer: DocumentView }
  'POST /communities/{communityId}/documents/{id}/versions': { body: NewVersion; answer: DocumentView }
  'POST /communities/{communityId}/documents/{id}/restore-version': { body: RestoredVersion; answer: DocumentView }
  'POST /communities/{communityId}/documents/{id}/withdraw': { body: WithdrawnDocument; answer: DocumentView }
  'POST /communities/{communityId}/documents/{id}/reinstate': { body: SeenVersion; answer: DocumentView }

  'GET /me/privacy': { answer: MyPrivacy }
  'POST /me/privacy-requests': { body: AskPrivacy; answer: PrivacyAsked }
  'POST /me/privacy-requests/{id}/withdraw': { answer: PrivacyAsked }
  'GET /me/privacy-requests/{id}/links': { answer: ExportLinks }
  'GET /communities/{communityId}/privacy-requests': { answer: Page<PrivacyRequestRow> }
  'POST /communities/{communityId}/privacy-requests': { body: RegisterPrivacyRequest; answer: PrivacyAsked }
  'POST /communities/{communityId}/privacy-requests/{id}/withdraw': { answer: PrivacyAsked }
  'POST /communities/{communityId}/privacy-requests/{id}/hand-over': { answer: ExportLinks }
  'GET /communities/{communityId}/retention-rules': { answer: RetentionRule[] }
  'PUT /communities/{communityId}/retention-rules/{subject}': { body: SetRetention; answer: void }
  'GET /communities/{communityId}/retention-runs': { answer: Page<RetentionRun> }

  'POST /files': { body: unknown; answer: FileView }

  'GET /staff': { answer: Page<StaffRow> }
  'POST /staff': { body: StaffDraft; answer: StaffRow }
  'PUT /staff/{id}': { body: StaffDraft; answer: StaffRow }
  'GET /posts': { answer: PostRow[] }
  'POST /posts': { body: PostDraft; answer: PostRow }
  'PUT /posts/{id}': { body: PostDraft; answer: PostRow }
  'GET /post-templates': { answer: TemplateGap[] }
  'POST /post-templates': { body: FillFromTemplates; answer: PostRow[] }
  'GET /me/posts': { answer: MyPost[] }
  'GET /communities/{communityId}/responsibilities': { answer: Responsibility[] }
  'GET /staff/{id}/open-work': { answer: OwedGroup[] }
  'POST /staff/{id}/leave': { body: LeaveOffice; answer: StaffRow }
  'POST /staff/{id}/return': { body: ReturnToOffice; answer: StaffRow }
  'GET /staff/{id}/hand-overs': { answer: HandOver[] }
  'GET /standards/presets': { answer: PresetView[] }
  'GET /communities/{communityId}/standard': { answer: AdoptedStandard }
  'PUT /communities/{communityId}/standard': { body: AdoptStandard; answer: AdoptedStandard }
  'GET /communities/{communityId}/calendar': { answer: WorkCalendar }
  'PUT /communities/{communityId}/calendar': { body: WorkCalendar; answer: WorkCalendar }
  'GET /audit': { answer: Page<AuditRow> }
  'GET /audit/chain': { answer: AuditChain }
  'GET /search': { answer: SearchHit[] }
}
