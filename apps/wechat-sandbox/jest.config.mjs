import { project } from '../../jest.preset.mjs'

export default project('wechat-sandbox', import.meta.dirname, { testMatch: ['**/*.spec.ts'], testTimeout: 30_000 })
