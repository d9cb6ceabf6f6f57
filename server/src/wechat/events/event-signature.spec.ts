import { createHash } from 'node:crypto'
import { describe, expect, it } from '@jest/globals'
import { isFromWechat } from './event-signature.ts'

const token = 'a-message-token'
const now = new Date('2026-11-21T10:00:00Z')
const signed = (at: Date, nonce = '4711', by = token) => {
  const timestamp = String(Math.floor(at.getTime() / 1000))
  return { timestamp, nonce, signature: createHash('sha1').update([by, timestamp, nonce].sort().join('')).digest('hex') }
}
const shifted = (seconds: number) => new Date(now.getTime() + seconds * 1000)

describe('the signature of an event', () => {
  it('is WeChat’s when it is made with our token, within five minutes', () => {
    expect(isFromWechat(signed(now), token, now)).toBe(true)
    expect(isFromWechat(signed(shifted(-300)), token, now)).toBe(true)
    expect(isFromWechat(signed(shifted(300)), token, now)).toBe(true)
  })

  it.each([
    ['older than five minutes', signed(shifted(-301))],
    ['from the future', signed(shifted(301))],
    ['made with another token', signed(now, '4711', 'another-token')],
    ['of another nonce', { ...signed(now), nonce: '4712' }],
    ['of another time', { ...signed(now), timestamp: String(now.getTime() / 1000 - 1) }],
    ['empty', { ...signed(now), signature: '' }],
    ['cut off', { ...signed(now), signature: signed(now).signature.slice(1) }],
    ['not hexadecimal', { ...signed(now), signature: 'z'.repeat(40) }],
    ['without a time', { ...signed(now), timestamp: '' }],
    ['with a time that is none', { ...signed(now), timestamp: '1e9' }],
  ])('is not when it is %s', (_, query) => {
    expect(isFromWechat(query, token, now)).toBe(false)
  })
})
