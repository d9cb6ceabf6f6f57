import { describe, expect, it } from '@jest/globals'
import { judgeRefresh, type FoundRefresh } from './refresh.ts'

const now = new Date('2026-11-21T04:00:00Z')
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000)
const fresh: FoundRefresh = { usedAt: null, isOutrun: false, sessionEndsAt: ago(-60), revokedAt: null }

describe('a refresh token', () => {
  it('[ORG-05] is replaced when it is used', () => {
    expect(judgeRefresh(fresh, now)).toBe('rotate')
  })
  it('[ORG-05] gives the same answer again to who did not get it', () => {
    expect(judgeRefresh({ ...fresh, usedAt: ago(0) }, now)).toBe('repeat')
    expect(judgeRefresh({ ...fresh, usedAt: ago(30) }, now)).toBe('repeat')
  })
  it('[ORG-05] that comes again later, or after what replaced it, is stolen', () => {
    expect(judgeRefresh({ ...fresh, usedAt: ago(31) }, now)).toBe('stolen')
    expect(judgeRefresh({ ...fresh, usedAt: ago(1), isOutrun: true }, now)).toBe('stolen')
  })
  it('[ORG-05] of a session that ended raises no alarm', () => {
    expect(judgeRefresh({ ...fresh, usedAt: ago(90), revokedAt: ago(60) }, now)).toBe('over')
    expect(judgeRefresh({ ...fresh, usedAt: ago(90), sessionEndsAt: now }, now)).toBe('over')
    expect(judgeRefresh({ ...fresh, sessionEndsAt: ago(1) }, now)).toBe('over')
  })
})
