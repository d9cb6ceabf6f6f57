import { expect } from '@jest/globals'
import type { LetterPage, LetterView, MailboxState } from '@yinuo/contracts'
import { createTransport } from 'nodemailer'
import { MailboxWatch } from '../src/modules/mailbox/index.ts'
import type { TestApp } from './app.ts'
import { ComplaintStory } from './complaint-story.ts'
import type { Person } from './person.ts'

export const ADDRESS = 'huayuan@yinuo.example'
export const LIN = 'lin@example.com'
let mails = 0

/** A community with a mailbox on the sandbox's IMAP server, a resident whose address is confirmed, and strangers who write by SMTP. */
export class LetterStory {
  readonly #app: TestApp
  readonly complaints: ComplaintStory
  readonly path: string

  private constructor(app: TestApp, complaints: ComplaintStory) {
    this.#app = app
    this.complaints = complaints
    this.path = `/communities/${complaints.community.id}`
  }

  static async begin(app: TestApp): Promise<LetterStory> {
    const story = new LetterStory(app, await ComplaintStory.begin(app))
    app.sandbox.world.clock.advance(app.clock.now().getTime() - app.sandbox.world.clock.now())
    await story.confirm(story.complaints.resident, LIN)
    await story.set()
    return story
  }

  settings(more: object = {}): object {
    const box = { address: ADDRESS, host: '127.0.0.1', port: this.#app.mailboxPort, encryption: 'none', username: 'tousu' }
    return { ...box, password: 'sandbox-mailbox', folder: 'INBOX', takesOthers: true, active: true, version: 1, ...more }
  }

  async set(more: object = {}, path = this.path, person = this.complaints.manager): Promise<void> {
    await person.put(`${path}/mailbox`, this.settings(more)).expect(200)
  }

  confirm({ accountId }: Person, email: string): Promise<unknown> {
    return this.#app.owner.query(
      'INSERT INTO message_preferences (person_id, email) VALUES ($1, $2) ON CONFLICT (person_id) DO UPDATE SET email = $2',
      [accountId, email],
    )
  }

  /** Sends a mail by SMTP, as it is written. */
  async write(mail: { from?: string; to?: string; headers?: string[]; subject?: string; body?: string }): Promise<string> {
    const { from = LIN, to = ADDRESS, headers = [], subject = '路灯不亮', body = '三号楼前的路灯坏了两天。' } = mail
    const id = `<mail-${++mails}@example.com>`
    const named = headers.some((header) => /^message-id:/i.test(header)) ? [] : [`Message-ID: ${id}`]
    const about = [`From: ${from}`, `To: ${to}`, `Subject: ${subject}`, ...named]
    await this.send([...about, 'Content-Type: text/plain; charset=utf-8', ...headers, '', body].join('\r\n'), { from, to })
    return id
  }

  async send(raw: string | Buffer, { from = LIN, to = ADDRESS } = {}): Promise<void> {
    const url = new URL(this.#app.config.SMTP_URL!)
    const transport = createTransport({ host: url.hostname, port: Number(url.port), secure: false, ignoreTLS: true })
    await transport.sendMail({ envelope: { from: from.replace(/^.*<|>.*$/g, ''), to }, raw })
    transport.close()
  }

  /** A minute passes, the mailbox is read, and what follows is done. */
  async poll(minutes = 1): Promise<number> {
    this.#app.clock.advance({ minutes })
    const taken = await this.#app.nest.get(MailboxWatch).run()
    await this.#app.deliver()
    return taken
  }

  async list(query = ''): Promise<LetterPage['items']> {
    return ((await this.complaints.desk.get(`${this.path}/letters${query}`).expect(200)).body as LetterPage).items
  }

  async newest(): Promise<LetterView> {
    const [row] = await this.list()
    return (await this.complaints.desk.get(`${this.path}/letters/${row!.id}`).expect(200)).body as LetterView
  }

  async state(): Promise<MailboxState> {
    return (await this.complaints.desk.get(`${this.path}/mailbox/state`).expect(200)).body as MailboxState
  }

  /** What this address got from us. */
  answersTo(address: string) {
    return this.#app.sandbox.world.mail.all().filter(({ to }) => to === address)
  }

  /** Writes, reads the box, and gives what became of it. */
  async receive(mail: Parameters<LetterStory['write']>[0]): Promise<LetterView> {
    await this.write(mail)
    expect(await this.poll()).toBe(1)
    return this.newest()
  }
}

/** The text of a mail of ours, whose parts are in base64. */
export function textOf(raw: string): string {
  const part = raw.split(/\r\n--/).find((each) => /content-type: text\/plain/i.test(each)) ?? raw
  const [head, ...body] = part.split('\r\n\r\n')
  const text = body.join('\r\n\r\n')
  if (/encoding: base64/i.test(head!)) return Buffer.from(text, 'base64').toString('utf8')
  if (!/encoding: quoted-printable/i.test(head!)) return text
  const bytes = text.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}
