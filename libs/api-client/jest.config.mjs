import { project } from '../../jest.preset.mjs'

export default project('api-client', import.meta.dirname, { testMatch: ['**/*.spec.ts'] })
