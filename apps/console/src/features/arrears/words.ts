import { reminderPlaceholders } from '@yinuo/contracts'

/** "到期前 3 天", "到期当天", "逾期 7 天". */
export function stageWord(days: number): string {
  if (days === 0) return '到期当天'
  return days < 0 ? `到期前 ${-days} 天` : `逾期 ${days} 天`
}

/** A wording as a household would read it. */
export const exampleOf = (wording: string): string =>
  Object.entries(reminderPlaceholders).reduce((text, [place, example]) => text.replaceAll(place, example), wording)

/** 50 of 100 000 a day, as contracts write it: 万分之五. */
export const rateWord = (rate: number): string => `每天万分之 ${rate / 10}`
