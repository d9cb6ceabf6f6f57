import { describe, expect, it } from '@jest/globals'
import { ApiProblem, ConnectionLost } from '@yinuo/api-client'
import { createSayings } from './sayings.ts'
import type { Saying } from './sayings.ts'

const photo = { key: 'p', path: '/p', kind: 'photo', fileId: null } as const
const saying = (key: string, more: Partial<Saying> = {}): Saying => ({
  key,
  communityId: 'c',
  from: { unitId: 'u' },
  text: key,
  photos: [],
  madeAt: '2026-11-21T10:00:00Z',
  refusal: null,
  ...more,
})

/** A phone's memory and a server that may be away or refuse. */
function world() {
  const memory = { queue: [] as readonly Saying[] }
  const server = { away: false, refuses: '', sent: [] as string[], files: [] as string[], dropped: [] as string[] }
  const open = () =>
    createSayings({
      load: () => memory.queue,
      save: (queue) => (memory.queue = queue),
      async send({ key, text }, fileIds) {
        if (server.away) throw new ConnectionLost(null)
        if (server.refuses === text)
          throw new ApiProblem({ code: 'VALIDATION_FAILED', status: 400, detail: '太长', traceId: 't', errors: [] })
        server.sent.push([key, ...fileIds].join(' '))
      },
      async sendPhoto({ key }) {
        if (server.away) throw new ConnectionLost(null)
        server.files.push(key)
        return { id: `file-${key}` }
      },
      async dropPhoto(path) {
        server.dropped.push(path)
      },
    })
  return { memory, server, open }
}

describe('what is said without a network', () => {
  it('waits on the phone, in order, and is sent once when the connection is back', async () => {
    const { memory, server, open } = world()
    server.away = true
    const sayings = open()
    await sayings.add(saying('a'))
    await sayings.add(saying('b', { photos: [photo] }))
    expect(memory.queue.map(({ key }) => key)).toEqual(['a', 'b'])
    server.away = false
    await Promise.all([open().flush(), Promise.resolve()])
    expect(server.sent).toEqual(['a', 'b file-p'])
    expect(server.dropped).toEqual(['/p'])
    expect(memory.queue).toEqual([])
  })

  it('that is refused says why, holds nothing up, and may be sent again or taken back', async () => {
    const { memory, server, open } = world()
    server.refuses = 'a'
    const sayings = open()
    await sayings.add(saying('a'))
    await sayings.add(saying('b'))
    expect(server.sent).toEqual(['b'])
    expect(memory.queue).toMatchObject([{ key: 'a', refusal: '太长' }])
    server.refuses = ''
    await sayings.again('a', 'c')
    expect(server.sent).toEqual(['b', 'c'])
    server.refuses = 'd'
    await sayings.add(saying('d', { photos: [photo] }))
    sayings.takeBack('d')
    expect(memory.queue).toEqual([])
  })

  it('keeps a picture that went through: a second try sends only what is missing', async () => {
    const { memory, server, open } = world()
    server.refuses = 'a'
    const sayings = open()
    await sayings.add(saying('a', { photos: [photo] }))
    server.refuses = ''
    await sayings.again('a', 'b')
    expect(server.files).toEqual(['p'])
    expect(server.sent).toEqual(['b file-p'])
    expect(memory.queue).toEqual([])
  })
})
