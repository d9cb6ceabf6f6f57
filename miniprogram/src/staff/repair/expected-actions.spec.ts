import { describe, expect, it } from '@jest/globals'
import type { Waiting } from '../../outbox/waiting.ts'
import { expectedActions } from './expected-actions.ts'

const waiting = (action: Waiting['action']) => ({ action }) as Waiting

describe('what a worker may go on with in a cellar', () => {
  it('is what the server allowed while nothing waits', () =>
    expect(expectedActions(['accept', 'decline'], [])).toEqual(['accept', 'decline']))

  it('follows the last step that waits', () => {
    expect(expectedActions(['accept'], [waiting('accept'), waiting('arrive')])).toContain('finish')
    expect(expectedActions(['finish'], [waiting('note')])).toEqual(['finish'])
    expect(expectedActions(['finish', 'note'], [waiting('finish')])).toEqual([])
  })
})
