import { describe, expect, it } from '@jest/globals'
import type { Responsibility } from '@yinuo/contracts'
import { lackOf } from './lack-of.ts'

const post = (...names: string[]) => ({
  id: 'p',
  name: '保洁员',
  holders: names.map((name) => ({ id: name, name, onDuty: false })),
})
const cleaning = (...posts: Responsibility['posts']): Responsibility => ({ area: 'cleaning', posts })

describe('an area of work', () => {
  it('[PER-01] lacks a post, or somebody who holds it, or nothing', () => {
    expect(lackOf(cleaning())).toBe('post')
    expect(lackOf(cleaning(post(), post()))).toBe('holder')
    expect(lackOf(cleaning(post(), post('张兰')))).toBeNull()
  })
})
