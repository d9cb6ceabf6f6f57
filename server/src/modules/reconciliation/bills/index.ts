/** What a bill of WeChat Pay says. */
export { readFundFlowBill, type FundFlow } from './read-fund-flow-bill.ts'
export { BillUnreadable } from './read-table.ts'
export { NO_TRADES, readTradeBill, type BillLine, type TradeBill } from './read-trade-bill.ts'
