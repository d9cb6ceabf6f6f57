import type {
  AccountSheet,
  ClosedMonth,
  ClosingChecks,
  EditedSupplier,
  FundRecordRow,
  FundRecordRules,
  FundRecordView,
  FundSums,
  LedgerEntryRow,
  LedgerEntryView,
  LedgerMonths,
  NewAdjustment,
  NewFundRecord,
  NewSupplier,
  NewTransfer,
  Page,
  ReasonedFundRecord,
  ReopenedMonth,
  ReversedEntry,
  SeenFundRecord,
  SetFundRecordRules,
  SupplierRow,
  TrialBalance,
} from '@yinuo/contracts'

/** The books, and the register of spending and income. */
export interface BookRoutes {
  'GET /communities/{communityId}/ledger-entries': { answer: Page<LedgerEntryRow> }
  'GET /communities/{communityId}/ledger-entries/{id}': { answer: LedgerEntryView }
  'POST /communities/{communityId}/ledger-entries/{id}/reverse': { body: ReversedEntry; answer: LedgerEntryView }
  'POST /communities/{communityId}/ledger-transfers': { body: NewTransfer; answer: LedgerEntryView }
  'POST /communities/{communityId}/ledger-adjustments': { body: NewAdjustment; answer: LedgerEntryView }
  'GET /communities/{communityId}/trial-balance': { answer: TrialBalance }
  'GET /communities/{communityId}/account-sheet': { answer: AccountSheet }
  'GET /communities/{communityId}/ledger-months': { answer: LedgerMonths }
  'GET /communities/{communityId}/closing-checks': { answer: ClosingChecks }
  'POST /communities/{communityId}/ledger-months/close': { body: ClosedMonth; answer: LedgerMonths }
  'POST /communities/{communityId}/ledger-months/reopen': { body: ReopenedMonth; answer: LedgerMonths }
  'GET /communities/{communityId}/fund-records': { answer: Page<FundRecordRow> }
  'POST /communities/{communityId}/fund-records': { body: NewFundRecord; answer: FundRecordView }
  'GET /communities/{communityId}/fund-records/{id}': { answer: FundRecordView }
  'POST /communities/{communityId}/fund-records/{id}/approve': { body: SeenFundRecord; answer: FundRecordView }
  'POST /communities/{communityId}/fund-records/{id}/refuse': { body: ReasonedFundRecord; answer: FundRecordView }
  'POST /communities/{communityId}/fund-records/{id}/reverse': { body: ReasonedFundRecord; answer: FundRecordView }
  'GET /communities/{communityId}/fund-record-rules': { answer: FundRecordRules }
  'PUT /communities/{communityId}/fund-record-rules': { body: SetFundRecordRules; answer: FundRecordRules }
  'GET /communities/{communityId}/fund-sums': { answer: FundSums }
  'GET /communities/{communityId}/suppliers': { answer: Page<SupplierRow> }
  'POST /communities/{communityId}/suppliers': { body: NewSupplier; answer: SupplierRow }
  'PUT /communities/{communityId}/suppliers/{id}': { body: EditedSupplier; answer: SupplierRow }
}
