import { describe, expect, it } from '@jest/globals'
import { chainWords } from './chain-words.ts'

const whole = {
  sealed: 120,
  sealedAt: '2026-07-01T03:00:00Z',
  waiting: 0,
  checked: 100,
  checkedUntil: '2026-07-01T01:00:00Z',
  checkedAt: '2026-07-01T02:00:00Z',
  brokenAt: null,
}
const said = (change: object) => chainWords({ ...whole, ...change }, (iso) => iso)

describe('the state of the record of changes', () => {
  it('says up to when it was checked', () => {
    expect(said({})).toEqual({ tone: 'success', text: '已校验至 2026-07-01T01:00:00Z：前 100 条与封存时一致，已封存 120 条。' })
  })

  it('says what still waits, and that nothing was checked yet', () => {
    const { tone, text } = said({ waiting: 3, checkedAt: null, checkedUntil: null })
    expect({ tone, text }).toEqual({ tone: 'info', text: '还没有校验过，已封存 120 条，3 条正在封存。' })
  })

  it('cries out where it is broken', () => {
    expect(said({ checked: 41, brokenAt: 42 })).toMatchObject({ tone: 'error', text: expect.stringContaining('从第 42 条起') })
  })
})
