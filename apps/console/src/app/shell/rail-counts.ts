import { useQuery } from '@tanstack/react-query'
import { useUnassigned } from '../../features/complaints/queries.ts'
import { useConversationNumbers } from '../../features/conversations/queries.ts'
import { useDocumentNumbers } from '../../features/documents/queries.ts'
import { useImprovementNumbers } from '../../features/improvement/queries.ts'
import { useMailboxState } from '../../features/letters/queries.ts'
import { useMeetingSchedule } from '../../features/meetings/queries.ts'
import { useNoticeNumbers } from '../../features/notices/queries.ts'
import { useReconciliationNumbers } from '../../features/reconciliation/queries.ts'
import { useRepairNumbers } from '../../features/repairs/queries.ts'
import { useBoxesDue } from '../../features/suggestion-boxes/queries.ts'
import { call } from '../call.ts'
import { keysOf, useCommunity, useMay } from '../community.ts'

/** How many things wait for somebody, by noun of the rail. */
export function useRailCounts(): Record<
  | 'improvements'
  | 'boxes'
  | 'complaints'
  | 'letters'
  | 'conversations'
  | 'undispatched'
  | 'late'
  | 'applications'
  | 'notices'
  | 'outages'
  | 'meetings'
  | 'documents'
  | 'differences',
  number
> {
  const { communityId } = useCommunity()
  const may = useMay()
  const numbers = useRepairNumbers(communityId, may('repairs.read'))
  const conversations = useConversationNumbers(communityId, may('conversations.answer'))
  const complaints = useUnassigned(communityId, may('complaints.assign'))
  const letters = useMailboxState(communityId, may('complaints.assign'))
  const improvements = useImprovementNumbers(communityId, may('improvement.read'))
  const boxes = useBoxesDue(communityId, may('complaints.assign') && may('complaints.read'))
  const documents = useDocumentNumbers(communityId, may('documents.read'))
  const notices = useNoticeNumbers(communityId, may('notices.read'))
  const meetings = useMeetingSchedule(communityId, may('meetings.read'))
  const differences = useReconciliationNumbers(communityId, may('payments.reconcile'))
  const applications = useQuery({
    queryKey: [...keysOf(communityId).applications, 'count'],
    queryFn: () =>
      call('GET /communities/{communityId}/residence-applications', {
        path: { communityId },
        query: { state: 'pending', limit: 100 },
      }),
    enabled: may('applications.review'),
    refetchInterval: 60_000,
  })
  return {
    improvements: (improvements.data?.proposals ?? 0) + (improvements.data?.overdue ?? 0),
    boxes: boxes.data ?? 0,
    complaints: complaints.data ?? 0,
    letters: letters.data?.waiting ?? 0,
    conversations: conversations.data?.waiting ?? 0,
    undispatched: numbers.data?.undispatched ?? 0,
    late: numbers.data?.late ?? 0,
    applications: applications.data?.items.length ?? 0,
    notices: may('notices.approve') ? (notices.data?.submitted ?? 0) : 0,
    outages: notices.data?.overdue ?? 0,
    meetings: (meetings.data?.unanswered ?? 0) + (meetings.data?.promises.filter(({ late }) => late).length ?? 0),
    differences: (differences.data?.open ?? 0) + (differences.data?.late ?? 0),
    documents: (documents.data?.expiring ?? 0) + (documents.data?.expired ?? 0),
  }
}
