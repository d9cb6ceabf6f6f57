import { describe, expect, it } from '@jest/globals'
import { maskRecord } from './mask-record.ts'

describe('a record in the audit view', () => {
  it('shows what changed without telephone numbers and names of people', () => {
    const before = { name: '林晓梅', phone: '13812345678', role: 'owner', note: '晚上打 13912345678' }
    expect(maskRecord(before, 'resident')).toEqual({
      name: '林**',
      phone: '138****5678',
      role: 'owner',
      note: '晚上打 139****5678',
    })
  })

  it('reaches into lists and nested records', () => {
    const record = { reporter: { name: '王德福', phone: '13812345678' }, phones: ['13812345678'], lines: [{ amountFen: 100 }] }
    expect(maskRecord(record, 'repair')).toEqual({
      reporter: { name: '王**', phone: '138****5678' },
      phones: ['138****5678'],
      lines: [{ amountFen: 100 }],
    })
  })

  it('keeps the name of a post', () => {
    expect(maskRecord({ name: '项目经理' }, 'post')).toEqual({ name: '项目经理' })
  })

  it('never shows a secret, only whether it changed', () => {
    expect(maskRecord({ passwordHash: '$argon2id$…', totpSecret: 'JBSWY3DP', passwordChanged: true }, 'staff')).toEqual({
      passwordHash: '***',
      totpSecret: '***',
      passwordChanged: true,
    })
  })

  it('leaves nothing, numbers and flags as they are', () => {
    expect(maskRecord(null, 'repair')).toBeNull()
    expect(maskRecord({ count: 3, open: true, closedAt: null }, 'repair')).toEqual({ count: 3, open: true, closedAt: null })
  })
})
