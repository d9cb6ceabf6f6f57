import { randomUUID } from 'node:crypto'
import { connect } from 'node:net'
import { crc32 } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { FileView } from '@yinuo/contracts'
import sharp from 'sharp'
import request, { type Response } from 'supertest'
import { startApp, type TestApp } from '../../../test/app.ts'
import { box, DEVICE, film, photo, PLACE } from '../../../test/media.ts'
import type { Person } from '../../../test/person.ts'
import type { TestCommunity } from '../../../test/world.ts'

const MB = 1024 * 1024

let app: TestApp
let community: TestCommunity
let resident: Person

beforeAll(async () => {
  app = await startApp()
  community = await app.world.community()
  resident = await app.world.resident(community)
})
afterAll(() => app.close())

interface Sending {
  by?: Person
  key?: string
  name?: string
  to?: string
}

async function send(
  content: Buffer,
  { by = resident, key = randomUUID(), name = 'photo.jpg', to = community.id }: Sending = {},
): Promise<Response> {
  return request(app.url)
    .post('/api/files')
    .set('authorization', `Bearer ${by.token}`)
    .set('idempotency-key', key)
    .field('communityId', to)
    .attach('file', content, name)
}

async function keep(content: Buffer, sending?: Sending): Promise<FileView> {
  const answer = await send(content, sending)
  expect({ status: answer.status, body: answer.body as unknown }).toMatchObject({ status: 201 })
  return answer.body as FileView
}

/** Opens a link as a browser does, with nothing but the link. */
function open(link: string, headers: Record<string, string> = {}): Promise<Response> {
  const { pathname, search } = new URL(link)
  return request(app.url).get(`${pathname}${search}`).set(headers).buffer().parse(asBytes)
}

const asBytes = (answer: unknown, done: (error: Error | null, body: Buffer) => void) => {
  const stream = answer as NodeJS.ReadableStream
  const parts: Buffer[] = []
  stream.on('data', (part: Buffer) => parts.push(part))
  stream.on('end', () => done(null, Buffer.concat(parts)))
}

describe('a photo', () => {
  it('is kept without the place and the device it was taken with, the right way up', async () => {
    const taken = await photo({ width: 64, height: 40 })
    expect(taken.includes(DEVICE)).toBe(true)
    const view = await keep(taken)
    const kept = (await open(view.url)).body as Buffer
    const { exif, width, height, orientation } = await sharp(kept).metadata()
    expect({ exif, width, height, orientation }).toEqual({ exif: undefined, width: 40, height: 64, orientation: undefined })
    expect(kept.includes(DEVICE)).toBe(false)
  })

  it.each(['jpeg', 'png', 'webp'] as const)('may be %s and is shown as JPEG with a small WebP', async (format) => {
    const view = await keep(await photo({ width: 900, height: 600, format }))
    const [whole, small] = [await open(view.url), await open(view.thumbnailUrl!)]
    expect([whole.headers['content-type'], small.headers['content-type']]).toEqual(['image/jpeg', 'image/webp'])
    expect(Math.max(...Object.values(sizeOf(await sharp(small.body as Buffer).metadata())))).toBe(480)
  })

  it('loses what hides behind its picture', async () => {
    const polyglot = Buffer.concat([await photo(), Buffer.from('<script>alert(1)</script>PK\x03\x04')])
    const kept = (await open((await keep(polyglot)).url)).body as Buffer
    expect(kept.includes('script')).toBe(false)
  })

  it('may have any name; names go nowhere', async () => {
    for (const name of ['../../../etc/passwd', '照片"；.jpg', 'x'.repeat(200), 'evil.php', '.htaccess'])
      await keep(await photo(), { name })
  })

  it('uploaded again under the same key is the same file', async () => {
    const content = await photo()
    const key = randomUUID()
    const first = await keep(content, { key })
    expect((await keep(content, { key })).id).toBe(first.id)
  })

  it('uploaded by several tries at once under one key is one file', async () => {
    const content = await photo({ width: 800, height: 600 })
    const key = randomUUID()
    const views = await Promise.all(Array.from({ length: 6 }, () => keep(content, { key })))
    expect(new Set(views.map(({ id }) => id)).size).toBe(1)
    const { rows } = await app.owner.query('SELECT count(*)::int AS count FROM files WHERE upload_key = $1', [key])
    expect(rows).toEqual([{ count: 1 }])
  })
})

describe('a video', () => {
  it.each([
    ['mp42', 'video/mp4'],
    ['qt  ', 'video/quicktime'],
  ])('of brand %j is kept as it is, without the place it was taken', async (brand, contentType) => {
    const taken = film({ brand })
    const view = await keep(taken, { name: 'film.mp4' })
    expect(view).toMatchObject({ kind: 'video', thumbnailUrl: null })
    const answer = await open(view.url)
    const kept = answer.body as Buffer
    expect(answer.headers['content-type']).toBe(contentType)
    expect(kept.length).toBe(taken.length)
    expect([kept.includes(PLACE), kept.includes(DEVICE)]).toEqual([false, false])
  })

  it('is played in parts', async () => {
    const { url } = await keep(film())
    const whole = (await open(url)).body as Buffer
    const part = await open(url, { range: 'bytes=100-199' })
    expect(part.status).toBe(206)
    expect(part.headers['content-range']).toBe(`bytes 100-199/${whole.length}`)
    expect(part.body).toEqual(whole.subarray(100, 200))
    expect((await open(url, { range: `bytes=${whole.length}-` })).status).toBe(416)
  })
})

/** A PNG of a few bytes that says it is as large as this. */
async function pixelFlood(width: number, height: number): Promise<Buffer> {
  const png = Buffer.from(await photo({ format: 'png' }))
  png.writeUInt32BE(width, 16)
  png.writeUInt32BE(height, 20)
  png.writeUInt32BE(crc32(png.subarray(12, 29)), 29)
  return png
}

const refusals: [what: string, code: string, content: () => Buffer | Promise<Buffer>][] = [
  ['nothing at all', 'FILE_EMPTY', () => Buffer.alloc(0)],
  ['a text called photo.jpg', 'FILE_TYPE_NOT_ALLOWED', () => Buffer.from('我不是照片')],
  ['one byte', 'FILE_TYPE_NOT_ALLOWED', () => Buffer.from([0xff])],
  ['zeros', 'FILE_TYPE_NOT_ALLOWED', () => Buffer.alloc(5000)],
  ['a web page', 'FILE_TYPE_NOT_ALLOWED', () => Buffer.from('<!doctype html><script>alert(1)</script>')],
  [
    'an SVG with a script',
    'FILE_TYPE_NOT_ALLOWED',
    () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
  ],
  ['a PDF', 'FILE_TYPE_NOT_ALLOWED', () => Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj<<>>endobj')],
  ['a ZIP', 'FILE_TYPE_NOT_ALLOWED', () => Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(60)])],
  ['a program', 'FILE_TYPE_NOT_ALLOWED', () => Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200, 0x90)])],
  ['an ELF program', 'FILE_TYPE_NOT_ALLOWED', () => Buffer.concat([Buffer.from('\x7fELF', 'latin1'), Buffer.alloc(200)])],
  ['a GIF', 'FILE_TYPE_NOT_ALLOWED', () => photo({ format: 'gif' })],
  ['a TIFF', 'FILE_TYPE_NOT_ALLOWED', () => photo({ format: 'tiff' })],
  ['an AVIF', 'FILE_TYPE_NOT_ALLOWED', () => photo({ format: 'avif' })],
  [
    'a HEIC photo',
    'FILE_HEIC_NOT_READ',
    () => Buffer.concat([box('ftyp', 'heic', Buffer.alloc(4), 'mif1heic'), box('meta', Buffer.alloc(40))]),
  ],
  [
    'a sound',
    'FILE_TYPE_NOT_ALLOWED',
    () => Buffer.concat([Buffer.from('ID3\x04\x00\x00\x00\x00\x00\x00', 'latin1'), Buffer.alloc(400)]),
  ],
  [
    'an antivirus test string',
    'FILE_TYPE_NOT_ALLOWED',
    () => Buffer.from('X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'),
  ],
  ['a JPEG cut off half-way', 'FILE_UNREADABLE', async () => (await photo({ width: 1200, height: 900 })).subarray(0, 2000)],
  ['a JPEG of a head only', 'FILE_UNREADABLE', () => Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1])],
  [
    'a PNG cut off half-way',
    'FILE_UNREADABLE',
    async () => (await photo({ format: 'png', width: 900, height: 900 })).subarray(0, 400),
  ],
  [
    'a WebP cut off half-way',
    'FILE_UNREADABLE',
    async () => (await photo({ format: 'webp', width: 900, height: 900 })).subarray(0, 60),
  ],
  ['30,000 × 30,000 pixels in a few bytes', 'FILE_TOO_LARGE', () => pixelFlood(30_000, 30_000)],
  ['a picture one pixel high and a hundred million wide', 'FILE_TOO_LARGE', () => pixelFlood(100_000_000, 1)],
  ['a photo of one byte more than allowed', 'FILE_TOO_LARGE', async () => Buffer.concat([await photo(), Buffer.alloc(10 * MB)])],
  ['a video of one byte more than allowed', 'FILE_TOO_LARGE', () => film({ bytes: 50 * MB + 1 })],
  ['a video cut off half-way', 'FILE_UNREADABLE', () => film().subarray(0, 1200)],
  [
    'a video without pictures',
    'FILE_UNREADABLE',
    () => Buffer.concat([box('ftyp', 'mp42', Buffer.alloc(4)), box('moov'), box('mdat', Buffer.alloc(9))]),
  ],
]

describe('an upload (trust.md 31)', () => {
  it.each(refusals)('of %s is refused with %s', async (_, code, content) => {
    const { status, body, headers } = await send(await content())
    expect(body).toMatchObject({ code, detail: expect.stringMatching(/\p{Script=Han}/u) })
    expect(status).toBeLessThan(500)
    expect(headers['content-type']).toContain('application/problem+json')
  })

  it('leaves nothing of what was refused in the store or the database', async () => {
    const count = async () =>
      (await app.owner.query<{ count: number }>('SELECT count(*)::int AS count FROM files')).rows[0]!.count
    const before = await count()
    await send(Buffer.from('no photo'))
    expect(await count()).toBe(before)
  })

  it('needs a session, a key, a community that exists and a file', async () => {
    const files = () => request(app.url).post('/api/files')
    await files()
      .field('communityId', community.id)
      .attach('file', await photo(), 'a.jpg')
      .expect(401)
    const signedIn = () => files().set('authorization', `Bearer ${resident.token}`)
    const missingKey = await signedIn()
      .field('communityId', community.id)
      .attach('file', await photo(), 'a.jpg')
    expect(missingKey.body).toMatchObject({ code: 'IDEMPOTENCY_KEY_MISSING' })
    expect((await send(await photo(), { to: randomUUID() })).body).toMatchObject({ code: 'NOT_FOUND' })
    expect((await send(await photo(), { to: 'no id' })).body).toMatchObject({ errors: [{ field: 'communityId' }] })
    const noFile = await signedIn().set('idempotency-key', randomUUID()).field('communityId', community.id)
    expect(noFile.body).toMatchObject({ code: 'VALIDATION_FAILED', errors: [{ field: 'file' }] })
    const noForm = await signedIn().set('idempotency-key', randomUUID()).send({ communityId: community.id })
    expect(noForm.body).toMatchObject({ code: 'VALIDATION_FAILED' })
  })

  it('of two files at once is refused', async () => {
    const answer = await request(app.url)
      .post('/api/files')
      .set('authorization', `Bearer ${resident.token}`)
      .set('idempotency-key', randomUUID())
      .field('communityId', community.id)
      .attach('file', await photo(), 'a.jpg')
      .attach('file', await photo(), 'b.jpg')
    expect(answer.body).toMatchObject({ code: 'VALIDATION_FAILED' })
  })

  it('that breaks off leaves the server well', async () => {
    const { port } = new URL(app.url)
    const socket = connect(Number(port), '127.0.0.1')
    socket.write(
      `POST /api/files HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${resident.token}\r\nIdempotency-Key: ${randomUUID()}\r\n` +
        'Content-Type: multipart/form-data; boundary=b\r\nContent-Length: 100000\r\n\r\n--b\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nhalf',
      () => socket.destroy(),
    )
    await new Promise((closed) => socket.once('close', closed))
    await keep(await photo())
  })

  it('whose form ends in the middle of the file is refused', async () => {
    const body = `--b\r\nContent-Disposition: form-data; name="communityId"\r\n\r\n${community.id}\r\n--b\r\nContent-Disposition: form-data; name="file"; filename="a.jpg"\r\n\r\nhalf`
    const answer = await request(app.url)
      .post('/api/files')
      .set('authorization', `Bearer ${resident.token}`)
      .set('idempotency-key', randomUUID())
      .set('content-type', 'multipart/form-data; boundary=b')
      .send(body)
    expect({ status: answer.status, body: answer.body as unknown }).toMatchObject({
      status: 422,
      body: { code: 'FILE_UNREADABLE' },
    })
  })

  it('is one of so many an hour', async () => {
    const busy = await app.world.resident(community)
    await app.owner.query(
      `INSERT INTO files (community_id, id, uploaded_by, upload_key, kind, content_type, bytes, sha256, storage_key, created_at)
       SELECT $1, gen_random_uuid(), $2, n::text, 'photo', 'image/jpeg', 1, '', 'none', $3 FROM generate_series(1, 120) n`,
      [community.id, busy.accountId, app.clock.now()],
    )
    expect((await send(await photo(), { by: busy })).body).toMatchObject({ code: 'TOO_MANY_REQUESTS' })
    app.clock.advance({ minutes: 61 })
    await keep(await photo(), { by: busy })
  })
})

describe('a link', () => {
  it('is answered so that no browser makes a page of it, nor keeps it for others', async () => {
    const { headers } = await open((await keep(await photo())).url)
    expect(headers).toMatchObject({
      'content-disposition': 'inline',
      'x-content-type-options': 'nosniff',
      'cache-control': expect.stringContaining('private'),
      'content-security-policy': expect.stringContaining('sandbox'),
    })
  })

  it('is dead after a quarter of an hour, and says so', async () => {
    const { url } = await keep(await photo())
    app.clock.advance({ minutes: 9 })
    expect((await open(url)).status).toBe(200)
    app.clock.advance({ minutes: 6 })
    const answer = await open(url)
    expect({ status: answer.status, body: JSON.parse(String(answer.body)) as unknown }).toMatchObject({
      status: 410,
      body: { code: 'FILE_LINK_EXPIRED' },
    })
  })

  it.each<[string, (link: URL) => void]>([
    ['with a longer life', (link) => link.searchParams.set('expires', '9999999999')],
    ['to another file', (link) => (link.pathname = link.pathname.replace(/files\/[^/]+/, `files/${randomUUID()}`))],
    ['to another variant', (link) => link.searchParams.set('variant', 'thumbnail')],
    ['in another community', (link) => link.searchParams.set('community', randomUUID())],
    ['with another signature', (link) => link.searchParams.set('signature', 'A'.repeat(43))],
  ])('%s opens nothing', async (_, change) => {
    const link = new URL((await keep(await photo())).url)
    change(link)
    expect((await open(link.href)).status).toBe(404)
  })

  it.each(['expires', 'signature', 'variant', 'community'])('without its %s opens nothing', async (part) => {
    const link = new URL((await keep(await photo())).url)
    link.searchParams.delete(part)
    expect((await open(link.href)).status).toBe(400)
  })

  it('to a file whose bytes are gone is not found', async () => {
    const view = await keep(await photo())
    await app.owner.query(`UPDATE files SET storage_key = 'gone' WHERE id = $1`, [view.id])
    expect((await open(view.url)).status).toBe(404)
  })
})

function sizeOf({ width, height }: { width: number; height: number }) {
  return { width, height }
}
