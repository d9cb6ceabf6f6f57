import { describe, expect, it } from '@jest/globals'
import { readHouseholdQuery } from './household-query.ts'

describe('what was typed to find a household', () => {
  it('may be a room, a telephone number, a part of a plate or a space when it is digits', () => {
    expect(readHouseholdQuery('601')).toEqual({
      room: '601',
      phone: '601',
      phoneEnd: null,
      name: null,
      plate: '601',
      space: '601',
    })
  })

  it('is too short for a telephone number or a plate below three digits', () => {
    expect(readHouseholdQuery('60')).toMatchObject({ phone: null, plate: null, space: '60' })
  })

  it('may be the last four of a telephone number when it is four digits', () => {
    expect(readHouseholdQuery('0001').phoneEnd).toBe('0001')
    expect(readHouseholdQuery('13800').phoneEnd).toBeNull()
  })

  it('is dialled without country code, spaces and hyphens', () => {
    expect(readHouseholdQuery('+86 138-0001-0001').phone).toBe('13800010001')
    expect(readHouseholdQuery('１３８ ０００１').phone).toBe('1380001')
  })

  it('is a name when there is no digit in it', () => {
    const nothing = { phone: null, phoneEnd: null, plate: null, space: null }
    expect(readHouseholdQuery(' 林晓梅 ')).toEqual({ ...nothing, room: '林晓梅', name: '林晓梅' })
  })

  it('is a plate, however it is written, with or without its province', () => {
    expect(readHouseholdQuery('沪a·d1234').plate).toBe('沪AD1234')
    expect(readHouseholdQuery('A12345').plate).toBe('A12345')
    expect(readHouseholdQuery('粤Z1234港').plate).toBe('粤Z1234港')
  })

  it('is a room and no plate when words and digits meet as in a room', () => {
    expect(readHouseholdQuery('3号楼2单元601')).toMatchObject({ room: '3号楼2单元601', phone: null, name: null, plate: null })
  })
})
