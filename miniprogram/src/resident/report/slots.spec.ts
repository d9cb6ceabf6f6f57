import { describe, expect, it } from '@jest/globals'
import { slotsAfter } from './slots.ts'

const texts = (shanghai: string) => slotsAfter(Date.parse(`${shanghai}+08:00`)).map(({ text }) => text)

describe('the visits one may wish for', () => {
  it('begin with today while today has time left', () => {
    expect(texts('2026-11-21T08:00:00')[0]).toBe('今天上午 9–12 点')
    expect(texts('2026-11-21T11:30:00')[0]).toBe('今天下午 14–18 点')
    expect(texts('2026-11-21T23:30:00')[0]).toBe('明天上午 9–12 点')
  })

  it('are instants of Shanghai’s day', () => {
    expect(slotsAfter(Date.parse('2026-11-21T08:00:00+08:00'))[0]).toMatchObject({
      from: '2026-11-21T01:00:00.000Z',
      until: '2026-11-21T04:00:00.000Z',
    })
  })
})
