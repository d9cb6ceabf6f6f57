import { denominations } from '@yinuo/contracts'
import type { CounterBill } from '@yinuo/contracts'
import { yuan } from '../../words/money.ts'

/** 百元 is a note of ten thousand fen. */
export const denominationText = (fen: number): string => (fen >= 100 ? `${fen / 100} 元` : `${fen / 10} 角`)

export type Pieces = Readonly<Record<number, number>>

export const countedOf = (pieces: Pieces): number => denominations.reduce((sum, fen) => sum + fen * (pieces[fen] ?? 0), 0)

/** What is missing or too much in the till, in words. */
export function differenceText(fen: number): string {
  if (fen === 0) return '账实相符'
  return fen < 0 ? `短款 ${yuan(-fen)}` : `长款 ${yuan(fen)}`
}

/** How much of each ticked bill is paid; what was typed, or all that is owed. */
export const partsOf = (bills: readonly CounterBill[], ticked: readonly string[], typed: Readonly<Record<string, number>>) =>
  bills
    .filter(({ id, heldBy }) => ticked.includes(id) && !heldBy)
    .map(({ id, owedFen }) => ({ billId: id, amountFen: Math.min(typed[id] ?? owedFen, owedFen) }))
    .filter(({ amountFen }) => amountFen > 0)
