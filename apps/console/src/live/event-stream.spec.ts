import { describe, expect, it } from '@jest/globals'
import { eventParser, retryDelay } from './event-stream.ts'

const event = {
  repairId: 'r1',
  number: 'BX1',
  state: 'assigned',
  kind: 'dispatched',
  text: '已派给张建国',
  at: '2026-11-21T10:00:00Z',
}

function heard(...pieces: string[]): unknown[] {
  const events: unknown[] = []
  const feed = eventParser((each) => events.push(each))
  pieces.forEach(feed)
  return events
}

describe('the live stream', () => {
  it('hears an event that arrives in pieces', () => {
    const text = `event: repair\nid: 7\ndata: ${JSON.stringify(event)}\n\n`
    expect(heard(text.slice(0, 20), text.slice(20, 60), text.slice(60))).toEqual([event])
  })
  it('hears several at once and leaves heartbeats alone', () => {
    expect(heard(`: beat\n\ndata: ${JSON.stringify(event)}\r\n\r\ndata:${JSON.stringify(event)}\n\n: beat\n\n`)).toEqual([
      event,
      event,
    ])
  })
  it('waits longer after each failure, up to half a minute', () => {
    expect([0, 1, 2, 10].map((failures) => retryDelay(failures, 1))).toEqual([1_000, 2_000, 4_000, 30_000])
    expect(retryDelay(3, 0)).toBe(4_000)
  })
})
