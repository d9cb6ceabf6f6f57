import type { Fault, HouseholdRow } from '../sheet/household-row.ts'
import type { ImportCounts } from '../rules/counts.ts'
import type { Ask } from './ask.ts'
import { refuseAgainstArchive } from './faults-against-archive.ts'
import { plan } from './plan.ts'
import { stageRows } from './stage.ts'
import { writePlan } from './write.ts'

export interface Target {
  communityId: string
  today: string
}

/** What rows would do to the archive, and which of them it does not take. Nothing is written. */
export async function compareRows(
  ask: Ask,
  { communityId, today }: Target,
  rows: readonly HouseholdRow[],
): Promise<{ counts: ImportCounts; faults: Fault[] }> {
  await stageRows(ask, rows)
  const faults = await refuseAgainstArchive(ask, communityId)
  return { counts: await plan(ask, communityId, today), faults }
}

/**
 * Brings rows in: what is there already stays, what differs is changed, what is missing is added; nobody is removed.
 * Two imports of one community wait for each other.
 * @param allOrNothing with a row the archive does not take, nothing is written: counts is null
 */
export async function bringIn(
  ask: Ask,
  target: Target & { batchId: string; allOrNothing: boolean },
  rows: readonly HouseholdRow[],
): Promise<{ counts: ImportCounts | null; faults: Fault[] }> {
  await ask('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`import:${target.communityId}`])
  const { counts, faults } = await compareRows(ask, target, rows)
  if (target.allOrNothing && faults.length > 0) return { counts: null, faults }
  await writePlan(ask, target.communityId, target.batchId)
  return { counts, faults }
}
