/** Fields of a subscribe message as WeChat types them: `thing1`, `time5` … */
export type FieldValues = Readonly<Record<string, string>>

export interface Misfit {
  field: string
  because: string
}

interface FieldType {
  /** Longer texts are cut where a person still understands them; everything else must fit as it is. */
  cutTo?: number
  fits: (value: string) => boolean
}

const han = /^\p{Script=Han}+$/u
const clock = '(?:[01]?\\d|2[0-4]):[0-5]\\d(?::[0-5]\\d)?'
const day = '(?:\\d{4}年)?\\d{1,2}月\\d{1,2}日|\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}'
const time = new RegExp(`^(?:(?:${day}) ?)?${clock}(?:~(?:(?:${day}) ?)?${clock})?$`)
const date = new RegExp(`^(?:${day})(?: ?${clock})?(?:~(?:${day})(?: ?${clock})?)?$`)
const atMost = (limit: number, pattern: RegExp) => (value: string) => lengthOf(value) <= limit && pattern.test(value)

/** WeChat's value limits (wechat.md A1.5). One value that does not fit makes it refuse the whole message. */
const types: Readonly<Record<string, FieldType>> = {
  thing: { cutTo: 20, fits: (value) => lengthOf(value) <= 20 },
  name: {
    fits: (value) => (/\p{Script=Han}/u.test(value) ? lengthOf(value) <= 10 : atMost(20, /^[A-Za-z\p{P}\p{S} ]+$/u)(value)),
  },
  character_string: { fits: atMost(32, /^[\x20-\x7e]+$/) },
  number: { fits: atMost(32, /^[+-]?\d+(\.\d+)?$/) },
  letter: { fits: atMost(32, /^[A-Za-z]+$/) },
  symbol: { fits: atMost(5, /^[\p{P}\p{S}]+$/u) },
  time: { fits: (value) => time.test(value) },
  date: { fits: (value) => date.test(value) },
  amount: { fits: (value) => /^[¥￥$€£]?\d{1,10}(\.\d+)?元?$/.test(value) },
  phone_number: { fits: atMost(17, /^[\d+\-()* ]+$/) },
  car_number: { fits: atMost(8, /^[\p{Script=Han}A-Za-z0-9][A-Za-z0-9·-]*[\p{Script=Han}A-Za-z0-9]?$/u) },
  phrase: { fits: atMost(5, han) },
}

/**
 * What will be sent, or why it may not be. Texts of type `thing` are tidied and cut; a code, an amount or a time that
 * does not fit is refused, because half of it would be wrong.
 */
export function fitValues(values: FieldValues): { values: FieldValues } | { misfits: Misfit[] } {
  const fitted = Object.entries(values).map(([field, value]) => fitValue(field, value))
  const misfits = fitted.filter((each) => 'because' in each)
  if (misfits.length > 0) return { misfits }
  return { values: Object.fromEntries(fitted.filter((each) => 'value' in each).map(({ field, value }) => [field, value])) }
}

function fitValue(field: string, given: string): Misfit | { field: string; value: string } {
  const type = types[field.replace(/\d+$/, '')]
  if (!type) return { field, because: 'unknown type' }
  const tidy = given.replace(/\s+/g, ' ').trim()
  if (tidy === '') return { field, because: 'empty' }
  const value = type.cutTo ? cut(tidy, type.cutTo) : tidy
  return type.fits(value) ? { field, value } : { field, because: 'does not fit' }
}

function cut(text: string, limit: number): string {
  const characters = [...text]
  return characters.length <= limit ? text : `${characters.slice(0, limit - 1).join('')}…`
}

function lengthOf(text: string): number {
  return [...text].length
}
