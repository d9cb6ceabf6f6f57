import { describe, expect, it } from '@jest/globals'
import { readHouseholdQuery } from './household-query.ts'

describe('what was typed to find a household', () => {
  it('may be a room or the beginning of a telephone number when it is digits', () => {
    expect(readHouseholdQuery('601')).toEqual({ room: '601', phone: '601', name: null })
  })

  it('is too short for a telephone number below three digits', () => {
    expect(readHouseholdQuery('60').phone).toBeNull()
  })

  it('is dialled without country code, spaces and hyphens', () => {
    expect(readHouseholdQuery('+86 138-0001-0001').phone).toBe('13800010001')
    expect(readHouseholdQuery('１３８ ０００１').phone).toBe('1380001')
  })

  it('is a name when there is no digit in it', () => {
    expect(readHouseholdQuery(' 林晓梅 ')).toEqual({ room: '林晓梅', phone: null, name: '林晓梅' })
  })

  it('is only a room when words and digits meet', () => {
    expect(readHouseholdQuery('3号楼2单元601')).toEqual({ room: '3号楼2单元601', phone: null, name: null })
  })
})
