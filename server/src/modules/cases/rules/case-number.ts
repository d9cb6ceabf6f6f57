import { DateTime } from 'luxon'

const LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

/** The number people read out on the telephone: day and five letters that cannot be confused, e.g. `261121-7K3FQ`. */
export function caseNumber(now: Date, timeZone: string, randomBytes: Uint8Array): string {
  const day = DateTime.fromJSDate(now, { zone: timeZone }).toFormat('yyMMdd')
  const letters = Array.from(randomBytes.subarray(0, 5), (byte) => LETTERS[byte % LETTERS.length]).join('')
  return `${day}-${letters}`
}
