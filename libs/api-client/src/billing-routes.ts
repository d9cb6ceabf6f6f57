import type {
  BillRow,
  BillRunView,
  BillSum,
  BillView,
  ChargeDraft,
  ChargeExample,
  ChargeView,
  CorrectedReading,
  EditedCharge,
  EndExemption,
  ExemptionDraft,
  ExemptionView,
  MeterDraft,
  MeterReadingDetail,
  MeterReadings,
  MeterView,
  Page,
  PriceDraft,
  ReplacedMeter,
  ReverseBill,
  RunPreview,
  RunWish,
  SharedCostDraft,
  SharedCostView,
  StopCharge,
  UnitAccount,
} from '@yinuo/contracts'

/** What homes are asked to pay, and why. */
export interface BillingRoutes {
  'GET /communities/{communityId}/bills': { answer: Page<BillRow> }
  'GET /communities/{communityId}/bill-sum': { answer: BillSum }
  'GET /communities/{communityId}/bills/{id}': { answer: BillView }
  'POST /communities/{communityId}/bills/{id}/reverse': { body: ReverseBill; answer: BillView }
  'GET /communities/{communityId}/charges': { answer: ChargeView[] }
  'POST /communities/{communityId}/charges': { body: ChargeDraft; answer: ChargeView }
  'GET /communities/{communityId}/charges/{id}/example': { answer: ChargeExample }
  'PUT /communities/{communityId}/charges/{id}': { body: EditedCharge; answer: ChargeView }
  'POST /communities/{communityId}/charges/{id}/stop': { body: StopCharge; answer: ChargeView }
  'POST /communities/{communityId}/charges/{id}/prices': { body: PriceDraft; answer: ChargeView }
  'POST /communities/{communityId}/charges/{id}/drop-price': { body: { validFrom: string }; answer: ChargeView }
  'GET /communities/{communityId}/exemptions': { answer: Page<ExemptionView> }
  'POST /communities/{communityId}/exemptions': { body: ExemptionDraft; answer: ExemptionView }
  'POST /communities/{communityId}/exemptions/{id}/end': { body: EndExemption; answer: ExemptionView }
  'POST /communities/{communityId}/exemptions/{id}/withdraw': { body: { version: number }; answer: ExemptionView }
  'GET /communities/{communityId}/bill-run-preview': { answer: RunPreview }
  'GET /communities/{communityId}/bill-runs': { answer: Page<BillRunView> }
  'GET /communities/{communityId}/bill-runs/{id}': { answer: BillRunView }
  'POST /communities/{communityId}/bill-runs': { body: RunWish; answer: BillRunView }
  'POST /communities/{communityId}/bill-runs/{id}/resume': { answer: BillRunView }
  'POST /communities/{communityId}/bill-runs/{id}/reverse': { body: { reason: string }; answer: BillRunView }
  'GET /communities/{communityId}/units/{id}/bill-account': { answer: UnitAccount }
  'GET /communities/{communityId}/units/{id}/bill-statement': { answer: unknown }
  'GET /communities/{communityId}/meters': { answer: Page<MeterView> }
  'POST /communities/{communityId}/meters': { body: MeterDraft; answer: MeterView }
  'GET /communities/{communityId}/meters/{id}/readings': { answer: MeterReadingDetail[] }
  'POST /communities/{communityId}/meters/{id}/replace': { body: ReplacedMeter; answer: MeterView }
  'POST /communities/{communityId}/meter-readings': { body: MeterReadings; answer: { taken: number } }
  'PUT /communities/{communityId}/meter-readings/{id}': { body: CorrectedReading; answer: { taken: number } }
  'POST /communities/{communityId}/meter-readings/{id}/drop': { body: { version: number }; answer: { taken: number } }
  'GET /communities/{communityId}/shared-costs': { answer: Page<SharedCostView> }
  'POST /communities/{communityId}/shared-costs': { body: SharedCostDraft; answer: SharedCostView }
  'POST /communities/{communityId}/shared-costs/{id}/withdraw': { body: { version: number }; answer: { id: string } }
}
