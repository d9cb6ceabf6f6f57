import { project } from '../jest.preset.mjs'

export default project('tools', import.meta.dirname, { testMatch: ['**/*.spec.mjs'] })
