import { describe, expect, it } from '@jest/globals'
import { noteOfSpace, noteOfVehicle, plateFault, shownPlate, vehicleOf } from './vehicle-draft.ts'

const draft = { kind: 'car', plate: ' 沪a·12345 ', description: ' 白色 ' } as const

describe('a vehicle somebody registers by phone', () => {
  it('[ORG-02] is sent with its plate as it is compared', () => {
    expect(vehicleOf(draft, 'u')).toEqual({ unitId: 'u', kind: 'car', plate: '沪A12345', description: '白色' })
    expect(vehicleOf({ ...draft, description: ' ' }, 'u')).not.toHaveProperty('description')
  })

  it('[ORG-02] is not sent without a plate, or with one its kind does not have', () => {
    expect(plateFault({ ...draft, plate: ' ' })).toBe('请填写车牌')
    expect(plateFault({ ...draft, plate: '上海1234567' })).toMatch(/^车牌不正确/)
    expect(plateFault({ ...draft, kind: 'electric-bicycle', plate: '上海1234567' })).toBeNull()
    expect(plateFault(draft)).toBeNull()
  })

  it('[ORG-02] is shown as plates are written, with what is known of it', () => {
    expect(['沪A12345', '沪AD12345', '上海1234567', 'WJ12345'].map(shownPlate)).toEqual(['沪A·12345', '沪A·D12345', '上海1234567', 'WJ12345']) // prettier-ignore
    const vehicle = { id: 'v', plate: '沪A12345', kind: 'car', description: '白色', spaceLabel: 'B1023', validUntil: null, mayRemove: true } as const // prettier-ignore
    expect(noteOfVehicle(vehicle)).toBe('小汽车 · 白色 · 车位 B1023')
    expect(noteOfSpace({ id: 's', label: 'B1023', tenure: 'let', validUntil: '2026-12-31' })).toBe('租用 · 至 2026-12-31')
  })
})
