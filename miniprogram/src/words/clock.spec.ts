import { describe, expect, it } from '@jest/globals'
import type { ClockView } from '@yinuo/contracts'
import { clockSentence, faceOf, pressingClock, rowFace } from './clock.ts'

const now = Date.parse('2026-11-21T10:00:00Z')
const at = (minutes: number) => new Date(now + minutes * 60_000).toISOString()
const clock = (change: Partial<ClockView> = {}): ClockView => ({
  name: 'respond',
  state: 'running',
  startedAt: at(-2),
  dueAt: at(13),
  targetMinutes: 15,
  pausedAt: null,
  pausedBecause: null,
  stoppedAt: null,
  breachedAt: null,
  escalatedTo: null,
  ...change,
})

describe('the face of a clock', () => {
  it('says what is left, and how much of the whole that is', () => {
    expect(faceOf(clock(), now)).toMatchObject({ words: '还剩 13 分钟', tone: 'onTime', left: 13 / 15 })
  })

  it('warns when the server says it is soon', () => {
    expect(faceOf(clock({ state: 'soon', dueAt: at(2) }), now)).toMatchObject({
      words: '还剩 2 分钟',
      tone: 'soon',
      icon: 'alarm',
    })
  })

  it('turns late by itself when its time passes while somebody looks', () => {
    expect(faceOf(clock({ dueAt: at(-5) }), now)).toMatchObject({ words: '已超时 5 分钟', tone: 'late', left: 0 })
  })

  it('stands still while paused, whatever the hour', () => {
    expect(faceOf(clock({ state: 'paused', dueAt: at(-60) }), now)).toMatchObject({ words: '已暂停', tone: 'waiting' })
  })

  it('reads out what it measures', () => {
    expect(clockSentence(clock(), now)).toBe('离接单还剩 13 分钟')
    expect(clockSentence(clock({ state: 'kept' }), now)).toBe('响应按时完成')
  })
})

describe('the clock shown first', () => {
  it('is the running one that is due first', () => {
    const resolve = clock({ name: 'resolve', dueAt: at(900) })
    expect(pressingClock([resolve, clock(), clock({ name: 'answer', dueAt: at(-9), state: 'kept' })])?.name).toBe('respond')
  })

  it('is none when all have stopped', () => {
    expect(pressingClock([clock({ state: 'kept' }), clock({ state: 'broken' })])).toBeNull()
  })
})

describe('the clock of a list row', () => {
  const row = { dueAt: at(13), late: false, paused: false, reportedAt: at(-2) }
  it('follows what the server said of it', () => {
    expect(rowFace(row, now)?.words).toBe('还剩 13 分钟')
    expect(rowFace({ ...row, paused: true }, now)?.words).toBe('已暂停')
    expect(rowFace({ ...row, late: true, dueAt: at(-1) }, now)?.words).toBe('已超时 1 分钟')
    expect(rowFace({ ...row, dueAt: null }, now)).toBeNull()
  })
})
