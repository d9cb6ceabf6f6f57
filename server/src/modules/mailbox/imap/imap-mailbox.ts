import { Injectable } from '@nestjs/common'
import { letterLimits, type MailEncryption } from '@yinuo/contracts'
import { ImapFlow } from 'imapflow'
import { mailboxErrorOf } from './mailbox-error.ts'
import { MailHosts } from './mail-hosts.ts'

const CONNECT_MS = 10_000
const SILENT_MS = 60_000
const PIECE_BYTES = 256 * 1024
/** On the server a letter we have is read, and carries our word where the server keeps such words. */
const TAKEN = ['\\Seen', '$YinuoTaken']

export interface MailboxAddress {
  host: string
  port: number
  encryption: MailEncryption
  username: string
  folder: string
}

/** A mailbox's folder that is open. */
export interface OpenFolder {
  uidValidity: string
  /** numbers of letters behind this one that arrived since then, oldest first */
  after(uid: number, since: Date): Promise<number[]>
  /** the letter as it came, piece by piece */
  read(uid: number): AsyncIterable<Buffer>
  markTaken(uids: readonly number[]): Promise<void>
}

/** Reads mailboxes by IMAP. */
@Injectable()
export class ImapMailbox {
  readonly #hosts: MailHosts

  constructor(hosts: MailHosts) {
    this.#hosts = hosts
  }

  /**
   * Opens the folder, lets `work` read in it, and closes it.
   * @throws MailboxError
   */
  async within<Answer>(at: MailboxAddress, password: string, work: (folder: OpenFolder) => Promise<Answer>): Promise<Answer> {
    const client = await this.#clientFor(at, password)
    // The promises say it too; an error nobody listens to would end the process.
    client.on('error', () => undefined)
    const said = <Said>(answer: Promise<Said>): Promise<Said> =>
      answer.catch((error: unknown) => {
        throw mailboxErrorOf(error, at.folder)
      })
    try {
      await said(client.connect())
      const { uidValidity } = await said(client.mailboxOpen(at.folder).catch(asMissing))
      return await work(folderOf(client, String(uidValidity), said))
    } finally {
      await client.logout().catch(() => undefined)
      client.close()
    }
  }

  async #clientFor({ host, port, encryption, username }: MailboxAddress, password: string): Promise<ImapFlow> {
    const address = await this.#hosts.addressOf(host, port, encryption)
    return new ImapFlow({
      host: address,
      ...(address === host ? {} : { servername: host }),
      port,
      secure: encryption === 'tls',
      doSTARTTLS: encryption === 'starttls',
      auth: { user: username, pass: password },
      // Its log has the commands in it, and so the password.
      logger: false,
      disableAutoIdle: true,
      connectionTimeout: CONNECT_MS,
      greetingTimeout: CONNECT_MS,
      socketTimeout: SILENT_MS,
      clientInfo: { name: 'Yinuo' },
    })
  }
}

/** Some servers say no more than no. */
function asMissing(error: { responseStatus?: string }): never {
  throw error.responseStatus ? Object.assign(error, { mailboxMissing: true }) : error
}

type Said = <Answer>(answer: Promise<Answer>) => Promise<Answer>

function folderOf(client: ImapFlow, uidValidity: string, said: Said): OpenFolder {
  return {
    uidValidity,
    async after(uid, since) {
      const found = (await said(client.search({ uid: `${uid + 1}:*`, since }, { uid: true }))) || []
      // `n:*` names the last letter even when its number is smaller.
      return found.filter((each) => each > uid).sort((one, other) => one - other)
    },
    async *read(uid) {
      const wish = { uid: true, maxBytes: letterLimits.bytes, chunkSize: PIECE_BYTES }
      const { content } = await said(client.download(String(uid), undefined, wish))
      // Somebody took it out of the box meanwhile.
      if (!content) return
      const pieces = content[Symbol.asyncIterator]() as AsyncIterator<Buffer>
      try {
        for (let next = await said(pieces.next()); !next.done; next = await said(pieces.next())) yield next.value
      } finally {
        await pieces.return?.()
      }
    },
    async markTaken(uids) {
      if (uids.length > 0) await said(client.messageFlagsAdd(uids.join(','), TAKEN, { uid: true }))
    },
  }
}
