import { project } from '../jest.preset.mjs'

export default project('server', import.meta.dirname, {
  testMatch: ['**/*.spec.ts'],
  testTimeout: 30_000,
  globalSetup: '<rootDir>/test/global-setup.mjs',
  globalTeardown: '<rootDir>/test/global-teardown.mjs',
})
