import { describe, expect, it } from '@jest/globals'
import { codesOf, retentionSubjects } from '@yinuo/contracts'
import { patternOf, pseudonymOf } from '../registry/person.ts'
import { beginningOf, faultOfKeeping, isLate, retentionPresets } from './index.ts'

const now = new Date('2026-11-21T04:00:00Z')

describe('how long things are kept', () => {
  it.each(codesOf(retentionSubjects))('%s has a figure within its own bounds, a reason and a law', (subject) => {
    const { keepDays, leastDays, mostDays, basis, law } = retentionPresets[subject]
    expect(keepDays).toBeGreaterThanOrEqual(leastDays)
    expect(keepDays).toBeLessThanOrEqual(mostDays)
    expect(`${basis}${law}`).toMatch(/第.+条/)
  })

  it('is refused below what the law wants, above what it allows, and where it is not the company’s', () => {
    expect(faultOfKeeping('deliveries', 179)).toMatchObject({ code: 'RETENTION_TOO_SHORT', values: { days: 180 } })
    expect(faultOfKeeping('unattached-files', 31)).toMatchObject({ code: 'RETENTION_TOO_LONG' })
    expect(faultOfKeeping('audit', 10_000)).toMatchObject({ code: 'RETENTION_FIXED' })
    expect(faultOfKeeping('deliveries', 180)).toBeNull()
  })
})

describe('a request', () => {
  it('to delete cools off for seven days and is to be answered within fifteen', () => {
    expect(beginningOf('deletion', now)).toEqual({
      state: 'cooling',
      dueAt: new Date('2026-12-06T04:00:00Z'),
      effectiveAt: new Date('2026-11-28T04:00:00Z'),
    })
  })

  it('is late only while it waits', () => {
    expect([isLate('preparing', now, new Date(now.getTime() + 1)), isLate('done', now, new Date(now.getTime() + 1))]).toEqual([
      true,
      false,
    ])
  })
})

describe('what is looked for of a person', () => {
  it('takes the longer word first, no single letters, and no sign for a rule', () => {
    expect(patternOf(['林', '林晓', '林晓梅', 'o-A.b', '林晓'])).toBe('o\\-A\\.b|林晓梅|林晓')
  })

  it('is nothing where there is no word', () => {
    expect('anything'.match(new RegExp(patternOf([])))).toBeNull()
  })

  it('has one name in its place', () => {
    expect(pseudonymOf('01890000-0000-7000-8000-00000012abcd')).toBe('已注销用户#12abcd')
  })
})
