import { describe, expect, it } from '@jest/globals'
import { outageHope, outageTitle } from './outage-words.ts'

const now = Date.parse('2026-11-21T10:00:00+08:00')
const outage = {
  state: 'announced' as const,
  overdue: false,
  startsAt: '2026-11-21T09:00:00+08:00',
  expectedUntil: '2026-11-21T12:00:00+08:00',
  recoveredAt: null,
}

describe('an outage in words', () => {
  it('[NTC-02] says what and where', () => {
    expect(outageTitle({ service: 'water', scope: '3号楼1单元' })).toBe('停水 · 3号楼1单元')
  })

  it('[NTC-02] says when it is to be back, that it is late, that it is over', () => {
    expect(outageHope(outage, now)).toBe('预计 今天 12:00 恢复')
    expect(outageHope({ ...outage, startsAt: '2026-11-21T11:00:00+08:00' }, now)).toBe('今天 11:00 开始，预计 今天 12:00 恢复')
    expect(outageHope({ ...outage, overdue: true }, now)).toContain('已延后')
    expect(outageHope({ ...outage, state: 'recovered', recoveredAt: '2026-11-21T09:59:50+08:00' }, now)).toBe('刚刚 已恢复')
  })
})
