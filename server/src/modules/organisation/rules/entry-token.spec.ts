import { randomBytes } from 'node:crypto'
import { describe, expect, it } from '@jest/globals'
import { codeKinds, codesOf } from '@yinuo/contracts'
import { entryToken, looksLikeEntryToken } from './entry-token.ts'

describe('an entry token', () => {
  it('has 23 characters that WeChat allows in a scene, for every kind of code', () => {
    for (const kind of codesOf(codeKinds)) {
      const token = entryToken(kind, randomBytes(16))
      expect(token).toMatch(/^[0-9A-Za-z_-]{23}$/)
      expect(looksLikeEntryToken(token)).toBe(true)
    }
  })

  it('begins with the letter of its kind', () => {
    expect(entryToken('unit', Buffer.alloc(16))).toBe(`u${'A'.repeat(22)}`)
  })

  it.each(['', 'u', `x${'A'.repeat(22)}`, `u${'A'.repeat(23)}`, `u${'A'.repeat(21)}=`, "u' OR 1=1 --AAAAAAAAAAAA"])(
    'is not %j',
    (text) => expect(looksLikeEntryToken(text)).toBe(false),
  )
})
