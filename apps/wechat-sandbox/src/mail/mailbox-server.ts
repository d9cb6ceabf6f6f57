import { createRequire } from 'node:module'
import type { AddressInfo, Socket } from 'node:net'
import type { ImapServer, MakeImapServer } from './imap-server.ts'
import type { Faults } from '../faults/faults.ts'
import type { Clock } from '../state/clock.ts'

// A package of CommonJS that tells no types.
const imapServer = createRequire(import.meta.url)('hoodiecrow-imap') as MakeImapServer

const ENDPOINT = 'imap'
const PLUGINS = [
  'ID',
  'SASL-IR',
  'AUTH-PLAIN',
  'NAMESPACE',
  'ENABLE',
  'LITERALPLUS',
  'UNSELECT',
  'UIDPLUS',
  'MOVE',
  'SPECIAL-USE',
]

/** Who may read it; the demonstration's own. */
export const mailboxAccount = { user: 'tousu', password: 'sandbox-mailbox' } as const

export interface KeptLetter {
  uid: number
  flags: readonly string[]
  raw: string
}

/**
 * A mailbox to be read by IMAP, in which arrives what is sent to its domain. Faults at `imap`: `reset` and `timeout` cut the line in
 * the middle of the next letter that is fetched. `down()` and `up()` are for a server that is not there.
 */
export class MailboxServer {
  readonly domain: string
  readonly #clock: Clock
  readonly #faults: Faults
  readonly #sockets = new Set<Socket>()
  #times = 0
  #server: ImapServer
  #port = 0

  constructor(clock: Clock, faults: Faults, domain: string) {
    this.#clock = clock
    this.#faults = faults
    this.domain = domain
    this.#server = this.#empty()
  }

  /** @returns the port; 0 takes a free one */
  async listen(port = 0, host = '127.0.0.1'): Promise<number> {
    const { server } = this.#server
    await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, host, resolve))
    this.#port = (server.address() as AddressInfo).port
    return this.#port
  }

  takes(address: string): boolean {
    return address.toLowerCase().endsWith(`@${this.domain}`)
  }

  /** As the last server on a letter's way puts it into the box. */
  deliver(address: string, raw: Buffer): void {
    const letter = Buffer.concat([Buffer.from(`Delivered-To: ${address}\r\n`), raw])
    this.#server.appendMessage('INBOX', [], new Date(this.#clock.now()), letter.toString('latin1'))
  }

  letters(): KeptLetter[] {
    return this.#server.getMailbox('INBOX').messages.map(({ uid, flags, raw }) => ({ uid, flags, raw }))
  }

  /** From now on nobody answers at its port. */
  async down(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy()
    const { server } = this.#server
    if (server.listening) await new Promise<void>((resolve) => server.close(() => resolve()))
  }

  async up(): Promise<void> {
    if (!this.#server.server.listening) await this.listen(this.#port)
  }

  /** The box is made anew: the same letters, other numbers, as after a move to another server. */
  async renumber(): Promise<void> {
    const kept = this.letters()
    await this.down()
    this.#server = this.#empty()
    for (const { raw, flags } of kept) this.#server.appendMessage('INBOX', [...flags], new Date(this.#clock.now()), raw)
    await this.listen(this.#port)
  }

  #empty(): ImapServer {
    const server = imapServer({
      users: { [mailboxAccount.user]: { password: mailboxAccount.password } },
      plugins: PLUGINS,
      // What is in it is forgotten when the sandbox ends: the numbers of then mean nothing any more.
      storage: { INBOX: { uidvalidity: Math.floor(Date.now() / 1000) + this.#times++ }, '': {} },
    })
    server.server.on('connection', (socket: Socket) => {
      this.#sockets.add(socket)
      socket.on('error', () => undefined)
      socket.once('close', () => this.#sockets.delete(socket))
    })
    const fetch = server.getCommandHandler('UID FETCH')
    server.setCommandHandler('UID FETCH', (connection, parsed, line, done) => {
      const fault = / body\.peek\[\]/i.test(line) ? this.#faults.take(ENDPOINT) : undefined
      if (fault) connection.socket?.destroy()
      else fetch(connection, parsed, line, done)
    })
    return server
  }
}
