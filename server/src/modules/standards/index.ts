/** Service standards (STD-02): what a community has adopted, its figures and the calendar they are counted in. */
export { adoptStandard } from './actions/adopt-standard.ts'
export { figuresInForce } from './rules/figures-in-force.ts'
export { minutesInWords, promiseSentence } from './rules/promise-sentence.ts'
export { standardPresetFigures, standardPresetSources } from './rules/presets.ts'
export { StandardsModule } from './standards.module.ts'
