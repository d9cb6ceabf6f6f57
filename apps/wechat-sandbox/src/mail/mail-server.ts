import { setTimeout as wait } from 'node:timers/promises'
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server'
import type { Clock } from '../state/clock.ts'
import type { Fault, Faults } from '../faults/faults.ts'
import type { MailboxServer } from './mailbox-server.ts'

export interface ReceivedMail {
  to: string
  subject: string
  messageId: string
  raw: string
  at: string
}

const ENDPOINT = 'smtp'
const LARGEST = 60 * 1024 * 1024

const texts: Readonly<Record<number, string>> = {
  421: '4.3.2 Service not available, closing transmission channel',
  450: '4.2.0 Greylisted, please try again later',
  451: '4.7.1 Greylisted, please try again later',
  452: '4.2.2 Mailbox full',
  550: '5.1.1 User unknown in virtual mailbox table',
  552: '5.2.2 Over quota',
  554: '5.7.1 Message rejected as spam',
}

class Refusal extends Error {
  readonly responseCode: number

  constructor(responseCode: number) {
    super(texts[responseCode] ?? 'Error')
    this.responseCode = responseCode
  }
}

/**
 * A mail server that keeps what it is given, or puts it into the mailbox it is for. Faults at `smtp`: `errcode` answers the recipient with it, `slow` waits, `lost` takes
 * the mail and breaks the line before saying so, `reset` breaks it before. Mail to `unknown@…` is refused always. `down()` and
 * `up()` are for a server that is not there.
 */
export class MailServer {
  readonly #clock: Clock
  readonly #faults: Faults
  readonly #mailbox: MailboxServer
  readonly #sockets = new Set<{ destroy(): void }>()
  #server: SMTPServer | undefined
  #port = 0
  #loseNext = false
  #mails: ReceivedMail[] = []

  constructor(clock: Clock, faults: Faults, mailbox: MailboxServer) {
    this.#clock = clock
    this.#faults = faults
    this.#mailbox = mailbox
  }

  /** @returns the port; 0 takes a free one */
  async listen(port = 0, host = '127.0.0.1'): Promise<number> {
    const server = new SMTPServer({
      authOptional: true,
      // A certificate of nobody's would be refused, rightly.
      disabledCommands: ['STARTTLS'],
      allowInsecureAuth: true,
      size: LARGEST,
      logger: false,
      onAuth: ({ username, password }, _session, done) =>
        password === 'wrong' ? done(new Refusal(535)) : done(null, { user: username ?? '' }),
      onRcptTo: ({ address }, _session, done) => void this.#recipient(address).then(() => done(), done),
      onData: (stream, session, done) => void this.#data(stream, session).then(() => done(), done),
    })
    server.on('error', () => undefined)
    server.server.on('connection', (socket: { destroy(): void; once(event: 'close', listener: () => void): void }) => {
      this.#sockets.add(socket)
      socket.once('close', () => this.#sockets.delete(socket))
    })
    await new Promise<void>((resolve) => server.listen(port, host, resolve))
    this.#server = server
    this.#port = (server.server.address() as { port: number }).port
    return this.#port
  }

  /** From now on nobody answers at its port. */
  async down(): Promise<void> {
    const server = this.#server
    this.#server = undefined
    this.#cut()
    if (server) await new Promise<void>((resolve) => server.close(resolve))
  }

  async up(): Promise<void> {
    if (!this.#server) await this.listen(this.#port)
  }

  all(): ReceivedMail[] {
    return this.#mails
  }

  snapshot(): ReceivedMail[] {
    return this.#mails.slice(-100)
  }

  restore(written: ReceivedMail[]): void {
    this.#mails = written
  }

  #cut(): void {
    for (const socket of this.#sockets) socket.destroy()
  }

  async #recipient(address: string): Promise<void> {
    if (address.startsWith('unknown@')) throw new Refusal(550)
    const fault = this.#faults.take(ENDPOINT)
    if (!fault) return
    await this.#play(fault)
  }

  async #play({ kind, errcode, delayMs }: Fault): Promise<void> {
    if (kind === 'errcode') throw new Refusal(Number(errcode))
    if (kind === '5xx') throw new Refusal(550)
    if (kind === 'slow') await wait(delayMs ?? 1_000)
    if (kind === 'reset' || kind === 'timeout') this.#cut()
    if (kind === 'lost') this.#loseNext = true
  }

  async #data(stream: SMTPServerDataStream, session: SMTPServerSession): Promise<void> {
    const parts: Buffer[] = []
    for await (const part of stream) parts.push(part as Buffer)
    if (stream.sizeExceeded) throw new Refusal(552)
    const bytes = Buffer.concat(parts)
    const raw = bytes.toString('utf8')
    for (const { address } of session.envelope.rcptTo) {
      if (this.#mailbox.takes(address)) {
        this.#mailbox.deliver(address, bytes)
        continue
      }
      this.#mails.push({
        to: address,
        subject: subjectOf(raw),
        messageId: headerOf(raw, 'message-id'),
        raw,
        at: this.#clock.iso(),
      })
    }
    if (!this.#loseNext) return
    this.#loseNext = false
    this.#cut()
  }
}

function headerOf(raw: string, name: string): string {
  const head = raw.slice(0, raw.indexOf('\r\n\r\n')).replace(/\r\n[ \t]+/g, ' ')
  const line = head.split('\r\n').find((each) => each.toLowerCase().startsWith(`${name}:`))
  return line?.slice(name.length + 1).trim() ?? ''
}

/** Encoded words as people read them. */
function subjectOf(raw: string): string {
  return headerOf(raw, 'subject')
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, how: string, text: string) =>
      how.toLowerCase() === 'b' ? Buffer.from(text, 'base64').toString('utf8') : unquoted(text),
    )
}

function unquoted(text: string): string {
  const bytes = text.replaceAll('_', ' ').replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}
