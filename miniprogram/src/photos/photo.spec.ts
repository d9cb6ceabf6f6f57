import { describe, expect, it } from '@jest/globals'
import { changedPhoto, isAllSent, restoredPhotos, sentIds, startedPhoto } from './photo.ts'

describe('photos on their way', () => {
  const first = startedPhoto('k-1', 'kept:1', 'photo')
  const second = { ...startedPhoto('k-2', 'kept:2', 'photo'), state: 'sent' as const, fileId: 'f-2' }

  it('change one at a time', () => {
    expect(changedPhoto([first, second], 'k-1', { percent: 40 })).toEqual([{ ...first, percent: 40 }, second])
  })

  it('are all there only when every one is', () => {
    expect(isAllSent([])).toBe(true)
    expect(isAllSent([first, second])).toBe(false)
    expect(sentIds([first, second])).toEqual(['f-2'])
  })

  it('come back from a kill as failed, under the key they had', () => {
    expect(restoredPhotos([first, second])).toEqual([{ ...first, state: 'failed' }, second])
  })
})
