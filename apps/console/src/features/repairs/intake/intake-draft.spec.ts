import { describe, expect, it } from '@jest/globals'
import { freshDraft, isTouched, missingIn, nextDraft, reportOf } from './intake-draft.ts'
import type { IntakeDraft } from './intake-draft.ts'

const unit: IntakeDraft['unit'] = {
  id: 'u1',
  label: '3号楼2单元601',
  openRepairs: 0,
  residents: [{ id: 'r1', name: '林晓梅', phoneMasked: '138****0001', role: 'owner' }],
}
const told: IntakeDraft = { ...freshDraft, unit, residentId: 'r1', category: 'water-leak', description: ' 厨房水管漏水 ' }

describe('the intake form', () => {
  it('asks for what is missing', () => {
    expect(Object.keys(missingIn(freshDraft))).toEqual(['unit', 'name', 'phone', 'category', 'description'])
    expect(missingIn(told)).toEqual({})
  })
  it('wants a name and a phone of a caller who is not in the archive', () => {
    expect(missingIn({ ...told, residentId: null })).toHaveProperty('name')
    expect(missingIn({ ...told, residentId: null, name: '李阿姨', phone: '010-65001234' })).toEqual({})
    expect(missingIn({ ...told, residentId: null, name: '李阿姨', phone: '138' })).toHaveProperty('phone')
  })
  it('names the resident of the archive, or the caller as told', () => {
    expect(reportOf(told)).toMatchObject({
      place: { kind: 'unit', id: 'u1' },
      description: '厨房水管漏水',
      reporter: { residentId: 'r1', name: '林晓梅' },
    })
    const lobby = {
      ...told,
      where: 'public' as const,
      place: { kind: 'area' as const, id: 'a1', label: '中心花园' },
      name: '王先生',
      phone: '13800010009',
    }
    expect(reportOf(lobby)).toMatchObject({
      place: { kind: 'area', id: 'a1' },
      reporter: { name: '王先生', phone: '13800010009' },
    })
  })
  it('says when somebody is at home, if the caller said so', () => {
    expect(reportOf({ ...told, visitOn: '2026-11-22', visitPart: 'morning' })).toMatchObject({
      preferredFrom: '2026-11-22T01:00:00.000Z',
      preferredUntil: '2026-11-22T04:00:00.000Z',
    })
    expect(reportOf(told)).not.toHaveProperty('preferredFrom')
  })
  it('starts anew for the next caller at the same desk', () => {
    expect(nextDraft({ ...told, channel: 'front-desk' })).toEqual({ ...freshDraft, channel: 'front-desk' })
    expect(isTouched(told)).toBe(true)
    expect(isTouched(nextDraft(told))).toBe(false)
  })
})
