import { describe, expect, it } from '@jest/globals'
import { noticeBlocks, plainNotice } from '@yinuo/contracts'
import { keptAudience, namesNobody, wishedAudience } from './audience.ts'
import { obstacleTo } from './notice-states.ts'

const nobody = { whole: false, buildingIds: [], entrances: [], unitIds: [], roles: [] }

describe('an audience', () => {
  it('[NTC-01] is kept and given back as it was wished', () => {
    const wish = {
      ...nobody,
      buildingIds: ['b'],
      entrances: [{ buildingId: 'b', entrance: '1/2单元' }],
      roles: ['owner' as const],
    }
    expect(wishedAudience(keptAudience(wish))).toEqual(wish)
  })

  it('[NTC-01] that is the whole community names no part of it', () => {
    expect(keptAudience({ ...nobody, whole: true, buildingIds: ['b'] })).toMatchObject({ whole: true, buildings: [] })
  })

  it('[NTC-01] of nobody is known as such; a role alone names no home', () => {
    expect(namesNobody(keptAudience({ ...nobody, roles: ['owner'] }))).toBe(true)
    expect(namesNobody(keptAudience({ ...nobody, unitIds: ['u'] }))).toBe(false)
  })
})

describe('a step of a notice', () => {
  it('[NTC-01] is refused in the words of its state', () => {
    expect(obstacleTo('approve', 'draft')).toEqual({ state: '草稿', action: '审核' })
    expect(obstacleTo('approve', 'submitted')).toBeNull()
    expect(obstacleTo('edit', 'published')).not.toBeNull()
  })
})

describe('the text of a notice', () => {
  it('[NTC-01] has headings, items, paragraphs and strong words', () => {
    expect(noticeBlocks('# 时间\n\n- 周一\n请**务必**留意')).toEqual([
      { kind: 'heading', parts: [{ text: '时间', strong: false }] },
      { kind: 'item', parts: [{ text: '周一', strong: false }] },
      {
        kind: 'paragraph',
        parts: [
          { text: '请', strong: false },
          { text: '务必', strong: true },
          { text: '留意', strong: false },
        ],
      },
    ])
  })

  it('[NTC-01] keeps whatever else is typed as text', () => {
    const typed = '<script>alert(1)</script> #无空格 **不成对'
    expect(noticeBlocks(typed)).toEqual([{ kind: 'paragraph', parts: [{ text: typed, strong: false }] }])
    expect(plainNotice('# 一\n- **二**')).toBe('一 二')
  })
})
