import { describe, expect, it } from '@jest/globals'
import { requestWords } from './request-words.ts'

const now = Date.parse('2026-11-21T04:00:00Z')
const asked = { askedAt: '2026-11-20T04:00:00Z', effectiveAt: '2026-11-27T04:00:00Z', waitsBecause: null, atDesk: false }

describe('where a request stands', () => {
  it('is said with until when it can be taken back or fetched', () => {
    expect(requestWords({ ...asked, state: 'cooling' }, now)).toContain('之前可以撤回')
    expect(requestWords({ ...asked, state: 'ready' }, now)).toContain('前可下载')
    expect(requestWords({ ...asked, state: 'expired' }, now)).toContain('重新申请')
  })

  it('says why it waits, and where it was asked for', () => {
    const waiting = requestWords({ ...asked, state: 'cooling', waitsBecause: '还有 1 件报修没有办完', atDesk: true }, now)
    expect(waiting).toMatch(/在前台申请.*还有 1 件报修没有办完.*自动继续/)
  })
})
