import { project } from '../jest.preset.mjs'

export default {
  ...project('tools', import.meta.dirname, { testMatch: ['**/*.spec.mjs'] }),
  // Real databases and programs are started here, on machines that may be busy.
  testTimeout: 60_000,
}
