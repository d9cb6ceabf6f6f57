import { describe, expect, it } from '@jest/globals'
import { chargeLinesOf, emptyLine, materialsOf } from './lines.ts'

describe('typed lines', () => {
  it('become materials in fen, empty ones left out', () => {
    expect(materialsOf([{ name: '角阀', quantity: '2', unit: '个', price: '68' }, emptyLine])).toEqual([
      { name: '角阀', quantity: 2, unit: '个', unitPriceFen: 6800 },
    ])
  })

  it('may be free of charge, but not without a name or a quantity', () => {
    expect(materialsOf([{ ...emptyLine, name: '生料带' }])?.[0]?.unitPriceFen).toBe(0)
    expect(materialsOf([{ ...emptyLine, price: '3' }])).toBeNull()
    expect(materialsOf([{ ...emptyLine, name: '角阀', quantity: '0' }])).toBeNull()
  })

  it('become the lines of a charge, each with its amount', () => {
    expect(chargeLinesOf([{ ...emptyLine, name: '人工费', price: '50.5' }])).toEqual([{ label: '人工费', amountFen: 5050 }])
    expect(chargeLinesOf([{ ...emptyLine, name: '人工费', price: '五十' }])).toBeNull()
  })
})
