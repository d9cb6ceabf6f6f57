import { Spin } from 'antd'
import { lazy, Suspense } from 'react'
import type { ComponentType } from 'react'
import { Navigate, Route, Routes, useLocation, useParams } from 'react-router'
import type { Location } from 'react-router'
import { firstCommunity, useCommunities } from './community.ts'
import { Shell } from './shell/shell.tsx'

/** A page of its own chunk, by the name it is exported under. */
const page = <Name extends string>(load: () => Promise<Record<Name, ComponentType>>, name: Name) =>
  lazy(async () => ({ default: (await load())[name] }))

const BoardPage = page(() => import('../features/repairs/board/board-page.tsx'), 'BoardPage')
const QueuePage = page(() => import('../features/repairs/queue/queue-page.tsx'), 'QueuePage')
const CasePage = page(() => import('../features/repairs/case/case-page.tsx'), 'CasePage')
const CaseDrawer = page(() => import('../features/repairs/case/case-drawer.tsx'), 'CaseDrawer')
const SamplesPage = page(() => import('../features/repairs/samples/samples-page.tsx'), 'SamplesPage')
const ComplaintsPage = page(() => import('../features/complaints/complaints-page.tsx'), 'ComplaintsPage')
const ComplaintPage = page(() => import('../features/complaints/complaint-page.tsx'), 'ComplaintPage')
const BoxesPage = page(() => import('../features/suggestion-boxes/boxes-page.tsx'), 'BoxesPage')
const OpeningPage = page(() => import('../features/suggestion-boxes/opening-page.tsx'), 'OpeningPage')
const ResultsPage = page(() => import('../features/results/results-page.tsx'), 'ResultsPage')
const HotlinePage = page(() => import('../features/hotline/hotline-page.tsx'), 'HotlinePage')
const ContactSheetPage = page(() => import('../features/hotline/contact-sheet-page.tsx'), 'ContactSheetPage')
const LettersPage = page(() => import('../features/letters/letters-page.tsx'), 'LettersPage')
const MailboxPage = page(() => import('../features/letters/mailbox-page.tsx'), 'MailboxPage')
const ConversationsPage = page(() => import('../features/conversations/conversations-page.tsx'), 'ConversationsPage')
const ApplicationsPage = page(() => import('../features/archive/applications-page.tsx'), 'ApplicationsPage')
const HouseholdPage = page(() => import('../features/archive/household/household-page.tsx'), 'HouseholdPage')
const ArchivePage = page(() => import('../features/archive/archive-page.tsx'), 'ArchivePage')
const StructurePage = page(() => import('../features/archive/structure/structure-page.tsx'), 'StructurePage')
const ParkingPage = page(() => import('../features/archive/structure/parking-page.tsx'), 'ParkingPage')
const CommunityPage = page(() => import('../features/communities/community-page.tsx'), 'CommunityPage')
const CommunitiesPage = page(() => import('../features/communities/communities-page.tsx'), 'CommunitiesPage')
const ImportsPage = page(() => import('../features/imports/imports-page.tsx'), 'ImportsPage')
const ImportPage = page(() => import('../features/imports/import-page.tsx'), 'ImportPage')
const CodesPage = page(() => import('../features/codes/codes-page.tsx'), 'CodesPage')
const PeoplePage = page(() => import('../features/people/people-page.tsx'), 'PeoplePage')
const PostsPage = page(() => import('../features/access/posts-page.tsx'), 'PostsPage')
const PostPage = page(() => import('../features/access/post-page.tsx'), 'PostPage')
const ResponsibilitiesPage = page(() => import('../features/access/responsibilities-page.tsx'), 'ResponsibilitiesPage')
const HandOverPage = page(() => import('../features/people/hand-over-page.tsx'), 'HandOverPage')
const CausesPage = page(() => import('../features/improvement/causes-page.tsx'), 'CausesPage')
const ImprovementsPage = page(() => import('../features/improvement/improvements-page.tsx'), 'ImprovementsPage')
const ImprovementPage = page(() => import('../features/improvement/improvement-page.tsx'), 'ImprovementPage')
const NoticesPage = page(() => import('../features/notices/notices-page.tsx'), 'NoticesPage')
const NoticePage = page(() => import('../features/notices/notice-page.tsx'), 'NoticePage')
const OutagesPage = page(() => import('../features/notices/outages-page.tsx'), 'OutagesPage')
const VisitsPage = page(() => import('../features/visits/visits-page.tsx'), 'VisitsPage')
const BillsPage = page(() => import('../features/billing/bills-page.tsx'), 'BillsPage')
const BillRunsPage = page(() => import('../features/billing/runs-page.tsx'), 'RunsPage')
const ChargesPage = page(() => import('../features/billing/charges-page.tsx'), 'ChargesPage')
const ExemptionsPage = page(() => import('../features/billing/exemptions-page.tsx'), 'ExemptionsPage')
const MetersPage = page(() => import('../features/billing/meters-page.tsx'), 'MetersPage')
const SharedCostsPage = page(() => import('../features/billing/shared-costs-page.tsx'), 'SharedCostsPage')
const MeetingsPage = page(() => import('../features/meetings/meetings-page.tsx'), 'MeetingsPage')
const MeetingPage = page(() => import('../features/meetings/meeting-page.tsx'), 'MeetingPage')
const DisclosuresPage = page(() => import('../features/disclosures/disclosures-page.tsx'), 'DisclosuresPage')
const DisclosurePage = page(() => import('../features/disclosures/disclosure-page.tsx'), 'DisclosurePage')
const DocumentsPage = page(() => import('../features/documents/documents-page.tsx'), 'DocumentsPage')
const ReconciliationPage = page(() => import('../features/reconciliation/reconciliation-page.tsx'), 'ReconciliationPage')
const PaymentsPage = page(() => import('../features/payments/payments-page.tsx'), 'PaymentsPage')
const CounterPage = page(() => import('../features/counter/counter-page.tsx'), 'CounterPage')
const LedgerPage = page(() => import('../features/ledger/ledger-page.tsx'), 'LedgerPage')
const SpendingPage = page(() => import('../features/spending/spending-page.tsx'), 'SpendingPage')
const ArrearsPage = page(() => import('../features/arrears/arrears-page.tsx'), 'ArrearsPage')
const ArrearsLetterPage = page(() => import('../features/arrears/letter-page.tsx'), 'ArrearsLetterPage')
const StandardPage = page(() => import('../features/standards/standard-page.tsx'), 'StandardPage')
const CalendarPage = page(() => import('../features/standards/calendar-page.tsx'), 'CalendarPage')
const DeliveriesPage = page(() => import('../features/messages/deliveries-page.tsx'), 'DeliveriesPage')
const ChannelsPage = page(() => import('../features/messages/channels-page.tsx'), 'ChannelsPage')
const PrivacyPage = page(() => import('../features/privacy/privacy-page.tsx'), 'PrivacyPage')
const AuditPage = page(() => import('../features/audit/audit-page.tsx'), 'AuditPage')

/**
 * A case opened from a list keeps that list behind it: the link carries where it was clicked (`behind`), the list is drawn
 * from there and the case over it. The same address opened on its own is a full page.
 */
export function Pages() {
  const location = useLocation()
  const behind = (location.state as { behind?: Location } | null)?.behind
  return (
    <>
      <Routes location={behind ?? location}>
        <Route path="/c/:communityId" element={<InCommunity />}>
          <Route index element={<BoardPage />} />
          <Route path="repairs" element={<QueuePage />} />
          <Route path="repairs/:id" element={<CasePage />} />
          <Route path="samples" element={<SamplesPage />} />
          <Route path="complaints" element={<ComplaintsPage />} />
          <Route path="complaints/:id" element={<ComplaintPage />} />
          <Route path="hotline" element={<HotlinePage />} />
          <Route path="suggestion-boxes" element={<BoxesPage />} />
          <Route path="box-openings/:id" element={<OpeningPage />} />
          <Route path="results" element={<ResultsPage />} />
          <Route path="contact-sheet" element={<ContactSheetPage />} />
          <Route path="letters" element={<LettersPage />} />
          <Route path="letters/settings" element={<MailboxPage />} />
          <Route path="conversations" element={<ConversationsPage />} />
          <Route path="conversations/:id" element={<ConversationsPage />} />
          <Route path="applications" element={<ApplicationsPage />} />
          <Route path="archive" element={<ArchivePage />} />
          <Route path="archive/:unitId" element={<HouseholdPage />} />
          <Route path="structure" element={<StructurePage />} />
          <Route path="spaces" element={<ParkingPage />} />
          <Route path="community" element={<CommunityPage />} />
          <Route path="communities" element={<CommunitiesPage />} />
          <Route path="imports" element={<ImportsPage />} />
          <Route path="imports/:id" element={<ImportPage />} />
          <Route path="codes" element={<CodesPage />} />
          <Route path="people" element={<PeoplePage />} />
          <Route path="posts" element={<PostsPage />} />
          <Route path="posts/:id" element={<PostPage />} />
          <Route path="people/:id/hand-overs" element={<HandOverPage />} />
          <Route path="responsibilities" element={<ResponsibilitiesPage />} />
          <Route path="causes" element={<CausesPage />} />
          <Route path="improvements" element={<ImprovementsPage />} />
          <Route path="improvements/:id" element={<ImprovementPage />} />
          <Route path="notices" element={<NoticesPage />} />
          <Route path="notices/:id" element={<NoticePage />} />
          <Route path="outages" element={<OutagesPage />} />
          <Route path="visits" element={<VisitsPage />} />
          <Route path="bills" element={<BillsPage />} />
          <Route path="bill-runs" element={<BillRunsPage />} />
          <Route path="charges" element={<ChargesPage />} />
          <Route path="exemptions" element={<ExemptionsPage />} />
          <Route path="meters" element={<MetersPage />} />
          <Route path="shared-costs" element={<SharedCostsPage />} />
          <Route path="meetings" element={<MeetingsPage />} />
          <Route path="meetings/:id" element={<MeetingPage />} />
          <Route path="disclosures" element={<DisclosuresPage />} />
          <Route path="disclosures/:id" element={<DisclosurePage />} />
          <Route path="documents" element={<DocumentsPage />} />
          <Route path="payments" element={<PaymentsPage />} />
          <Route path="reconciliation" element={<ReconciliationPage />} />
          <Route path="counter" element={<CounterPage />} />
          <Route path="ledger" element={<LedgerPage />} />
          <Route path="fund-records" element={<SpendingPage />} />
          <Route path="arrears" element={<ArrearsPage />} />
          <Route path="arrears/:unitId/letter" element={<ArrearsLetterPage />} />
          <Route path="standard" element={<StandardPage />} />
          <Route path="calendar" element={<CalendarPage />} />
          <Route path="messages" element={<DeliveriesPage />} />
          <Route path="messages/settings" element={<ChannelsPage />} />
          <Route path="privacy" element={<PrivacyPage />} />
          <Route path="audit" element={<AuditPage />} />
        </Route>
        <Route path="*" element={<Home />} />
      </Routes>
      {behind && (
        <Routes>
          <Route
            path="/c/:communityId/repairs/:id"
            element={
              <Suspense>
                <CaseDrawer />
              </Suspense>
            }
          />
        </Routes>
      )}
    </>
  )
}

function InCommunity() {
  const { communityId } = useParams()
  const communities = useCommunities()
  if (!communities.some((community) => community.communityId === communityId)) return <Home />
  return <Shell key={communityId} />
}

function Home() {
  const first = firstCommunity(useCommunities())
  return first ? <Navigate to={`/c/${first.communityId}`} replace /> : <Spin />
}
