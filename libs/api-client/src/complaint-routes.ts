import type {
  AskUnsealing,
  ComplaintAction,
  ComplaintActionBodies,
  ComplaintHandler,
  ComplaintOptions,
  ComplaintPage,
  ComplaintReceipt,
  ComplaintView,
  RegisterComplaint,
  ReportComplaint,
  Unsealed,
  UnsealingReceipt,
} from '@yinuo/contracts'

type ComplaintActionRoutes = {
  [Action in ComplaintAction as `POST /communities/{communityId}/complaints/{id}/${Action}`]: {
    body: ComplaintActionBodies[Action]
    answer: ComplaintReceipt
  }
}

/** Complaints, suggestions and praise: the residents' side and the office's. */
export interface ComplaintRoutes extends ComplaintActionRoutes {
  'GET /communities/{communityId}/complaint-options': { answer: ComplaintOptions }
  'POST /communities/{communityId}/complaints': { body: ReportComplaint; answer: ComplaintReceipt }
  'POST /communities/{communityId}/complaint-registrations': { body: RegisterComplaint; answer: ComplaintReceipt }
  'GET /communities/{communityId}/complaints': { answer: ComplaintPage }
  'GET /communities/{communityId}/complaints/{id}': { answer: ComplaintView }
  'GET /communities/{communityId}/complaint-handlers': { answer: ComplaintHandler[] }
  'GET /me/complaints': { answer: ComplaintPage }
  'GET /me/complaint-work': { answer: ComplaintPage }
  'POST /communities/{communityId}/complaints/{id}/unsealings': { body: AskUnsealing; answer: UnsealingReceipt }
  'POST /communities/{communityId}/complaint-unsealings/{id}/open': { answer: Unsealed }
}
