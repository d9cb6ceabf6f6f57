import { describe, expect, it } from '@jest/globals'
import { choicesOf, keptFilter, queryOf } from './inbox-filter.ts'

describe('the filter of the inbox', () => {
  it('[MSG-01] asks for all, for the unread, or for one group', () => {
    expect([queryOf('all'), queryOf('unread'), queryOf('repairs')]).toEqual([{}, { unread: true }, { group: 'repairs' }])
  })

  it('[MSG-01] shows how many are unread', () => {
    expect(choicesOf(3, false)[1]).toEqual({ value: 'unread', text: '未读 3' })
    expect(choicesOf(0, false)[1]).toEqual({ value: 'unread', text: '未读' })
  })

  it('[MSG-01] is kept, and forgotten when there is no such choice', () => {
    expect([keptFilter('household', false), keptFilter('gone', false), keptFilter(null, false)]).toEqual([
      'household',
      'all',
      'all',
    ])
  })

  it('[MSG-01] offers papers only to who keeps them', () => {
    expect([keptFilter('documents', true), keptFilter('documents', false)]).toEqual(['documents', 'all'])
  })
})
