import { describe, expect, it } from '@jest/globals'
import { answerOf, complaintOf, freshCall, lacksOf, repairOf } from './call-draft.ts'
import type { CallDraft } from './call-draft.ts'

const unit = {
  id: 'u1',
  label: '3-2-601',
  residents: [{ id: 'r1', name: '林晓梅', role: 'owner', phoneMasked: '138****0001' }],
} as unknown as CallDraft['unit']

describe('what is written down of a call', () => {
  it('lacks what still has to be asked, each in words', () => {
    expect(Object.keys(lacksOf(freshCall)).sort()).toEqual(['category', 'name', 'phone', 'words'])
    const asked = { ...freshCall, kind: 'consultation', name: '林女士', words: '几点下班' } as const
    expect(lacksOf(asked)).toEqual({ answer: '请写下怎么答复的' })
    expect(lacksOf({ ...asked, answer: '八点', phone: '123' })).toEqual({ phone: '请填写能联系到的电话' })
    expect(lacksOf({ ...freshCall, unit, residentId: 'r1', words: '滴水', repairCategory: 'taps' })).toEqual({})
  })

  it('becomes a repair, a complaint or an answer with the same caller', () => {
    const known: CallDraft = {
      ...freshCall,
      unit,
      residentId: 'r1',
      words: ' 滴水 ',
      repairCategory: 'taps',
      complaintCategory: 'noise',
    }
    expect(repairOf(known)).toMatchObject({
      channel: 'telephone',
      place: { kind: 'unit', id: 'u1' },
      description: '滴水',
      reporter: { residentId: 'r1', name: '林晓梅' },
    })
    expect(complaintOf(known)).toMatchObject({ category: 'noise', complainant: { residentId: 'r1', unitId: 'u1' } })
    const stranger = { ...freshCall, name: '王先生', phone: '13800001111', words: '几点下班', answer: '八点' }
    expect(answerOf(stranger)).toEqual({ name: '王先生', phone: '13800001111', question: '几点下班', answer: '八点' })
    expect(repairOf({ ...stranger, repairCategory: 'taps' }).place).toEqual({ kind: 'community' })
  })
})
