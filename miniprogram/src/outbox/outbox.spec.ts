import { beforeEach, describe, expect, it } from '@jest/globals'
import { ApiProblem, ConnectionLost } from '@yinuo/api-client'
import type { ProblemCode } from '@yinuo/contracts'
import { createOutbox } from './outbox.ts'
import type { Queue, Waiting } from './waiting.ts'

const refusal = (code: ProblemCode, status = 409) =>
  new ApiProblem({ code, status, detail: `refused: ${code}`, traceId: 't', errors: [] })

function waiting(key: string, change: Partial<Waiting> = {}): Waiting {
  return {
    key,
    communityId: 'c-1',
    repairId: 'r-1',
    repairNumber: 'BX-1',
    action: 'note',
    body: { text: key },
    photos: null,
    madeAt: '2026-11-21T10:00:00Z',
    version: 3,
    tried: false,
    refusal: null,
    ...change,
  }
}

/** A phone's memory and a server that may be away, lose its answers, or refuse. */
function world() {
  const memory = { queue: [] as Queue }
  const server = {
    away: false,
    losesAnswers: false,
    refuses: new Map<string, ApiProblem>(),
    done: new Map<string, number>(),
    calls: [] as { key: string; body: Record<string, unknown> }[],
    files: [] as string[],
    dropped: [] as string[],
    version: 3,
  }
  const open = () =>
    createOutbox({
      load: () => memory.queue,
      save: (queue) => (memory.queue = JSON.parse(JSON.stringify(queue)) as Queue),
      async send({ key }, body) {
        server.calls.push({ key, body })
        if (server.away) throw new ConnectionLost('request:fail')
        const refused = server.refuses.get(key)
        if (refused) throw refused
        const version = server.done.get(key) ?? (server.version += 1)
        server.done.set(key, version)
        if (server.losesAnswers) throw new ConnectionLost('request:fail timeout')
        return { version }
      },
      async sendPhoto({ key }) {
        if (server.away) throw new ConnectionLost('uploadFile:fail')
        server.files.push(key)
        return { id: `file-${key}` }
      },
      dropPhoto: async (path) => void server.dropped.push(path),
    })
  return { memory, server, open }
}

describe('the outbox', () => {
  let memory: ReturnType<typeof world>['memory']
  let server: ReturnType<typeof world>['server']
  let open: ReturnType<typeof world>['open']
  beforeEach(() => {
    ;({ memory, server, open } = world())
  })

  it('sends at once when the server can be reached, and forgets what was answered', async () => {
    expect(await open().add(waiting('a'))).toEqual({ kind: 'sent' })
    expect(server.calls).toEqual([{ key: 'a', body: { text: 'a', version: 3 } }])
    expect(memory.queue).toEqual([])
  })

  it('keeps what cannot be sent, through a kill, and sends it in order later', async () => {
    server.away = true
    const before = open()
    expect(await before.add(waiting('a', { action: 'arrive' }))).toEqual({ kind: 'kept' })
    expect(await before.add(waiting('b', { action: 'finish' }))).toEqual({ kind: 'kept' })

    server.away = false
    const after = open()
    await after.flush()
    expect([...server.done.keys()]).toEqual(['a', 'b'])
    expect(memory.queue).toEqual([])
  })

  it('lets later work start from the version earlier work left', async () => {
    server.away = true
    const outbox = open()
    await outbox.add(waiting('a'))
    await outbox.add(waiting('b'))
    await outbox.add(waiting('other', { repairId: 'r-2', version: 9 }))
    server.away = false
    server.calls = []
    await outbox.flush()
    expect(server.calls.map(({ body }) => body['version'])).toEqual([3, 4, 9])
  })

  it('repeats the same body under the same key when an answer got lost: the work is done once', async () => {
    server.losesAnswers = true
    const outbox = open()
    expect(await outbox.add(waiting('a'))).toEqual({ kind: 'kept' })
    server.losesAnswers = false
    await outbox.flush()
    expect(server.calls[0]).toEqual(server.calls[1])
    expect(server.done.size).toBe(1)
    expect(memory.queue).toEqual([])
  })

  it('sends each photo once, even when the connection breaks between them', async () => {
    const photos = [
      { key: 'p-1', path: 'kept:1', kind: 'photo' as const, fileId: null },
      { key: 'p-2', path: 'kept:2', kind: 'photo' as const, fileId: null },
    ]
    const outbox = open()
    server.losesAnswers = true
    await outbox.add(waiting('a', { photos }))
    server.losesAnswers = false
    await outbox.flush()
    expect(server.files).toEqual(['p-1', 'p-2'])
    expect(server.calls[1]?.body).toMatchObject({ fileIds: ['file-p-1', 'file-p-2'] })
    expect(server.dropped).toEqual(['kept:1', 'kept:2'])
  })

  it('tells a refusal, holds back later work on that repair, and goes on with others', async () => {
    server.refuses.set('a', refusal('STALE_VERSION'))
    server.away = true
    const outbox = open()
    await outbox.add(waiting('a'))
    await outbox.add(waiting('b'))
    await outbox.add(waiting('other', { repairId: 'r-2' }))
    server.away = false
    await outbox.flush()
    expect([...server.done.keys()]).toEqual(['other'])
    expect(memory.queue.map(({ key, refusal: told }) => [key, told?.code])).toEqual([
      ['a', 'STALE_VERSION'],
      ['b', undefined],
    ])
  })

  it('sends a refused action again only when its owner says so, under a new key and on the new version', async () => {
    server.refuses.set('a', refusal('STALE_VERSION'))
    const outbox = open()
    expect(await outbox.add(waiting('a'))).toMatchObject({ kind: 'refused', refusal: { code: 'STALE_VERSION' } })
    await outbox.flush()
    expect(server.calls).toHaveLength(1)
    await outbox.renew('a', 'a-again', 7)
    expect(server.calls.at(-1)).toEqual({ key: 'a-again', body: { text: 'a', version: 7 } })
    expect(memory.queue).toEqual([])
  })

  it('frees the photos of what its owner gives up', async () => {
    server.refuses.set('a', refusal('PROOF_REQUIRED', 422))
    const outbox = open()
    await outbox.add(waiting('a', { photos: [{ key: 'p', path: 'kept:p', kind: 'photo', fileId: null }] }))
    outbox.discard('a')
    expect(memory.queue).toEqual([])
    expect(server.dropped).toEqual(['kept:p'])
  })

  it.each([
    ['a restarting server', refusal('NOT_READY', 503)],
    ['an answer still in flight', refusal('IDEMPOTENCY_IN_FLIGHT', 409)],
    ['a session that ended', refusal('NOT_SIGNED_IN', 401)],
    ['too many requests', refusal('TOO_MANY_REQUESTS', 429)],
  ])('keeps an action for later at %s', async (_, problem) => {
    server.refuses.set('a', problem)
    expect(await open().add(waiting('a'))).toEqual({ kind: 'kept' })
    expect(memory.queue[0]?.refusal).toBeNull()
  })

  it('does not send twice when flushed from several places at once', async () => {
    server.away = true
    const outbox = open()
    await outbox.add(waiting('a'))
    server.away = false
    server.calls = []
    await Promise.all([outbox.flush(), outbox.flush(), outbox.flush()])
    expect(server.calls).toHaveLength(1)
  })
})
