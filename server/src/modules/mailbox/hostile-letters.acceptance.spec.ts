import { Socket } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import sharp from 'sharp'
import { startApp, type TestApp } from '../../../test/app.ts'
import { ADDRESS, LetterStory, LIN } from '../../../test/letter-story.ts'

let app: TestApp
let story: LetterStory
beforeAll(async () => {
  app = await startApp()
  story = await LetterStory.begin(app)
})
afterAll(() => app.close())

let letters = 0
const head = (subject = '附件') => [
  `From: ${LIN}`,
  `To: ${ADDRESS}`,
  `Subject: ${subject}`,
  `Message-ID: <h${++letters}@example.com>`,
]
const part = (name: string, content: Buffer, type = 'application/octet-stream') => [
  '--part',
  `Content-Type: ${type}; name="${name}"`,
  'Content-Transfer-Encoding: base64',
  `Content-Disposition: attachment; filename="${name}"`,
  '',
  content.toString('base64').replace(/.{76}/g, '$&\r\n'),
]
const mixed = (...parts: string[][]) => [
  ...head(),
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary=part',
  '',
  '--part',
  'Content-Type: text/plain; charset=utf-8',
  '',
  '请看附件。',
  ...parts.flat(),
  '--part--',
  '',
]
const bytes = (lines: string[], encoding: BufferEncoding = 'utf8') => Buffer.from(lines.join('\r\n'), encoding)

async function receive(raw: Buffer) {
  await story.send(raw)
  expect(await story.poll()).toBe(1)
  return story.newest()
}

describe('attachments', () => {
  it('[COM-01] photos come into the complaint, PDF to the letter, and the rest is named and left out', async () => {
    const photo = await sharp({ create: { width: 64, height: 48, channels: 3, background: '#0F6B57' } })
      .jpeg()
      .toBuffer()
    const pdf = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n')
    const letter = await receive(
      bytes(
        mixed(
          part('../../现场.jpg', photo, 'image/jpeg'),
          part('说明.pdf', pdf, 'application/pdf'),
          part('winmail.dat', Buffer.from('TNEF'), 'application/ms-tnef'),
          part('payload.exe', Buffer.from('MZ')),
          part('假照片.jpg', Buffer.from('<script>alert(1)</script>'), 'image/jpeg'),
        ),
      ),
    )
    expect(letter.state).toBe('registered')
    expect(letter.files).toHaveLength(1)
    expect(letter.documents).toMatchObject([{ name: '说明.pdf' }])
    expect(letter.leftOut.map(({ name }) => name)).toEqual(['winmail.dat', 'payload.exe', '假照片.jpg'])
    const complaint = await story.complaints.read(story.complaints.desk, letter.case!)
    expect(complaint.files).toHaveLength(1)
    expect(complaint.description).toContain('payload.exe')
    const document = `${story.path}/letters/${letter.id}/documents/${letter.documents[0]!.number}`
    const saved = await story.complaints.desk.get(document).expect(200)
    expect(saved.headers['content-disposition']).toMatch(/^attachment/)
    expect(saved.body as Buffer).toEqual(pdf)
    await story.complaints.desk.get(`${story.path}/letters/${letter.id}/documents/0`).expect(404)
  })

  it('[COM-01] of 20 MB is left where it is and said so; the letter comes in, and memory stays flat', async () => {
    const raw = bytes(mixed(part('录像.jpg', Buffer.alloc(20 * 1024 * 1024, 'AB')), part('b.png', Buffer.alloc(0))), 'utf8')
    await story.send(raw)
    const before = process.memoryUsage().arrayBuffers
    let most = 0
    const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().arrayBuffers - before)), 5)
    expect(await story.poll()).toBe(1)
    clearInterval(watch)
    const letter = await story.newest()
    expect(letter).toMatchObject({ state: 'registered', content: '请看附件。' })
    expect(letter.leftOut).toMatchObject([{ name: '录像.jpg', bytes: 20 * 1024 * 1024 }, { name: 'b.png' }])
    expect(letter.leftOut[0]!.reason).toContain('10 MB')
    expect(most).toBeLessThan(100 * 1024 * 1024)
  }, 60_000)

  it('[COM-01] endless words are cut off', async () => {
    const letter = await receive(
      bytes([...head('很长'), 'Content-Type: text/plain', '', `${'长'.repeat(70)}\r\n`.repeat(20_000)]),
    )
    expect(letter.state).toBe('registered')
    expect(letter.content.length).toBeLessThanOrEqual(20_000)
    expect(letter.remarks[0]).toContain('邮件过大')
  })
})

describe('words', () => {
  it('[COM-01] of a page are taken out as text: nothing runs, nothing is loaded, nobody is asked', async () => {
    const reached = new Set<unknown>()
    const connect = Socket.prototype.connect
    Socket.prototype.connect = function (this: Socket, ...given: unknown[]) {
      const [target] = (Array.isArray(given[0]) ? given[0] : given) as [{ port?: number }]
      reached.add(Number(target.port))
      return connect.apply(this, given as never)
    } as typeof connect
    const page = `<html><head><script>fetch('http://track.example/a')</script><style>p{background:url(http://track.example/b)}</style>
      </head><body><p>楼道灯<b>不亮</b></p><img src="http://track.example/pixel.gif"><a href="http://phish.example">点这里</a>
      <iframe src="http://track.example/c"></iframe><svg onload="alert(1)"></svg><link rel=stylesheet href="http://track.example/d"></body></html>`
    const letter = await receive(bytes([...head('网页'), 'Content-Type: text/html; charset=utf-8', '', page]))
    Socket.prototype.connect = connect
    expect(letter.content).toContain('楼道灯不亮')
    expect(letter.content).not.toMatch(/script|track\.example|phish|alert|url\(/)
    expect(reached.has(80)).toBe(false)
  })

  it.each([
    ['GBK, base64', 'gbk', Buffer.from('xPq6w6OstefM3bu1wcs=', 'base64'), '您好，电梯坏了'],
    ['GB18030, as it is', 'gb18030', Buffer.from('c4fabac3a3acb5e7ccddbbb5c1cb', 'hex'), '您好，电梯坏了'],
    ['no charset anybody knows', 'x-klingon', Buffer.from('hello'), 'hello'],
  ])('[COM-01] in %s are read', async (_, charset, text, words) => {
    const lines = [...head('=?GBK?B?zba+3w==?='), `Content-Type: text/plain; charset=${charset}`, '', '']
    const letter = await receive(Buffer.concat([bytes(lines), text]))
    expect(letter.content).toBe(words)
    expect(letter.subject).toBe('投具')
  })
})

/** Mails that are wrong in every way somebody may think of; each is to become a letter, and none may keep the next one away. */
const hostile: (() => string[])[] = [
  () => [...head(), '', ''],
  () => ['', '', 'only a body'],
  () => ['Subject: =?utf-8?B?////?=', 'From: @', '', 'x'],
  () => [`From: ${'a'.repeat(5000)}@example.com`, 'Subject: long', '', 'x'],
  () => ['From: a@example.com, b@example.com', 'Subject: two authors', '', 'x'],
  () => ['From: "\\"<script>" <x@example.com>', 'Subject: <img src=x onerror=alert(1)>', '', "'; DROP TABLE letters; --"],
  () => [...head('nul\u0000\u0001\u202E\uFEFF'), '', 'a\u0000b\u0008c\u202Ed'],
  () => [...head(), 'Content-Type: multipart/mixed; boundary=""', '', '--', 'x', '----'],
  () => [
    ...head(),
    'Content-Type: multipart/mixed; boundary=a',
    '',
    ...Array.from({ length: 300 }, () => '--a\r\nContent-Type: text/plain\r\n\r\nx'),
  ],
  () => [
    ...head(),
    ...Array.from({ length: 60 }, (_, depth) => `Content-Type: multipart/mixed; boundary=b${depth}\r\n\r\n--b${depth}`),
    'Content-Type: text/plain',
    '',
    'deep',
  ],
  () => [...head(), 'Content-Type: text/html', '', '<div>'.repeat(20_000)],
  () => [...head(), 'Content-Transfer-Encoding: base64', '', '!!!!not base64!!!!'],
  () => [...head(), 'Content-Transfer-Encoding: quoted-printable', '', '=ZZ=F=\r\n='],
  () => [...head(), 'Content-Type: message/rfc822', '', ...head('inner'), '', 'inside'],
  () => [...head(), `References: ${'<a@b> '.repeat(2_000)}`, '', 'many references'],
  () => [`X-Long: ${'x'.repeat(200_000)}`, ...head(), '', 'long header'],
  () => Array.from({ length: 3_000 }, (_, at) => `X-Header-${at}: y`).concat(head(), '', 'many headers'),
  () => [...head('\uD800\uDFFF'), '', '\uD83D broken'],
  () => [...head(`T261121-AAAAA `.repeat(50)), '', 'numbers'],
  () => [...head(), 'Date: yesterday at noon', 'Content-Type: text/plain; charset=utf-16', '', 'odd'],
]

/** Each kind once; the many of a release are for the long run. */
const MAILS = process.env.TEST_LONG === '1' ? 200 : hostile.length

it('[COM-01] hostile mails by the dozen come in, each as a letter, and hold up nothing behind them', async () => {
  const before = await count()
  const raws = Array.from({ length: MAILS }, (_, at) =>
    bytes([`X-Number: ${at}`, ...hostile[at % hostile.length]!()], at % 3 === 0 ? 'latin1' : 'utf8'),
  )
  for (const raw of raws) app.sandbox.world.mailbox.deliver(ADDRESS, raw)
  await story.write({ subject: '排在后面的正常来信', from: 'good@example.org' })
  for (let turn = 0; turn < 8; turn++) await story.poll()
  expect((await story.newest()).subject).toBe('排在后面的正常来信')
  expect((await count()) - before).toBeGreaterThan(MAILS * 0.9)
  expect(await story.state()).toMatchObject({ failure: null })
  for (const { id } of await story.list('?limit=100')) await story.complaints.desk.get(`${story.path}/letters/${id}`).expect(200)
}, 120_000)

async function count(): Promise<number> {
  const { rows } = await app.owner.query<{ count: number }>('SELECT count(*)::int AS count FROM letters')
  return rows[0]!.count
}
