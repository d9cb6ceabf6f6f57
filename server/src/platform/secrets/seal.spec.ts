import { describe, expect, it } from '@jest/globals'
import { Seal } from './seal.ts'

const key = 'a key of the program, at least 32 characters long'

describe('a seal', () => {
  const seal = new Seal(key, 'totp')

  it('opens what it sealed for the same owner', () => {
    expect(seal.open(seal.seal('秘密 JBSWY3DP', 'staff 1'), 'staff 1')).toBe('秘密 JBSWY3DP')
  })

  it('never seals the same secret the same way twice', () => {
    expect(seal.seal('JBSWY3DP', 'staff 1')).not.toBe(seal.seal('JBSWY3DP', 'staff 1'))
  })

  it('stays closed for another owner, purpose or key', () => {
    const sealed = seal.seal('JBSWY3DP', 'staff 1')
    expect(() => seal.open(sealed, 'staff 2')).toThrow()
    expect(() => new Seal(key, 'wechat token').open(sealed, 'staff 1')).toThrow()
    expect(() => new Seal(`${key}!`, 'totp').open(sealed, 'staff 1')).toThrow()
  })

  it('notices one changed bit anywhere', () => {
    const sealed = Buffer.from(seal.seal('JBSWY3DP', 'staff 1'), 'base64url')
    for (let at = 0; at < sealed.length; at++) {
      const changed = Buffer.from(sealed)
      changed[at]! ^= 1
      expect(() => seal.open(changed.toString('base64url'), 'staff 1')).toThrow()
    }
  })
})
