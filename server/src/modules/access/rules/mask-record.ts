import { maskName, maskPhone, maskPhonesIn } from '../../../platform/privacy/index.ts'

const secret = /password|secret|token|totp|openid|unionid|hash/i
const telephone = /phone|mobile|hotline/i
const personName = /^(name|residentName|reporterName|recipientName|resident_name|reporter_name|recipient_name)$/

/** Kinds of things whose `name` is nobody's: a post, a community, a standard. */
const namelessKinds = new Set(['post', 'community', 'building', 'unit', 'place', 'calendar', 'standard', 'code', 'material'])

/** What an auditor is shown of a changed record: that it changed, without the telephone numbers and names of people. */
export function maskRecord(value: unknown, subjectKind: string): unknown {
  return masked(value, '', !namelessKinds.has(subjectKind))
}

function masked(value: unknown, key: string, namesPeople: boolean): unknown {
  if (secret.test(key) && typeof value !== 'boolean') return value === null ? null : '***'
  if (Array.isArray(value)) return value.map((each) => masked(each, key, namesPeople))
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, masked(inner, name, namesPeople)]))
  }
  if (typeof value !== 'string') return value
  if (telephone.test(key)) return maskPhone(value)
  if (namesPeople && personName.test(key)) return maskName(value)
  return maskPhonesIn(value)
}
