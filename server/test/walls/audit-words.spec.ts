import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { actionWord, subjectWord } from '@yinuo/contracts'

const modules = join(import.meta.dirname, '../../src/modules')
const sources = readdirSync(modules, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
  .map((file) => readFileSync(join(modules, file), 'utf8'))
  .filter((source) => /audit/i.test(source))

const named = (pattern: RegExp) => [
  ...new Set(sources.flatMap((source) => [...source.matchAll(pattern)].map(([, word]) => word!))),
]

/** Who reads the record of changes reads Chinese. */
describe('the record of changes', () => {
  it('[ORG-05] has a word for everything that is done', () => {
    const actions = named(/\baction: '([a-z.-]+)'/g)
    expect(actions.length).toBeGreaterThan(40)
    expect(actions.filter((action) => actionWord(action) === action)).toEqual([])
  })

  it('[ORG-05] has a word for everything it is done to', () => {
    const kinds = named(/\bsubjectKind: '([a-z-]+)'/g)
    expect(kinds.length).toBeGreaterThan(15)
    expect(kinds.filter((kind) => subjectWord(kind) === kind)).toEqual([])
  })
})
