import type { Party } from '../../cases/rules/index.ts'
import { livesIn, permissionsIn, type Caller } from '../../access/rules/index.ts'

/** What of a complaint decides who stands how to it. */
export interface ComplaintStakes {
  communityId: string
  buildingId: string | null
  /** The account is the complainant's, named or sealed. */
  isAuthor: boolean
  assigneeId: string | null
  registeredBy: string | null
}

/** In what parts the caller stands to the complaint; none: for them it does not exist. A complaint is the author's alone. */
export function partiesOf(caller: Caller, stakes: ComplaintStakes): Set<Party> {
  const parties = new Set<Party>()
  if (stakes.isAuthor && livesIn(caller, stakes.communityId)) parties.add('reporter')
  const permissions = permissionsIn(caller, stakes.communityId, stakes.buildingId)
  if (permissions.has('complaints.handle') && caller.staff!.id === stakes.assigneeId) parties.add('assignee')
  if (permissions.has('complaints.assign')) {
    parties.add('dispatcher')
    if (stakes.registeredBy !== null) parties.add('front-desk')
  }
  if (permissions.has('complaints.supervise')) parties.add('supervisor')
  return parties
}
