import type { Party } from '../../cases/rules/index.ts'
import { permissionsIn, type Caller } from '../../access/rules/index.ts'

/** What of a repair decides who stands how to it. */
export interface RepairStakes {
  communityId: string
  buildingId: string | null
  reporterAccountId: string | null
  placeKind: string
  placeId: string | null
  assigneeId: string | null
}

/** In what parts the caller stands to the repair; none: for them it does not exist. */
export function partiesOf(caller: Caller, stakes: RepairStakes): Set<Party> {
  const parties = new Set<Party>()
  const isReporter = caller.account !== null && stakes.reporterAccountId === caller.account.id
  const sharesHome = stakes.placeKind === 'unit' && caller.homes.some((home) => home.unitId === stakes.placeId)
  const livesThere = caller.homes.some((home) => home.communityId === stakes.communityId)
  if ((isReporter && livesThere) || sharesHome) parties.add('reporter')
  const permissions = permissionsIn(caller, stakes.communityId, stakes.buildingId)
  if (permissions.has('repairs.work')) parties.add('worker')
  if (permissions.has('repairs.work') && caller.staff!.id === stakes.assigneeId) parties.add('assignee')
  if (permissions.has('repairs.report')) parties.add('front-desk')
  if (permissions.has('repairs.dispatch')) parties.add('dispatcher')
  if (permissions.has('repairs.supervise')) parties.add('supervisor')
  return parties
}
