import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { explain, missingPackages } from './install.mjs'

describe('the packages of a workspace', () => {
  /** @type {string} */
  let workspace
  beforeEach(() => {
    workspace = mkdtempSync(join(tmpdir(), 'yinuo-install-'))
    mkdirSync(join(workspace, 'node_modules'))
  })
  afterEach(() => rmSync(workspace, { recursive: true, force: true }))

  /** @param {string} file @param {object} packages */
  const write = (file, packages) => writeFileSync(join(workspace, file), JSON.stringify({ packages }))

  it('are all missing on a fresh clone', () => {
    write('package-lock.json', { 'node_modules/a': { version: '1.0.0' } })
    expect(missingPackages(workspace)).toBe(Infinity)
  })

  it('are complete although those for other platforms are absent', () => {
    write('package-lock.json', {
      '': {},
      'libs/own': { version: '0.1.0' },
      'node_modules/own': { link: true },
      'node_modules/a': { version: '1.0.0' },
      'node_modules/a-darwin': { version: '1.0.0', os: ['darwin'] },
      'node_modules/b': { version: '1.0.0', optional: true },
    })
    write('node_modules/.package-lock.json', { 'node_modules/a': { version: '1.0.0' } })
    expect(missingPackages(workspace)).toBe(0)
  })

  it('are counted when the lock file has moved on', () => {
    write('package-lock.json', { 'node_modules/a': { version: '1.1.0' }, 'node_modules/new': { version: '1.0.0' } })
    write('node_modules/.package-lock.json', { 'node_modules/a': { version: '1.0.0' } })
    expect(missingPackages(workspace)).toBe(2)
  })
})

describe('an installation that failed', () => {
  it.each([
    ['npm error code EAI_AGAIN\nnpm error request to https://… failed', 'needs the network'],
    ['npm error code ECONNREFUSED', 'needs the network'],
    ['npm error code ENOSPC\nnpm error nospc', 'disk is full'],
    ['npm error code EACCES\nnpm error path node_modules', 'No permission'],
    ['npm error something else', 'something else'],
  ])('is told in words: %j', (said, words) => {
    const told = explain(said, 'install.log')
    expect(told.name).toBe('Obstacle')
    expect(told.message).toContain(words)
    expect(told.message).toMatch(/[一-龥]/)
  })
})
