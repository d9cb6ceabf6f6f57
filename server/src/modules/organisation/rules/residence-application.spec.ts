import { describe, expect, it } from '@jest/globals'
import { faultOfValidity } from './residence-application.ts'

describe('an application for a residence', () => {
  it('of a tenant names the end of the tenancy', () => {
    expect(faultOfValidity('tenant', undefined, '2026-03-01')).toContain('租期')
    expect(faultOfValidity('tenant', '2026-03-01', '2026-03-01')).toBeNull()
  })

  it('of an owner need not end', () => {
    expect(faultOfValidity('owner', undefined, '2026-03-01')).toBeNull()
  })

  it('is not for a time that is over', () => {
    expect(faultOfValidity('family', '2026-02-28', '2026-03-01')).toContain('过去')
  })
})
