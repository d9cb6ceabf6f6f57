import type { components } from '../generated/api-types.ts'

type Schemas = components['schemas']

// ── ledger ────────────────────────────────────────────────────────────────────
/** GET …/ledger-entries?query=&account=&fund=&kind=&from=&to=&cursor= → Page<LedgerEntryRow> ; GET …/{id} ; POST …/{id}/reverse */
export type LedgerEntryRow = Schemas['LedgerEntryRow']
export type LedgerEntryView = Schemas['LedgerEntryView']
export type LedgerLine = Schemas['LedgerLine']
export type Voucher = Schemas['Voucher']
export type ReversedEntry = Schemas['ReversedEntry']
/** POST …/ledger-transfers, …/ledger-adjustments → LedgerEntryView */
export type NewTransfer = Schemas['NewTransfer']
export type NewAdjustment = Schemas['NewAdjustment']
export type AdjustedLine = Schemas['AdjustedLine']
/** GET …/trial-balance?month=&fund= */
export type TrialBalance = Schemas['TrialBalance']
/** GET …/account-sheet?account=&month=&fund=&cursor= */
export type AccountSheet = Schemas['AccountSheet']
export type AccountSheetLine = Schemas['AccountSheetLine']
/** GET …/ledger-months ; POST …/ledger-months/close, …/ledger-months/reopen ; GET …/closing-checks?month= */
export type LedgerMonths = Schemas['LedgerMonths']
export type LedgerMonth = Schemas['LedgerMonth']
export type ClosingChecks = Schemas['ClosingChecks']
export type ClosedMonth = Schemas['ClosedMonth']
export type ReopenedMonth = Schemas['ReopenedMonth']

// ── spending and income ───────────────────────────────────────────────────────
/** GET …/fund-records?query=&side=&fund=&category=&supplierId=&state=&from=&to=&cursor= ; GET …/{id} ; POST …/{id}/(approve|refuse|reverse) */
export type FundRecordRow = Schemas['FundRecordRow']
export type FundRecordView = Schemas['FundRecordView']
export type NewFundRecord = Schemas['NewFundRecord']
export type SeenFundRecord = Schemas['SeenFundRecord']
export type ReasonedFundRecord = Schemas['ReasonedFundRecord']
/** GET …/fund-import-template ; POST …/fund-imports/check → FundImportCheck ; GET, POST …/fund-imports ; POST …/{id}/undo */
export type FundImportCheck = Schemas['FundImportCheck']
export type FundImportFault = Schemas['FundImportFault']
export type FundImportDone = Schemas['FundImportDone']
export type FundImportRow = Schemas['FundImportRow']
export type UndoneFundImport = Schemas['UndoneFundImport']
/** GET, PUT …/fund-record-rules */
export type FundRecordRules = Schemas['FundRecordRules']
export type SetFundRecordRules = Schemas['SetFundRecordRules']
/** GET …/fund-sums?from=&to=&fund= */
export type FundSums = Schemas['FundSums']
/** GET …/suppliers?query=&stopped=&cursor= → Page<SupplierRow> ; POST …/suppliers ; PUT …/{id} */
export type SupplierRow = Schemas['SupplierRow']
export type NewSupplier = Schemas['NewSupplier']
export type EditedSupplier = Schemas['EditedSupplier']

// ── arrears ───────────────────────────────────────────────────────────────────
/** GET …/arrears?buildingId=&age=&query=&order=&cursor= → Page<ArrearsRow> ; GET …/arrears-summary */
export type ArrearsRow = Schemas['ArrearsRow']
export type ArrearsSummary = Schemas['ArrearsSummary']
/** GET …/households/{unitId}/arrears ; POST …/households/{unitId}/reminders, …/stop-reminding → HouseholdArrears */
export type HouseholdArrears = Schemas['HouseholdArrears']
export type OwedBill = Schemas['OwedBill']
export type ReminderRow = Schemas['ReminderRow']
export type NewReminder = Schemas['NewReminder']
export type StoppedReminding = Schemas['StoppedReminding']
/** GET, PUT …/reminder-stages */
export type ReminderStages = Schemas['ReminderStages']
export type SetReminderStages = Schemas['SetReminderStages']
/** GET …/bills/{id}/late-fee, GET /me/bills/{id}/late-fee */
export type LateFeeNow = Schemas['LateFeeNow']
/** GET …/late-fee-terms ; PUT …/late-fee-terms/{chargeId} → LateFeeTermsRow[] */
export type LateFeeTermsRow = Schemas['LateFeeTermsRow']
export type SetLateFeeTerms = Schemas['SetLateFeeTerms']
/** GET …/late-fee-waivers?state=&cursor= ; POST …/late-fee-waivers ; POST …/{id}/(approve|refuse) → Page<LateFeeWaiverRow> */
export type LateFeeWaiverRow = Schemas['LateFeeWaiverRow']
export type NewLateFeeWaiver = Schemas['NewLateFeeWaiver']
export type SeenLateFeeWaiver = Schemas['SeenLateFeeWaiver']
export type RefusedLateFeeWaiver = Schemas['RefusedLateFeeWaiver']
