import { describe, expect, it } from '@jest/globals'
import { rowWords } from './column-words.ts'

describe('a row on paper', () => {
  it('is told in words, without ids and without what is empty', () => {
    const row = {
      id: '01890000-0000-7000-8000-000000000000',
      plate: '沪A12345',
      kind: 'car',
      description: '',
      valid_from: '2024-01-01',
    }
    expect(rowWords('vehicles', row)).toBe('种类：小汽车\u3000车牌：沪A12345\u3000起：2024-01-01')
  })

  it('tells the event of a repair as its timeline does', () => {
    const content = { assigneeName: '李强', assigneeId: '01890000-0000-7000-8000-000000000000', because: '资质相符' }
    const event = { kind: 'dispatch', at: '2026-11-21T04:00:00Z', actor_name: '系统', content }
    expect(rowWords('case_events', event)).toMatch(/经过：派给李强：资质相符\u3000经办：系统\u3000时间：2026年11月21日 12:00/)
  })

  it('says what changed, and what a photo shows', () => {
    expect(
      rowWords('audit_entries', { before: null, after: { role: 'owner', unitId: '01890000-0000-7000-8000-000000000000' } }),
    ).toBe('改后：身份：业主')
    expect(rowWords('case_files', { purpose: 'before' })).toBe('用途：维修前')
  })
})
