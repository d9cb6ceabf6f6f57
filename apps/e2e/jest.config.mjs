import { project } from '../../jest.preset.mjs'

export default {
  ...project('e2e', import.meta.dirname, {
    testMatch: ['**/*.spec.ts'],
    globalSetup: '<rootDir>/global-setup.mjs',
    globalTeardown: '<rootDir>/global-teardown.mjs',
  }),
  testTimeout: 180_000,
  // Journeys of one product, one browser at a time.
  maxWorkers: 1,
}
