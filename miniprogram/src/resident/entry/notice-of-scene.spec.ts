import { describe, expect, it } from '@jest/globals'
import { noticeOfScene } from './notice-of-scene.ts'

describe('the code of a notice', () => {
  it('[NTC-01] is read back as the id it was made of', () => {
    const id = '01890000-1234-7abc-8def-0123456789ab'
    const scene = `n${Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url')}`
    expect(noticeOfScene(scene)).toBe(id)
  })

  it('[NTC-01] is told apart from other codes', () => {
    for (const other of [null, 'u3Jf0123456789abcdefghi', 'n', 'nabc']) expect(noticeOfScene(other)).toBeNull()
  })
})
