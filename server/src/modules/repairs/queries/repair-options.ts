import {
  standardPresets,
  urgencies,
  type RepairFigures,
  type RepairOptions,
  type StandardPresetCode,
  type Urgency,
} from '@yinuo/contracts'
import type { Act, Database } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import { promiseSentence } from '../../standards/index.ts'

const IN_FORCE = {
  name: 'repair-figures-in-force',
  text: `SELECT preset, figures -> 'repairs' AS figures FROM standard_adoptions
         WHERE community_id = $1 AND effective_from <= $2 ORDER BY effective_from DESC, id DESC LIMIT 1`,
}

/** What is promised for a repair in this community, said before anything is sent. */
export async function repairOptions(database: Database, act: Act, communityId: string): Promise<RepairOptions> {
  const [row] = await database.read<{ preset: StandardPresetCode; figures: RepairFigures }>(act.reach, IN_FORCE, [
    communityId,
    act.now,
  ])
  if (!row) throw new ProblemError('NOT_FOUND')
  return {
    standardName: standardPresets[row.preset],
    promises: (Object.keys(urgencies) as Urgency[]).map((urgency) => ({
      urgency,
      sentence: promiseSentence(row.figures, urgency),
      respondWithinMinutes: row.figures.respondWithinMinutes[urgency],
      resolveWithinMinutes: row.figures.resolveWithinMinutes[urgency],
    })),
  }
}
