import { describe, expect, it } from '@jest/globals'
import type { LiveEvent } from './event-stream.ts'
import { listen } from './listen.ts'
import type { OpenLine } from './listen.ts'

const event = {
  repairId: 'r1',
  number: '261121-AAAAA',
  state: 'assigned',
  kind: 'dispatch',
  text: '派给张建国',
  at: '2026-11-21T10:00:00Z',
}
const said = (...texts: string[]) =>
  new ReadableStream<Uint8Array>({
    start(line) {
      for (const text of texts) line.enqueue(new TextEncoder().encode(text))
      line.close()
    },
  })

/** Listens through a list of attempts; after the last one the listener leaves. Answers what was told, in order. */
async function listened(...attempts: OpenLine[]): Promise<string[]> {
  const leaving = new AbortController()
  const told: string[] = []
  const rest = [...attempts]
  const open: OpenLine = async (signal) => {
    const attempt = rest.shift()
    if (!attempt) {
      leaving.abort()
      throw new Error('nobody listens')
    }
    return attempt(signal)
  }
  const listener = {
    onState: (state: string) => void told.push(state),
    onEvent: (each: LiveEvent) => void told.push('text' in each ? each.text : each.complaintId),
    onGap: () => void told.push('gap'),
  }
  await listen(open, listener, leaving.signal, async () => undefined)
  return told
}

describe('listening to what happens', () => {
  it('hears events and says that it is live', async () => {
    const text = `data: ${JSON.stringify(event)}\n\n`
    expect(await listened(async () => said(text.slice(0, 30), text.slice(30)))).toEqual(['live', '派给张建国'])
  })
  it('opens a line that ended again without alarm, and has missed something', async () => {
    expect(
      await listened(
        async () => said(),
        async () => said(),
      ),
    ).toEqual(['live', 'live', 'gap'])
  })
  it('says that it reconnects when the line cannot be opened, and goes on trying', async () => {
    const refused = async () => Promise.reject(new Error('503'))
    expect(
      await listened(
        async () => said(),
        refused,
        refused,
        async () => said(),
      ),
    ).toEqual(['live', 'reconnecting', 'reconnecting', 'live', 'gap'])
  })
  it('takes a line that breaks in the middle as one that ended', async () => {
    const breaks = async () => new ReadableStream<Uint8Array>({ pull: (line) => line.error(new Error('reset')) })
    expect(await listened(breaks, async () => said())).toEqual(['live', 'live', 'gap'])
  })
  it('leaves when it is told that the line is not for it', async () => {
    expect(
      await listened(
        async () => null,
        async () => said(),
      ),
    ).toEqual([])
  })
})
