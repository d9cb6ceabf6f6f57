import { describe, expect, it } from '@jest/globals'
import { expiryOf, isExpired, isSigned, signatureOf, type LinkParts } from './link.ts'

const key = 'a key of at least thirty-two characters'
const now = new Date('2026-03-01T04:02:00Z')
const link: LinkParts = { communityId: 'c', fileId: 'f', variant: 'original', session: 's', expires: expiryOf(now) }

describe('a link to a file', () => {
  it('lives ten to fifteen minutes', () => {
    const lives = link.expires - now.getTime() / 1000
    expect(lives).toBeGreaterThanOrEqual(600)
    expect(lives).toBeLessThanOrEqual(900)
  })

  it('is the same for everybody who asks within some minutes, so that pictures are not loaded again', () => {
    expect(expiryOf(new Date('2026-03-01T04:02:30Z'))).toBe(link.expires)
  })

  it('is over at the very second it names', () => {
    expect(isExpired(link, new Date(link.expires * 1000 - 1))).toBe(false)
    expect(isExpired(link, new Date(link.expires * 1000))).toBe(true)
  })

  it('is known by its signature', () => {
    expect(isSigned(key, link, signatureOf(key, link))).toBe(true)
  })

  it.each<Partial<LinkParts>>([
    { session: 't' },
    { session: null },
    { fileId: 'g' },
    { communityId: 'd' },
    { variant: 'thumbnail' },
    { expires: link.expires + 300 },
  ])('is not ours when %o is put in', (changed) =>
    expect(isSigned(key, { ...link, ...changed }, signatureOf(key, link))).toBe(false),
  )

  it('is not ours with another key, a cut signature or none', () => {
    expect(isSigned(`${key}!`, link, signatureOf(key, link))).toBe(false)
    expect(isSigned(key, link, signatureOf(key, link).slice(1))).toBe(false)
    expect(isSigned(key, link, '')).toBe(false)
  })
})
