import { describe, expect, it } from '@jest/globals'
import { chooseAssignee, type Candidate, type DispatchNeed } from './choose-assignee.ts'

const engineer = (staffId: string, more: Partial<Candidate> = {}): Candidate => ({
  staffId,
  name: `工程师${staffId}`,
  skills: ['plumbing'],
  onDuty: true,
  openRepairs: 0,
  at: null,
  ...more,
})
const need: DispatchNeed = { skill: 'plumbing', at: { x: 100, y: 100 }, declinedBy: [] }

describe('choosing who gets a repair', () => {
  it('[REP-02] takes only the qualified who are on duty', () => {
    const choice = chooseAssignee(
      [engineer('1', { skills: ['electrical'] }), engineer('2', { onDuty: false }), engineer('3')],
      need,
    )
    expect(choice?.staffId).toBe('3')
  })

  it('[REP-02] takes the one with the least load', () => {
    expect(chooseAssignee([engineer('1', { openRepairs: 3 }), engineer('2', { openRepairs: 1 })], need)?.staffId).toBe('2')
  })

  it('[REP-02] breaks a tie by who is nearest and says so', () => {
    const far = engineer('1', { at: { building: '9号楼', x: 900, y: 900 } })
    const near = engineer('2', { at: { building: '2号楼', x: 110, y: 100 } })
    const choice = chooseAssignee([far, near], need)
    expect(choice?.staffId).toBe('2')
    expect(choice?.because.map((reason) => reason.rule)).toEqual(['qualified', 'on-duty', 'least-load', 'nearest'])
  })

  it('does not ask the one who declined again', () => {
    expect(chooseAssignee([engineer('1'), engineer('2', { openRepairs: 5 })], { ...need, declinedBy: ['1'] })?.staffId).toBe('2')
  })

  it('chooses nobody when nobody fits', () => {
    expect(chooseAssignee([engineer('1', { onDuty: false })], need)).toBeNull()
  })
})
