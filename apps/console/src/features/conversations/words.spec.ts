import { describe, expect, it } from '@jest/globals'
import { saysTime, standingOf } from './words.ts'

const now = Date.parse('2026-11-21T04:00:00Z')
const due = (minutes: number) => new Date(now + minutes * 60_000).toISOString()

describe('the mark of a conversation', () => {
  it('says how long there is to answer, and how late it is', () => {
    const waiting = { state: 'waiting', late: false } as const
    expect(standingOf({ ...waiting, dueAt: due(13) }, now)).toEqual({ tone: 'waiting', text: '还剩 13 分钟' })
    expect(standingOf({ ...waiting, dueAt: due(5) }, now).tone).toBe('soon')
    expect(standingOf({ ...waiting, dueAt: due(-5) }, now)).toEqual({ tone: 'late', text: '超时 5 分钟' })
    expect(standingOf({ ...waiting, dueAt: null }, now).text).toBe('待回复')
    expect(standingOf({ state: 'answered', late: false, dueAt: null }, now).text).toBe('已回复')
  })

  it('says the time above the first entry and after a pause', () => {
    const entries = [{ at: due(0) }, { at: due(2) }, { at: due(9) }]
    expect(entries.map((_, at) => saysTime(entries, at))).toEqual([true, false, true])
  })
})
