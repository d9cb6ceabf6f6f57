import { describe, expect, it } from '@jest/globals'
import { tokenOf } from './scene.ts'

describe('the scene of a code', () => {
  const token = 'u3Jf_0aB-cDeFgHiJkLmNoPq'

  it('is taken as WeChat hands it over: plain, encoded, or encoded twice', () => {
    expect(tokenOf(token)).toBe(token)
    expect(tokenOf(encodeURIComponent('u3Jf=ab'))).toBe('u3Jf=ab')
    expect(tokenOf(encodeURIComponent(encodeURIComponent('u3Jf=ab')))).toBe('u3Jf=ab')
  })

  it.each([undefined, '', '%E4%BD', '你好', 'x'.repeat(33), 'a b'])('is nothing when it is “%s”', (scene) =>
    expect(tokenOf(scene)).toBeNull(),
  )
})
