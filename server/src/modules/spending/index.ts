/** Spending, income that is not a bill, and suppliers, as finance enters them (FIN-05). */
export { addSupplier } from './actions/keep-supplier.ts'
export { approveRecord, enterRecord } from './actions/record-fund.ts'
export { fundRecordsExport } from './exports/spending-export.ts'
export { SpendingModule } from './spending.module.ts'
