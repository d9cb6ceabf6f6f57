import { lookup } from 'node:dns/promises'
import { Inject, Injectable } from '@nestjs/common'
import { CONFIG, type Config } from '../../../platform/config/index.ts'
import { isPublicAddress } from '../rules/index.ts'
import { MailboxError } from './mailbox-error.ts'

const MAIL_PORTS = new Set([143, 993])

/**
 * Where a mailbox may be: on the open internet at the ports of IMAP and behind TLS, or at one of the hosts whose names stand in
 * IMAP_INSIDE_HOSTS. What a clerk types leads nowhere else.
 */
@Injectable()
export class MailHosts {
  readonly #inside: ReadonlySet<string>

  constructor(@Inject(CONFIG) config: Config) {
    this.#inside = new Set(config.IMAP_INSIDE_HOSTS.map((host) => host.toLowerCase()))
  }

  isInside(host: string): boolean {
    return this.#inside.has(host)
  }

  /** @returns whether a mailbox may be said to be there, before anything is asked of it */
  isAllowed(host: string, port: number, encryption: string): boolean {
    return this.isInside(host) || (MAIL_PORTS.has(port) && encryption !== 'none')
  }

  /**
   * The address to connect to: the one that was looked at, so that a name cannot lead elsewhere a moment later.
   * @throws MailboxError
   */
  async addressOf(host: string, port: number, encryption: string): Promise<string> {
    if (this.isInside(host)) return host
    const found = await lookup(host, { all: true }).catch(() => {
      throw new MailboxError('找不到这个服务器地址，请核对有没有写错')
    })
    const isSafe =
      this.isAllowed(host, port, encryption) && found.length > 0 && found.every(({ address }) => isPublicAddress(address))
    if (!isSafe) throw new MailboxError('不能连接这个地址：只能是公网上的邮件服务器，加密连接')
    return found[0]!.address
  }
}
