/** What there is in the model of money: bills, payments and refunds are known by their place in a list, days are yyyy-mm-dd. */
export type Way = 'wechat' | 'cash' | 'transfer' | 'pos' | 'balance'
export interface Part {
  bill: number
  fen: number
}
export interface Bill {
  unit: number
  fund: string
  kind: 'charge' | 'service' | 'late-fee'
  /** the month of a run, or the late bill of a fee */
  about: string
  fen: number
  paid: number
  reversed: boolean
}
export interface Payment {
  unit: number
  way: Way
  state: 'open' | 'paid' | 'closed'
  parts: (Part & { settled: number; refunded: number })[]
  ahead: number
  fen: number
  refunded: number
  over: { fen: number; reason: string; state: string } | null
}
export interface Refund {
  payment: number
  way: Way
  parts: Part[]
  ahead: number
  over: number
  fen: number
  state: string
  by: number
}
export type RefundWish = Pick<Refund, 'payment' | 'way' | 'parts' | 'ahead' | 'by'> & { overpaid: boolean }

/** what a run asks of a home, and how much of a refund one person decides */
export const FEE_FEN = 12_345
export const ALONE_FEN = 2_000
export const UNITS = 2

/** where the money of a way of paying lies, and by which ways it may go back */
export const ACCOUNTS: Record<Way, string> = { wechat: 'wechat', cash: 'cash', transfer: 'bank', pos: 'bank', balance: 'prepaid' }
export const BACK: Record<Way, Way[]> = {
  wechat: ['wechat', 'transfer', 'cash'],
  cash: ['cash', 'transfer'],
  transfer: ['transfer', 'cash'],
  pos: ['pos', 'transfer', 'cash'],
  balance: ['balance'],
}
