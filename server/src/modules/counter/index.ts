/** Money taken by hand, receipts of all payments, and the end of a cashier's day (FIN-02). */
export { closeDay, type DayCount } from './actions/close-day.ts'
export { confirmDay } from './actions/decide-day.ts'
export { takeMoney, type MoneyTaken } from './actions/take-money.ts'
export { CounterModule } from './counter.module.ts'
export { dayEndsExport, receiptsExport } from './exports/counter-exports.ts'
