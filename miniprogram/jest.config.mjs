import { project } from '../jest.preset.mjs'

export default project('miniprogram', import.meta.dirname, { testMatch: ['**/*.spec.ts', '**/*.spec.tsx'] })
