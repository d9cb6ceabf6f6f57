import type {
  CloseDay,
  CounterDesk,
  DayEndRow,
  DayEndView,
  Page,
  ReceiptRow,
  ReceiptView,
  TakeMoney,
  TakenMoney,
  Till,
  VoidReceipt,
} from '@yinuo/contracts'

interface Seen {
  version: number
}

/** Money taken by hand, receipts, and the end of a cashier's day. */
export interface CounterRoutes {
  'GET /communities/{communityId}/units/{id}/counter': { answer: CounterDesk }
  'POST /communities/{communityId}/counter-payments': { body: TakeMoney; answer: TakenMoney }
  'POST /communities/{communityId}/payments/{id}/close': { answer: CounterDesk }
  'GET /communities/{communityId}/receipts': { answer: Page<ReceiptRow> }
  'GET /communities/{communityId}/receipts/{id}': { answer: ReceiptView }
  'GET /communities/{communityId}/receipts/{id}/sheet': { answer: unknown }
  'POST /communities/{communityId}/receipts/{id}/prints': { answer: ReceiptView }
  'POST /communities/{communityId}/receipts/{id}/void': { body: VoidReceipt; answer: ReceiptView }
  'GET /communities/{communityId}/till': { answer: Till }
  'GET /communities/{communityId}/day-ends': { answer: Page<DayEndRow> }
  'GET /communities/{communityId}/day-ends/{id}': { answer: DayEndView }
  'POST /communities/{communityId}/day-ends': { body: CloseDay; answer: DayEndView }
  'POST /communities/{communityId}/day-ends/{id}/confirm': { body: Seen; answer: DayEndView }
  'POST /communities/{communityId}/day-ends/{id}/return': { body: Seen & { because: string }; answer: DayEndView }
}
