import {
  standardPresets,
  type AdoptedStandard,
  type StandardFigures,
  type StandardOverrides,
  type StandardPresetCode,
} from '@yinuo/contracts'
import type { Act, Database } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'

const ADOPTIONS = {
  name: 'standard-adoptions',
  text: `SELECT id, preset, overrides, figures, effective_from, reason, adopted_by_name, created_at
         FROM standard_adoptions WHERE community_id = $1 ORDER BY effective_from DESC, id DESC LIMIT 100`,
}

interface AdoptionRow {
  id: string
  preset: StandardPresetCode
  overrides: StandardOverrides
  figures: StandardFigures
  effective_from: Date
  reason: string
  adopted_by_name: string
  created_at: Date
}

/** The standard in force now, with every adoption before it and those still to come. */
export async function adoptedStandard(database: Database, act: Act, communityId: string): Promise<AdoptedStandard> {
  const adoptions = await database.read<AdoptionRow>(act.reach, ADOPTIONS, [communityId])
  const inForce = adoptions.find((adoption) => adoption.effective_from <= act.now)
  if (!inForce) throw new ProblemError('NOT_FOUND')
  return {
    preset: inForce.preset,
    name: standardPresets[inForce.preset],
    figures: inForce.figures,
    overrides: inForce.overrides,
    effectiveFrom: inForce.effective_from.toISOString(),
    history: adoptions.map((adoption) => ({
      id: adoption.id,
      preset: adoption.preset,
      effectiveFrom: adoption.effective_from.toISOString(),
      reason: adoption.reason,
      adoptedByName: adoption.adopted_by_name,
      at: adoption.created_at.toISOString(),
      figures: adoption.figures,
    })),
  }
}
