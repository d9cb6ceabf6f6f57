/** What homes are asked to pay, and why (FIN-01). */
export { addBill, type BillDraft } from './actions/add-bill.ts'
export { reverseBill, type BillReversal } from './actions/reverse-bill.ts'
export { billsExport } from './exports/bills-export.ts'
export { BillingModule } from './billing.module.ts'
export { billDetail, BILL_ROW, billRow, IS_OWED, OF_BILL, type BillRecord } from './queries/bill-row.ts'
export { OWN_BILL } from './queries/own-bills.ts'
