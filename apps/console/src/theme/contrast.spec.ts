import { describe, expect, it } from '@jest/globals'
import { contrast } from './contrast.ts'
import { colour, stateColour } from './tokens.ts'

describe('the tokens can be read', () => {
  it('knows the ends of the scale', () => {
    expect(contrast('#000000', '#FFFFFF')).toBeCloseTo(21)
    expect(contrast('#5E6B66', '#5E6B66')).toBeCloseTo(1)
  })

  for (const ground of ['card', 'page'] as const) {
    for (const text of ['ink', 'secondary', 'brand'] as const) {
      it(`${text} on ${ground} has at least 4.5:1`, () => {
        expect(contrast(colour[text], colour[ground])).toBeGreaterThanOrEqual(4.5)
      })
    }
  }

  it('white on the brand colour has at least 4.5:1', () => {
    expect(contrast(colour.card, colour.brand)).toBeGreaterThanOrEqual(4.5)
    expect(contrast(colour.brand, colour.brandTint)).toBeGreaterThanOrEqual(4.5)
  })

  for (const [tone, { mark, text, tint }] of Object.entries(stateColour)) {
    it(`the word of "${tone}" has at least 4.5:1 on card, page and its tint`, () => {
      for (const ground of [colour.card, colour.page, tint]) expect(contrast(text, ground)).toBeGreaterThanOrEqual(4.5)
    })
    it(`the mark of "${tone}" has at least 3:1 on card, page and its tint`, () => {
      for (const ground of [colour.card, colour.page, tint]) expect(contrast(mark, ground)).toBeGreaterThanOrEqual(3)
    })
  }
})
