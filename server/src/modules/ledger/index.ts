/** The books (账簿) of a community: double entry, append only, by months that are closed (FIN-05). */
export { closeMonth, reopenMonth } from './actions/close-month.ts'
export { keepVouchers, type VoucherIds } from './actions/keep-vouchers.ts'
export { postEntry, refuseClosed, type EntryDraft } from './actions/post-entry.ts'
export { reverseEntry } from './actions/reverse-entry.ts'
export { ledgerExport } from './exports/ledger-export.ts'
export { Voucher, VoucherIds as VoucherIdsBody } from './http/ledger.dto.ts'
export { LedgerModule } from './ledger.module.ts'
export { voucherViews, VOUCHERS, type VoucherRow } from './queries/vouchers.sql.ts'
