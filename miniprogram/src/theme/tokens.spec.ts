import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { colours, contrast, stateColours, stateInks } from './tokens.ts'

const scss = readFileSync(join(import.meta.dirname, 'tokens.scss'), 'utf8').toLowerCase()

describe('colour tokens', () => {
  it.each([...Object.entries(colours), ...Object.entries(stateColours), ...Object.entries(stateInks)])(
    'has %s in the style sheet as in the script',
    (_, colour) => expect(scss).toContain(colour.toLowerCase()),
  )

  it.each([
    ['ink on page', colours.ink, colours.page],
    ['secondary on page', colours.secondary, colours.page],
    ['white on brand', colours.card, colours.brand],
    ['brand on its soft ground', colours.brand, colours.brandSoft],
    ['accent ink on its soft ground', colours.accentInk, colours.accentSoft],
    ...Object.entries(stateInks).map(([name, ink]) => [`word of ${name} on white`, ink, colours.card] as const),
    ['late word on its soft ground', stateInks.late, '#fbe9e7'],
    ['soon word on its soft ground', stateInks.soon, '#fdf1de'],
    ['on-time word on its soft ground', stateInks.onTime, '#e6f4ec'],
    ['waiting word on its soft ground', stateInks.waiting, '#ebeef4'],
    ['done word on its soft ground', stateInks.done, '#eef1f0'],
  ])('reads well: %s', (_, foreground, background) => expect(contrast(foreground, background)).toBeGreaterThanOrEqual(4.5))

  it.each(Object.entries(stateColours))('shows %s as a picture on white', (_, colour) =>
    expect(contrast(colour, colours.card)).toBeGreaterThanOrEqual(3),
  )
})
