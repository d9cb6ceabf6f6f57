import { describe, expect, it } from '@jest/globals'
import { boxState } from './box-state.ts'

describe('how a box stands to its day', () => {
  it.each([
    ['waiting', '2026-11-27'],
    ['due', '2026-11-28'],
    ['late', '2026-11-29'],
  ] as const)('is %s on %s', (state, today) => {
    expect(boxState({ retired: false, dueOn: '2026-11-28', today })).toBe(state)
    expect(boxState({ retired: true, dueOn: '2026-11-28', today })).toBe('retired')
  })
})
