import { describe, expect, it } from '@jest/globals'
import { bodyOf, totalFen } from './action-body.ts'

describe('what an action sends', () => {
  it('carries the version it was decided on', () => {
    expect(bodyOf('accept', {}, 7)).toEqual({ version: 7 })
    expect(bodyOf('cancel', { reason: ' 住户已自行处理 ' }, 3)).toEqual({ version: 3, reason: '住户已自行处理' })
  })
  it('turns typed yuan into whole fen', () => {
    expect(bodyOf('offer-charge', { lines: [{ label: '角阀', amount: 19.99 }] }, 1)).toEqual({
      version: 1,
      lines: [{ label: '角阀', amountFen: 1999 }],
    })
    expect(bodyOf('add-materials', { materials: [{ name: '角阀', quantity: 2, unit: '个', unitPrice: 0.3 }] }, 1)).toEqual({
      version: 1,
      materials: [{ name: '角阀', quantity: 2, unit: '个', unitPriceFen: 30 }],
    })
    expect(totalFen([{ amount: 0.1 }, { amount: 0.2 }, undefined])).toBe(30)
  })
  it('says until when it waits only when somebody said so', () => {
    expect(bodyOf('wait', { waitFor: 'parts', reason: '等水泵' }, 1)).toEqual({ version: 1, for: 'parts', reason: '等水泵' })
    expect(bodyOf('wait', { waitFor: 'resident', reason: '外出', until: new Date(0) }, 1)).toMatchObject({
      until: '1970-01-01T00:00:00.000Z',
    })
  })
  it('proves the finished work by photos', () => {
    expect(bodyOf('finish', { text: '已换', labourMinutes: 40, photos: [{ id: 'f1', url: '' }] }, 2)).toEqual({
      version: 2,
      text: '已换',
      labourMinutes: 40,
      fileIds: ['f1'],
    })
  })
})
