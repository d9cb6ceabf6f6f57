/** An acceptance as one of two sources tells of it: the client after the consent sheet, or WeChat's event. */
export interface Acceptance {
  source: 'client' | 'event'
  grantedAt: Date
}

export interface KnownGrant extends Acceptance {
  id: string
  paired: boolean
}

const WITHIN_MS = 2 * 60_000

/**
 * The grant that the other source already told of, or null if this is news.
 *
 * Client and event carry no common number, so they are one acceptance when they are of the same person and template,
 * from different sources, at most two minutes apart and neither has a partner yet; the closest in time is taken.
 * Where one is lost the other still counts. Only when of two acceptances within two minutes opposite halves are lost do
 * we count one too few; the person loses nothing, since the message then goes as a text message.
 */
export function partnerOf(acceptance: Acceptance, known: readonly KnownGrant[]): string | null {
  const distance = (grant: KnownGrant) => Math.abs(grant.grantedAt.getTime() - acceptance.grantedAt.getTime())
  const partners = known.filter((grant) => grant.source !== acceptance.source && !grant.paired && distance(grant) <= WITHIN_MS)
  return partners.sort((one, other) => distance(one) - distance(other))[0]?.id ?? null
}
