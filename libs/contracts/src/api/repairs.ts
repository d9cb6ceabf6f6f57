import type { components } from '../generated/api-types.ts'
import type { RepairAction } from '../repairs.ts'

type Schemas = components['schemas']

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
