import type {
  AccountSheet,
  ArrearsRow,
  ArrearsSummary,
  ClosedMonth,
  ClosingChecks,
  EditedSupplier,
  FundImportCheck,
  FundImportDone,
  FundImportRow,
  FundRecordRow,
  FundRecordRules,
  FundRecordView,
  FundSums,
  HouseholdArrears,
  LateFeeNow,
  LateFeeTermsRow,
  LateFeeWaiverRow,
  LedgerEntryRow,
  LedgerEntryView,
  LedgerMonths,
  NewAdjustment,
  NewFundRecord,
  NewLateFeeWaiver,
  NewReminder,
  NewSupplier,
  NewTransfer,
  Page,
  ReasonedFundRecord,
  RefusedLateFeeWaiver,
  ReminderStages,
  ReopenedMonth,
  ReversedEntry,
  SeenFundRecord,
  SeenLateFeeWaiver,
  SetFundRecordRules,
  SetLateFeeTerms,
  SetReminderStages,
  StoppedReminding,
  SupplierRow,
  TrialBalance,
  UndoneFundImport,
} from '@yinuo/contracts'

/** The books, the register of spending and income, and who is behind with paying. */
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
  'GET /communities/{communityId}/fund-import-template': { answer: unknown }
  'GET /communities/{communityId}/fund-imports': { answer: Page<FundImportRow> }
  'POST /communities/{communityId}/fund-imports/check': { body: unknown; answer: FundImportCheck }
  'POST /communities/{communityId}/fund-imports': { body: unknown; answer: FundImportDone }
  'POST /communities/{communityId}/fund-imports/{id}/undo': { body: UndoneFundImport; answer: FundImportRow }
  'GET /communities/{communityId}/fund-record-rules': { answer: FundRecordRules }
  'PUT /communities/{communityId}/fund-record-rules': { body: SetFundRecordRules; answer: FundRecordRules }
  'GET /communities/{communityId}/fund-sums': { answer: FundSums }
  'GET /communities/{communityId}/suppliers': { answer: Page<SupplierRow> }
  'POST /communities/{communityId}/suppliers': { body: NewSupplier; answer: SupplierRow }
  'PUT /communities/{communityId}/suppliers/{id}': { body: EditedSupplier; answer: SupplierRow }
  'GET /communities/{communityId}/arrears': { answer: Page<ArrearsRow> }
  'GET /communities/{communityId}/arrears-summary': { answer: ArrearsSummary }
  'GET /communities/{communityId}/households/{unitId}/arrears': { answer: HouseholdArrears }
  'POST /communities/{communityId}/households/{unitId}/reminders': { body: NewReminder; answer: HouseholdArrears }
  'POST /communities/{communityId}/households/{unitId}/stop-reminding': { body: StoppedReminding; answer: HouseholdArrears }
  'GET /communities/{communityId}/reminder-stages': { answer: ReminderStages }
  'PUT /communities/{communityId}/reminder-stages': { body: SetReminderStages; answer: ReminderStages }
  'GET /communities/{communityId}/bills/{id}/late-fee': { answer: LateFeeNow }
  'GET /communities/{communityId}/late-fee-terms': { answer: LateFeeTermsRow[] }
  'PUT /communities/{communityId}/late-fee-terms/{chargeId}': { body: SetLateFeeTerms; answer: LateFeeTermsRow[] }
  'GET /communities/{communityId}/late-fee-waivers': { answer: Page<LateFeeWaiverRow> }
  'POST /communities/{communityId}/late-fee-waivers': { body: NewLateFeeWaiver; answer: Page<LateFeeWaiverRow> }
  'POST /communities/{communityId}/late-fee-waivers/{id}/approve': { body: SeenLateFeeWaiver; answer: Page<LateFeeWaiverRow> }
  'POST /communities/{communityId}/late-fee-waivers/{id}/refuse': { body: RefusedLateFeeWaiver; answer: Page<LateFeeWaiverRow> }
}
