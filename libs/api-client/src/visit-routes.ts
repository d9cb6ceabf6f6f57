import type {
  AssignedVisits,
  AssignVisits,
  ComplaintFromVisit,
  ComplaintReceipt,
  NewVisitRound,
  NextHomeVisit,
  Page,
  PastHomeVisit,
  PastVisit,
  RecordVisit,
  RepairFromVisit,
  RepairReceipt,
  VisitMaker,
  VisitRoundRow,
  VisitRoundView,
  VisitRow,
  VisitView,
  WishVisit,
} from '@yinuo/contracts'

/** Return visits: the plan, who makes them, and those of one's own home. */
export interface VisitRoutes {
  'GET /communities/{communityId}/visit-rounds': { answer: Page<VisitRoundRow> }
  'POST /communities/{communityId}/visit-rounds': { body: NewVisitRound; answer: VisitRoundView }
  'GET /communities/{communityId}/visit-rounds/{id}': { answer: VisitRoundView }
  'GET /communities/{communityId}/visit-makers': { answer: VisitMaker[] }
  'POST /communities/{communityId}/visit-assignments': { body: AssignVisits; answer: AssignedVisits }
  'GET /communities/{communityId}/visits': { answer: Page<VisitRow> }
  'GET /communities/{communityId}/visits/{id}': { answer: VisitView }
  'POST /communities/{communityId}/visits/{id}/record': { body: RecordVisit; answer: VisitView }
  'POST /communities/{communityId}/visits/{id}/repair': { body: RepairFromVisit; answer: RepairReceipt }
  'POST /communities/{communityId}/visits/{id}/complaint': { body: ComplaintFromVisit; answer: ComplaintReceipt }
  'GET /communities/{communityId}/households/{unitId}/visits': { answer: Page<PastVisit> }
  'GET /communities/{communityId}/home-visits': { answer: Page<PastHomeVisit> }
  'GET /communities/{communityId}/home-visits/next': { answer: NextHomeVisit }
  'PUT /communities/{communityId}/home-visits/{id}/wish': { body: WishVisit; answer: void }
}
