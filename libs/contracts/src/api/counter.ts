import type { components } from '../generated/api-types.ts'

type Schemas = components['schemas']

// ── the counter of a community ────────────────────────────────────────────────
/** GET …/units/{id}/counter ; POST …/counter-payments → TakenMoney ; POST …/payments/{id}/close → CounterDesk */
export type CounterDesk = Schemas['CounterDesk']
export type CounterBill = Schemas['CounterBill']
export type TakeMoney = Schemas['TakeMoney']
export type TakenMoney = Schemas['TakenMoney']

/** GET …/receipts?state=&from=&to=&query=&cursor= → Page<ReceiptRow> ; GET …/receipts/{id} ; GET …/receipts/{id}/sheet?paper= ; POST …/receipts/{id}/(prints|void) */
export type ReceiptRow = Schemas['ReceiptRow']
export type ReceiptView = Schemas['ReceiptView']
export type VoidReceipt = Schemas['VoidReceipt']

/** GET /api/me/payments/{id}/receipt-link */
export type ReceiptLink = Schemas['ReceiptLink']

/** GET …/till ; GET, POST …/day-ends ; GET …/day-ends/{id} ; POST …/day-ends/{id}/(confirm|return) */
export type Till = Schemas['Till']
export type WaySum = Schemas['WaySum']
export type CloseDay = Schemas['CloseDay']
export type DayEndRow = Schemas['DayEndRow']
export type DayEndView = Schemas['DayEndView']
