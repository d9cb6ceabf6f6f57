import { wordsOfThreat } from '@yinuo/contracts'

/** A word no reminder carries, if there is one. */
export const threatIn = (wording: string): string | null => wordsOfThreat.find((word) => wording.includes(word)) ?? null
