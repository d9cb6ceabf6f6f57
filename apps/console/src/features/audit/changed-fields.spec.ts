import { describe, expect, it } from '@jest/globals'
import { changedFields } from './changed-fields.ts'

describe('what a change changed', () => {
  it('puts changed fields first and says what they were', () => {
    expect(changedFields({ name: '张建国', state: 'assigned' }, { name: '张建国', state: 'accepted' })).toEqual([
      { field: 'state', before: 'assigned', after: 'accepted', changed: true },
      { field: 'name', before: '张建国', after: '张建国', changed: false },
    ])
  })
  it('shows a new record as all changed, nested fields by their path', () => {
    expect(changedFields(null, { figures: { repairs: { warn: 75 } }, skills: ['plumbing', 'general'] })).toEqual([
      { field: 'figures.repairs.warn', before: '—', after: '75', changed: true },
      { field: 'skills', before: '—', after: 'plumbing、general', changed: true },
    ])
  })
  it('has nothing to show when there was nothing', () => {
    expect(changedFields(null, null)).toEqual([])
  })
})
