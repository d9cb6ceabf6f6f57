import type { StandardFigures, StandardPresetCode } from '@yinuo/contracts'
import { standardPresetFigures } from './presets.ts'

/** The figures of a preset with a community's own in their place. */
export function figuresInForce(preset: StandardPresetCode, overrides: Partial<StandardFigures['repairs']>): StandardFigures {
  return { repairs: { ...standardPresetFigures[preset].repairs, ...overrides } }
}
