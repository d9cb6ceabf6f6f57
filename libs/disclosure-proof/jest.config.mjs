import { project } from '../../jest.preset.mjs'

export default project('disclosure-proof', import.meta.dirname, { testMatch: ['**/*.spec.ts'] })
