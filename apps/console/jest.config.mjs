import { project } from '../../jest.preset.mjs'

export default project('console', import.meta.dirname, { testMatch: ['**/*.spec.ts', '**/*.spec.tsx'] })
