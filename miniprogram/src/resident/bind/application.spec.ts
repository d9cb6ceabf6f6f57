import { describe, expect, it } from '@jest/globals'
import type { ApplicationDraft } from './application.ts'
import { applicationFaults, applicationOf } from './application.ts'

const draft: ApplicationDraft = {
  unit: { id: 'u-1', label: '601' },
  role: 'owner',
  name: ' 林晓梅 ',
  phone: '13800010001',
  validUntil: '',
  photos: [],
}

describe('an application for a home', () => {
  it('is complete with a unit, a name and a phone', () => {
    expect(applicationFaults(draft)).toEqual({})
    expect(applicationOf(draft)).toEqual({ unitId: 'u-1', role: 'owner', name: '林晓梅', phone: '13800010001', fileIds: [] })
  })

  it('wants the number itself', () => {
    expect(applicationFaults({ ...draft, phone: '12345' })).toHaveProperty('phone')
  })

  it('wants the last day of a tenancy', () => {
    expect(applicationFaults({ ...draft, role: 'tenant', validUntil: '明年' })).toHaveProperty('validUntil')
    expect(applicationOf({ ...draft, role: 'tenant', validUntil: '2027-06-30' })).toMatchObject({ validUntil: '2027-06-30' })
  })
})
