import type { StandardFigures, StandardOverrides, StandardPresetCode } from '@yinuo/contracts'
import { standardPresetFigures } from './presets.ts'

/** The figures of a preset with a community's own in their place. */
export function figuresInForce(preset: StandardPresetCode, overrides: StandardOverrides): StandardFigures {
  const figures = standardPresetFigures[preset]
  return {
    repairs: { ...figures.repairs, ...overrides.repairs },
    complaints: { ...figures.complaints, ...overrides.complaints },
    outreach: { ...figures.outreach, ...overrides.outreach },
    consultations: { ...figures.consultations, ...overrides.consultations },
  }
}
