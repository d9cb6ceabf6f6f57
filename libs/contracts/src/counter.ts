import type { Labels } from './label.ts'

/** How far the day-end of a cashier is. */
export const dayEndStates = { counted: '待复核', confirmed: '已复核', returned: '已退回' } as const satisfies Labels<string>
export type DayEndState = keyof typeof dayEndStates

/** On what a receipt is printed. */
export const receiptPapers = { a5: 'A5', thermal: '80 毫米小票' } as const satisfies Labels<string>
export type ReceiptPaper = keyof typeof receiptPapers

/** Whether a receipt still holds. */
export const receiptStandings = { valid: '有效', void: '已作废' } as const satisfies Labels<string>
export type ReceiptStanding = keyof typeof receiptStandings

/** Notes and coins in use, in fen. */
export const denominations = [10_000, 5_000, 2_000, 1_000, 500, 100, 50, 10] as const

/** How a receipt's number is written: six digits, more when there are more. */
export const receiptNumberText = (number: number): string => String(number).padStart(6, '0')

export const counterLimits = {
  payer: 40,
  /** Of one denomination in a till. */
  pieces: 9_999,
} as const
