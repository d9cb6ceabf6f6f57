import { describe, expect, it } from '@jest/globals'
import { newTotpSecret, totpStep, totpUri } from './totp.ts'

// RFC 6238 appendix B, SHA-1, cut to six digits.
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
const at = (seconds: number) => new Date(seconds * 1000)

describe('a one-time code', () => {
  it.each([
    [59, '287082'],
    [1111111109, '081804'],
    [20000000000, '353130'],
  ])('at second %i is the code of RFC 6238', (second, code) => {
    expect(totpStep(secret, code, at(second))).toBe(Math.floor(second / 30))
  })

  it('is taken one step early or late, not two', () => {
    expect(totpStep(secret, '287082', at(59 + 30))).toBe(1)
    expect(totpStep(secret, '287082', at(29))).toBe(1)
    expect(totpStep(secret, '287082', at(59 + 60))).toBeNull()
  })

  it('is refused when wrong', () => {
    expect(totpStep(secret, '000000', at(59))).toBeNull()
  })

  it('comes from a secret of 160 bits that an app can read', () => {
    const fresh = newTotpSecret()
    expect(fresh).toMatch(/^[A-Z2-7]{32}$/)
    expect(newTotpSecret()).not.toBe(fresh)
    expect(decodeURIComponent(totpUri(fresh, 'manager'))).toMatch(
      new RegExp(`^otpauth://totp/一诺物业:manager\\?.*secret=${fresh}`),
    )
  })
})
