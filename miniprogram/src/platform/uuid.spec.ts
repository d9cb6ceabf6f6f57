import { describe, expect, it } from '@jest/globals'
import { uuidFrom } from './uuid.ts'

describe('a UUID', () => {
  it('has the shape of version 4 whatever bytes it is made of', () => {
    const shape = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
    expect(uuidFrom(new Uint8Array(16))).toMatch(shape)
    expect(uuidFrom(new Uint8Array(16).fill(255))).toMatch(shape)
  })
})
