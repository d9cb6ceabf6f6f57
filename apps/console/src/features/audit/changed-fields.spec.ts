import { describe, expect, it } from '@jest/globals'
import { fieldWord, valueWord } from './audit-words.ts'
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
  it('takes what is not mentioned as untouched, and a record that is gone as gone', () => {
    expect(changedFields({ state: 'assigned' }, { text: '已到场' }).filter(({ changed }) => changed)).toEqual([
      { field: 'text', before: '—', after: '已到场', changed: true },
    ])
    expect(changedFields({ state: 'assigned' }, null)).toEqual([
      { field: 'state', before: 'assigned', after: '—', changed: true },
    ])
    expect(changedFields(null, null)).toEqual([])
  })
  it('knows a field under the name the database has for it', () => {
    expect(changedFields({ effective_from: 'a' }, { effectiveFrom: 'b' })).toEqual([
      { field: 'effectiveFrom', before: 'a', after: 'b', changed: true },
    ])
  })
  it('says fields and values in words', () => {
    expect(fieldWord('posts.0.role')).toBe('岗位 · 第 1 项 · 身份')
    expect(fieldWord('overrides.answerWithinMinutes')).toBe('调整 · 多久给答复')
    expect(valueWord('plumbing、lift')).toBe('给排水、电梯')
    expect(valueWord('2026-11-20T16:30:05.000Z')).toBe('2026-11-21 00:30:05')
    expect(valueWord('漏水')).toBe('漏水')
  })
})
