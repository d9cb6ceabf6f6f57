import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { textOf } from './text-of.ts'

let folder: string
let path: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yinuo-text-'))
  path = join(folder, 'paper.txt')
  await writeFile(path, '巡查\n记录')
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('the text of a document', () => {
  it('[ORG-06] is read on a thread of its own', async () => {
    expect(await textOf(path, 'txt')).toEqual({ state: 'read', content: '巡查记录' })
  })

  it('[ORG-06] that takes too long is given up', async () => {
    expect(await textOf(path, 'txt', { ms: 1, megabytes: 100 })).toEqual({ state: 'failed', content: '' })
  })

  it('[ORG-06] that is none is none, and what cannot be read has failed', async () => {
    expect((await textOf(path, 'png')).state).toBe('none')
    expect((await textOf(path, 'docx')).state).toBe('failed')
    expect((await textOf(join(folder, 'missing.pdf'), 'pdf')).state).toBe('failed')
  })

  it('[ORG-06] of more than a thick handbook is cut off', async () => {
    const thick = join(folder, 'thick.txt')
    await writeFile(thick, '字'.repeat(500_000))
    expect((await textOf(thick, 'txt')).content).toHaveLength(400_000)
  })
})
