import { describe, expect, it } from '@jest/globals'
import { areasOfWork, codesOf } from '@yinuo/contracts'
import { readyMadePosts } from '../ready-made-posts.ts'
import { filledFrom, gapsOf } from './template-gap.ts'

const engineer = readyMadePosts.find(({ code }) => code === 'engineer')!

describe('ready-made posts', () => {
  it('[PER-01] are whole: every part written, every area answered for by somebody', () => {
    for (const { work, authority, responsibility, qualification, duties, answersFor } of readyMadePosts) {
      expect([work, authority, responsibility, qualification, duties]).not.toContain('')
      expect(answersFor).not.toEqual([])
    }
    const answered = new Set(readyMadePosts.flatMap(({ answersFor }) => answersFor))
    expect(codesOf(areasOfWork).filter((area) => !answered.has(area))).toEqual([])
  })

  it('[PER-01] fill a gap and replace nothing', () => {
    expect(gapsOf([engineer], [])).toEqual([{ template: engineer, missing: true }])
    expect(gapsOf([engineer], [engineer])).toEqual([])
    const own = { ...engineer, work: '只修水电。', authority: '', certificates: [], answersFor: ['facilities' as const] }
    expect(gapsOf([engineer], [own])).toEqual([{ template: engineer, missing: false }])
    expect(filledFrom(engineer, own)).toMatchObject({
      work: '只修水电。',
      authority: engineer.authority,
      certificates: engineer.certificates,
      answersFor: ['facilities'],
    })
  })
})
