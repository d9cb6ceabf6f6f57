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
    expect(applicationFaults(draft, false)).toEqual({})
    expect(applicationOf(draft)).toEqual({ unitId: 'u-1', role: 'owner', name: '林晓梅', phone: '13800010001', fileIds: [] })
  })

  it('wants a number, unless WeChat has named it', () => {
    expect(applicationFaults({ ...draft, phone: '' }, true)).toEqual({})
    expect(applicationOf({ ...draft, phone: '' })).not.toHaveProperty('phone')
    expect(applicationFaults({ ...draft, phone: '12345' }, false)).toHaveProperty('phone')
  })

  it('wants the last day of a tenancy', () => {
    expect(applicationFaults({ ...draft, role: 'tenant', validUntil: '明年' }, false)).toHaveProperty('validUntil')
    expect(applicationOf({ ...draft, role: 'tenant', validUntil: '2027-06-30' })).toMatchObject({ validUntil: '2027-06-30' })
  })
})
