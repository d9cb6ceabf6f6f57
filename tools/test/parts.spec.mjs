import { describe, expect, it } from '@jest/globals'
import { existsSync, globSync } from 'node:fs'
import { inRoot } from '../bootstrap/workspace.mjs'
import { outcome } from './jest-part.mjs'
import { allParts, chooseParts, projectFolders } from './parts.mjs'

const results = {
  numPassedTests: 3,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  numRuntimeErrorTestSuites: 0,
  testResults: [],
}

describe('the parts of a test run', () => {
  it('are all there without a word', () => {
    const parts = allParts()
    expect(chooseParts(parts, [])).toEqual({ chosen: parts, more: [] })
  })

  it('are chosen by name, by group, and hand the rest to jest', () => {
    const { chosen, more } = chooseParts(allParts(), ['types', 'server', '-t', 'REP-04'])
    expect(chosen.map(({ name }) => name)).toEqual(expect.arrayContaining(['types:server', 'types:contracts', 'server']))
    expect(chosen.map(({ name }) => name)).not.toContain('lint')
    expect(more).toEqual(['-t', 'REP-04'])
  })

  it('leave no project with tests out', () => {
    const withSpecs = projectFolders().filter((folder) => {
      const found = globSync('**/*.spec.{ts,tsx,mjs}', {
        cwd: inRoot(folder),
        exclude: (name) => ['node_modules', 'dist'].includes(name),
      })
      return found.length > 0
    })
    expect(withSpecs.filter((folder) => !existsSync(inRoot(folder, 'jest.config.mjs')))).toEqual([])
  })
})

describe('the outcome of a jest run', () => {
  it('counts what is skipped', () => {
    expect(outcome({ ...results, numPendingTests: 1, numTodoTests: 1 }, true)).toEqual({ passed: 3, failed: 0, skipped: 2 })
  })

  it('counts a file that does not even load', () => {
    expect(outcome({ ...results, numRuntimeErrorTestSuites: 1 }, false)).toEqual({ passed: 3, failed: 1, skipped: 0 })
  })

  it('fails when the set-up failed and no test did', () => {
    expect(outcome(results, false)).toEqual({ passed: 3, failed: 1, skipped: 0 })
  })
})
