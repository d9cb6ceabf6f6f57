import { describe, expect, it } from '@jest/globals'
import type { Photo } from '../../photos/photo.ts'
import type { DraftPlace, ReportDraft } from './draft.ts'
import {
  atHome,
  atPlace,
  bodyOf,
  emptyDraft,
  faultsOf,
  isComplete,
  isWorthKeeping,
  sealed,
  unsealed,
  usualUrgency,
} from './draft.ts'

const place: DraftPlace = { communityId: 'c-1', communityName: '一诺花园', hotline: '010', kind: 'unit', id: 'u-1', label: '601' }
const photo: Photo = { key: 'k', path: 'kept:k', kind: 'photo', state: 'sent', percent: 100, fileId: 'f-1', refusal: null }
const written: ReportDraft = {
  ...emptyDraft,
  place,
  category: 'water-leak',
  urgency: 'urgent',
  description: ' 厨房水管滴水 ',
  photos: [photo],
}

describe('a report being written', () => {
  it('says what is missing, where it is missing', () => {
    expect(Object.keys(faultsOf(emptyDraft))).toEqual(['place', 'category', 'description'])
    expect(isComplete(written)).toBe(true)
  })

  it('waits for its photos, and names the ones that failed', () => {
    expect(faultsOf({ ...written, photos: [{ ...photo, state: 'sending' }] }).photos).toMatch('还在上传')
    expect(faultsOf({ ...written, photos: [{ ...photo, state: 'failed' }] }).photos).toMatch('重传')
  })

  it('becomes what the server wants', () => {
    expect(bodyOf({ ...written, codeToken: 'u3Jf', slot: { from: 'a', until: 'b' } })).toEqual({
      place: { kind: 'unit', id: 'u-1' },
      category: 'water-leak',
      urgency: 'urgent',
      description: '厨房水管滴水',
      fileIds: ['f-1'],
      codeToken: 'u3Jf',
      preferredFrom: 'a',
      preferredUntil: 'b',
    })
    expect(bodyOf({ ...written, place: { ...place, kind: 'community', id: null } }).place).toEqual({ kind: 'community' })
  })

  it('is worth keeping once somebody put work into it', () => {
    expect(isWorthKeeping({ ...emptyDraft, place })).toBe(false)
    expect(isWorthKeeping({ ...emptyDraft, description: '滴' })).toBe(true)
  })

  it('keeps what was written when a code brings another place of the same community', () => {
    const moved = atPlace(written, { ...place, kind: 'asset', id: 'p-7', label: '客梯' }, 'a1')
    expect(moved).toMatchObject({
      description: written.description,
      codeToken: 'a1',
      place: { id: 'p-7' },
      photos: [{ fileId: 'f-1' }],
    })
  })

  it('[ORG-04] follows the home switched to, and stays where it was chosen around that home', () => {
    const other = { ...place, communityId: 'c-2', id: 'u-2', label: '1208' }
    expect(atHome(written, other)).toMatchObject({ place: other, codeToken: null, description: written.description })
    expect(atHome(written, { ...place, id: 'u-3' }).place).toMatchObject({ id: 'u-3' })
    const garden = { ...written, place: { ...place, kind: 'area' as const, id: 'p-1', label: '中心花园' } }
    expect(atHome(garden, place)).toBe(garden)
    expect(atHome(written, place)).toBe(written)
  })

  it('sends its photos again when the code is another community’s', () => {
    expect(atPlace(written, { ...place, communityId: 'c-2' }, 'a1').photos).toEqual([{ ...photo, state: 'failed', fileId: null }])
  })

  it('suggests to hurry where water or power is concerned', () => {
    expect([usualUrgency('water-leak'), usualUrgency('lighting')]).toEqual(['urgent', 'routine'])
  })
})

describe('a report registered on the spot by staff', () => {
  const onSite = atPlace(written, place, 'u3Jf', true)

  it('says so, and names who stood there when that is known', () => {
    expect(bodyOf(onSite)).toMatchObject({ channel: 'on-site' })
    expect(bodyOf(onSite)).not.toHaveProperty('reporter')
    expect(bodyOf({ ...onSite, onSite: { name: '王德福', phone: '13800010002' } })).toMatchObject({
      reporter: { name: '王德福', phone: '13800010002' },
    })
  })

  it('takes a name only with a number to call', () => {
    expect(faultsOf({ ...onSite, onSite: { name: '王德福', phone: '' } })).toHaveProperty('reporter')
  })
})

describe('a report on its way', () => {
  it('keeps its key and its body until it is answered, through every retry and a kill', () => {
    const first = sealed(written, 'key-1')
    const restored = JSON.parse(JSON.stringify(first)) as ReportDraft
    const second = sealed({ ...restored, description: '改过的' }, 'key-2')
    expect(second.sending).toEqual(first.sending)
    expect(second.sending.key).toBe('key-1')
  })

  it('gets a new key only after the server refused it', () => {
    const again = sealed(unsealed(sealed(written, 'key-1')), 'key-2')
    expect(again.sending.key).toBe('key-2')
  })
})
