import { letterLimits } from '@yinuo/contracts'

/** Headers in the order in which they stand, names in lower case. */
export type Headers = readonly { name: string; value: string }[]

const valuesOf = (headers: Headers, name: string): string[] =>
  headers.filter((header) => header.name === name).map(({ value }) => value.toLowerCase())

const NOBODY =
  /^(no[-_.]?reply|do[-_.]?not[-_.]?reply|mailer-daemon|postmaster|bounces?|notifications?|newsletter)([-+_.][^@]*)?@/

/**
 * Why a mail was written by no person (RFC 3834): such a mail is kept, opens no case, and is never answered.
 * @returns null when a person may have written it
 */
export function automaticBecause(headers: Headers, from: string | null, own: ReadonlySet<string>): string | null {
  const first = (name: string) => valuesOf(headers, name)[0]
  const submitted = first('auto-submitted')
  if (submitted !== undefined && !/^no\b/.test(submitted.trim())) return '自动回复或系统邮件'
  if (from === null || first('return-path')?.trim() === '<>') return '退信或没有发件人'
  if (own.has(from)) return '本公司自己的邮箱发来'
  if (NOBODY.test(from)) return '不收回信的地址'
  if (/^(bulk|list|junk|auto_reply)\b/.test(first('precedence')?.trim() ?? '')) return '群发邮件'
  if (first('list-id') !== undefined || first('list-unsubscribe') !== undefined) return '群发邮件'
  if (first('x-autoreply') !== undefined || first('x-autorespond') !== undefined) return '自动回复或系统邮件'
  return null
}

/** Whether the receiving servers found the sender to be another (RFC 8601). Where they say nothing, nothing is known. */
export function isForged(headers: Headers): boolean {
  const results = valuesOf(headers, 'authentication-results')
  if (results.length === 0) return false
  const [last] = results
  if (/\bdmarc=pass\b/.test(last!)) return false
  return results.some((each) => /\bdmarc=(fail|permerror)\b|\bspf=(fail|softfail)\b|\bdkim=fail\b/.test(each))
}

interface Greeted {
  automatic: string | null
  forged: boolean
  isContinuation: boolean
  acknowledgedToday: number
  asksForSilence: boolean
}

/** A letter is acknowledged once; never to machines, never to who may be somebody else, and so often to one address. */
export function mayAcknowledge(letter: Greeted): boolean {
  const { automatic, forged, isContinuation, acknowledgedToday, asksForSilence } = letter
  if (automatic !== null || forged || isContinuation || asksForSilence) return false
  return acknowledgedToday < letterLimits.acknowledgementsPerDay
}

/** X-Auto-Response-Suppress: the sender wants no answer of a machine. */
export const asksForSilence = (headers: Headers): boolean =>
  valuesOf(headers, 'x-auto-response-suppress').some((value) => /\b(all|autoreply|oof)\b/.test(value))
