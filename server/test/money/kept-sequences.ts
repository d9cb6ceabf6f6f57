import type { Wish } from './moves.ts'

/** Played each time before those of chance: sequences that easily could go wrong, and every one that ever does, told by its fault. */
export const keptSequences: readonly { fault: string; wishes: readonly Wish[] }[] = [
  {
    fault: 'a refund takes what a reversal would put into the balance',
    wishes: [
      { do: 'service', unit: 0, fund: 'parking', fen: 5_000 },
      { do: 'pay', unit: 0, way: 'wechat', bills: [0], share: 100, ahead: 0 },
      { do: 'notice', payment: 0, daysAgo: 0, wrong: '' },
      { do: 'refund', payment: 0, way: 0, share: 50, ahead: 0, overpaid: false, by: 0 },
      { do: 'reverse', bill: 0, intoBalance: true },
      { do: 'decide', refund: 0, agrees: true, by: 1 },
      { do: 'said', refund: 0, said: 'SUCCESS', daysAgo: 0 },
      { do: 'reverse', bill: 0, intoBalance: true },
      { do: 'refund', payment: 0, way: 0, share: 100, ahead: 0, overpaid: false, by: 0 },
    ],
  },
]
