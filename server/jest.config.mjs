import { project } from '../jest.preset.mjs'

export default project('server', import.meta.dirname, { testMatch: ['**/*.spec.ts'] })
