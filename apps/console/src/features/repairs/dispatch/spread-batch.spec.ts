import { describe, expect, it } from '@jest/globals'
import type { DispatchCandidate } from '@yinuo/contracts'
import { spreadBatch } from './spread-batch.ts'

const person = (staffId: string, openRepairs: number, more: Partial<DispatchCandidate> = {}): DispatchCandidate => ({
  staffId,
  name: staffId,
  qualified: true,
  onDuty: true,
  openRepairs,
  nearestBuilding: null,
  suggested: false,
  because: '在岗',
  ...more,
})

describe('a batch to dispatch', () => {
  it('does not land on one person', () => {
    const candidates = [person('zhang', 0, { suggested: true }), person('zheng', 1)]
    const plan = spreadBatch([{ candidates }, { candidates }, { candidates }])
    expect(plan.map((each) => each?.staffId)).toEqual(['zhang', 'zhang', 'zheng'])
    expect(plan[1]!.because).toBe('在岗（本批第 2 件）')
  })
  it('keeps what was chosen by hand', () => {
    const candidates = [person('zhang', 0), person('zheng', 9)]
    expect(spreadBatch([{ candidates, picked: 'zheng' }])[0]!.staffId).toBe('zheng')
  })
  it('gives nothing to those who are away or not qualified', () => {
    const candidates = [person('away', 0, { onDuty: false }), person('unqualified', 0, { qualified: false })]
    expect(spreadBatch([{ candidates, picked: 'away' }])).toEqual([undefined])
  })
})
