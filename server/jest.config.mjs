import { availableParallelism } from 'node:os'
import { project } from '../jest.preset.mjs'

export default project('server', import.meta.dirname, {
  testMatch: ['**/*.spec.ts'],
  testTimeout: 30_000,
  // A spec waits for its database about half of its time.
  maxWorkers: Math.max(2, availableParallelism() - 1),
  // Modules loaded by a spec stay in its process; a process that has grown makes way for a new one.
  workerIdleMemoryLimit: '1500MB',
  globalSetup: '<rootDir>/test/global-setup.mjs',
  globalTeardown: '<rootDir>/test/global-teardown.mjs',
})
