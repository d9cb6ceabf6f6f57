import { holds, type Caller } from '../../access/rules/index.ts'
import type { Party } from '../../cases/rules/index.ts'

/** What of a conversation decides who stands how to it. */
export interface ConversationStakes {
  communityId: string
  buildingId: string | null
  reporterAccountId: string | null
  placeId: string | null
}

/**
 * In what parts the caller stands to the conversation; none: for them it does not exist. It is between the office and
 * the one person who began it, for as long as the home is theirs.
 */
export function partiesOf(caller: Caller, stakes: ConversationStakes): Set<Party> {
  const parties = new Set<Party>()
  const isTheirs = caller.account !== null && stakes.reporterAccountId === caller.account.id
  if (isTheirs && caller.homes.some((home) => home.unitId === stakes.placeId)) parties.add('reporter')
  if (holds(caller, stakes.communityId, 'conversations.answer', stakes.buildingId)) parties.add('front-desk')
  return parties
}
