import { describe, expect, it } from '@jest/globals'
import type { VisitOutcome, VisitWay } from '@yinuo/contracts'
import { afterAbsence, isLate, weekOf } from './index.ts'

const tries = (...ways: VisitWay[]) => ways.map((way) => ({ way, outcome: 'absent' as VisitOutcome }))

describe('after nobody was met', () => {
  it('somebody tries again, then telephones, and at last the household counts as not reached', () => {
    expect(afterAbsence(tries('door'))).toBe('again')
    expect(afterAbsence(tries('door', 'door'))).toBe('telephone')
    expect(afterAbsence(tries('door', 'door', 'telephone'))).toBe('again')
    expect(afterAbsence(tries('door', 'door', 'telephone', 'telephone'))).toBe('unreached')
  })

  it('what was tried the other way does not count', () => {
    expect(afterAbsence(tries('telephone', 'door'))).toBe('again')
    expect(afterAbsence(tries('telephone', 'telephone'))).toBe('unreached')
  })
})

describe('a due week', () => {
  it('begins on Monday', () => {
    expect([weekOf('2026-03-02'), weekOf('2026-03-04'), weekOf('2026-03-08')]).toEqual(Array(3).fill('2026-03-02'))
  })

  it('is late when it is over and the visit was not made', () => {
    expect(isLate({ state: 'planned', dueWeek: '2026-03-02' }, '2026-03-08')).toBe(false)
    expect(isLate({ state: 'planned', dueWeek: '2026-03-02' }, '2026-03-09')).toBe(true)
    expect(isLate({ state: 'reached', dueWeek: '2026-03-02' }, '2026-03-09')).toBe(false)
  })
})
