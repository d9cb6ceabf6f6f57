import { project } from '../jest.preset.mjs'

export default project('server', import.meta.dirname, {
  testMatch: ['**/*.spec.ts'],
  testTimeout: 30_000,
  // Modules loaded by a spec stay in its process; a process that has grown makes way for a new one.
  workerIdleMemoryLimit: '1500MB',
  globalSetup: '<rootDir>/test/global-setup.mjs',
  globalTeardown: '<rootDir>/test/global-teardown.mjs',
})
