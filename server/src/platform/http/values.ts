/** What counts as a phone number, a day, an instant … when it comes from outside. */

/** Characters as people count them: 𠮷 is one. */
export const lengthOf = (text: string) => [...text].length

/** PostgreSQL keeps neither NUL nor half a surrogate pair; other control characters hide what is written. */
export function isStorable(text: string, lines: 'one' | 'many') {
  const hidden = lines === 'one' ? /[\u0000-\u001f\u007f\u2028\u2029]/ : /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/
  return !hidden.test(text) && !/\p{Surrogate}/u.test(text)
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const isWhole = (value: unknown, min: number, max: number) =>
  Number.isSafeInteger(value) && (value as number) >= min && (value as number) <= max

export const isUuid = (value: unknown) =>
  typeof value === 'string' && /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(value)

export function isDay(value: unknown) {
  if (typeof value !== 'string' || !/^(19|20|21)\d\d-\d\d-\d\d$/.test(value)) return false
  const midnight = new Date(`${value}T00:00:00Z`)
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(value)
}

export function isInstant(value: unknown) {
  const parts =
    typeof value === 'string'
      ? /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/.exec(value)
      : null
  return parts !== null && isDay(parts[1])
}

const mobile = /^1[3-9]\d{9}$/
const landline = /^0\d{2,3}-?[2-9]\d{6,7}(-\d{1,6})?$/

export const isPhoneNumber = (value: unknown) => typeof value === 'string' && (mobile.test(value) || landline.test(value))

/** The number as it is dialled here: no spaces, no country code, no full-width digits; a mobile without hyphens. */
export function plainPhoneNumber(typed: string) {
  const dialled = typed
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/^(\+|00)86-?/, '')
  const digits = dialled.replaceAll('-', '')
  return mobile.test(digits) ? digits : dialled
}
