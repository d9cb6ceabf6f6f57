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
