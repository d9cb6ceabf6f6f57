import type { components } from '../generated/api-types.ts'

type Schemas = components['schemas']

// ── billing ───────────────────────────────────────────────────────────────────
/** GET …/bills → Page<BillRow> ; GET …/bill-sum ; GET …/bills/{id}, POST …/bills/{id}/reverse → BillView */
export type BillRow = Schemas['BillRow']
export type BillSum = Schemas['BillSum']
export type BillView = Schemas['BillView']
export type BillSentence = Schemas['BillSentence']
export type BillHappening = Schemas['BillHappening']
export type ReverseBill = Schemas['ReverseBill']
/** GET /api/me/bills?state=&unitId= → Page<OwnBill> ; GET /api/me/bills/{id} ; GET /api/me/bill-accounts → OwnBillAccount[] */
export type OwnBill = Schemas['OwnBill']
export type OwnBillAccount = Schemas['OwnBillAccount']
/** GET, POST …/charges ; GET, PUT …/charges/{id} ; POST …/charges/{id}/(stop|prices|drop-price) → ChargeView ; GET …/charges/{id}/example */
export type ChargeView = Schemas['ChargeView']
export type ChargeDraft = Schemas['ChargeDraft']
export type EditedCharge = Schemas['EditedCharge']
export type StopCharge = Schemas['StopCharge']
export type PriceDraft = Schemas['PriceDraft']
export type PricePeriod = Schemas['PricePeriod']
export type ChargeExample = Schemas['ChargeExample']
/** GET …/exemptions → Page<ExemptionView> ; POST …/exemptions ; POST …/exemptions/{id}/(end|withdraw) */
export type ExemptionView = Schemas['ExemptionView']
export type ExemptionDraft = Schemas['ExemptionDraft']
export type EndExemption = Schemas['EndExemption']
/** GET …/bill-run-preview?month= ; GET …/bill-runs → Page<BillRunView> ; POST …/bill-runs ; GET …/bill-runs/{id} ; POST …/bill-runs/{id}/(resume|reverse) */
export type RunPreview = Schemas['RunPreview']
export type ChargePreview = Schemas['ChargePreview']
export type RunWish = Schemas['RunWish']
export type BillRunView = Schemas['BillRunView']
export type RunCharge = Schemas['RunCharge']
/** GET …/units/{id}/bill-account ; GET …/units/{id}/bill-statement?from=&to= → PDF */
export type UnitAccount = Schemas['UnitAccount']
/** GET …/meters → Page<MeterView> ; POST …/meters ; GET …/meters/{id}/readings ; POST …/meters/{id}/replace ; POST …/meter-readings ;
 *  PUT …/meter-readings/{id} ; POST …/meter-readings/{id}/drop */
export type MeterView = Schemas['MeterView']
export type MeterDraft = Schemas['MeterDraft']
export type ReplacedMeter = Schemas['ReplacedMeter']
export type MeterReading = Schemas['MeterReading']
export type MeterReadingDetail = Schemas['MeterReadingDetail']
export type MeterReadingDraft = Schemas['MeterReadingDraft']
export type MeterReadings = Schemas['MeterReadings']
export type CorrectedReading = Schemas['CorrectedReading']
/** GET, POST …/shared-costs ; POST …/shared-costs/{id}/withdraw */
export type SharedCostView = Schemas['SharedCostView']
export type SharedCostDraft = Schemas['SharedCostDraft']
