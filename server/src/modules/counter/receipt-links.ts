import { createHmac, timingSafeEqual } from 'node:crypto'
import { Inject, Injectable } from '@nestjs/common'
import { CONFIG, type Config } from '../../platform/config/index.ts'
import { ProblemError } from '../../platform/http/index.ts'

const LIVES_SECONDS = 5 * 60

export interface ReceiptLinkParts {
  communityId: string
  paymentId: string
  /** Who it was given to: with the session, and with what it may read, the link ends. */
  sessionId: string
  /** seconds since 1970 */
  expires: number
}

/** Makes and checks the links by which a phone opens a receipt: what opens papers there sends no header. */
@Injectable()
export class ReceiptLinks {
  readonly #key: string
  readonly #base: string

  constructor(@Inject(CONFIG) config: Config) {
    this.#key = config.LINK_SIGNING_KEY
    this.#base = config.PUBLIC_URL.replace(/\/$/, '')
  }

  make(given: Omit<ReceiptLinkParts, 'expires'>, now: Date): { url: string; expiresAt: string } {
    const parts = { ...given, expires: Math.floor(now.getTime() / 1000) + LIVES_SECONDS }
    const query = new URLSearchParams({
      community: parts.communityId,
      session: parts.sessionId,
      expires: String(parts.expires),
      signature: this.#sign(parts),
    })
    const url = `${this.#base}/api/receipt-files/${parts.paymentId}/content?${query}`
    return { url, expiresAt: new Date(parts.expires * 1000).toISOString() }
  }

  /** @throws ProblemError NOT_FOUND for a link we did not make, FILE_LINK_EXPIRED for one that has run out. */
  verify(parts: ReceiptLinkParts, signature: string, now: Date): void {
    const expected = Buffer.from(this.#sign(parts))
    const given = Buffer.from(signature)
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) throw new ProblemError('NOT_FOUND')
    if (parts.expires * 1000 <= now.getTime()) throw new ProblemError('FILE_LINK_EXPIRED')
  }

  #sign({ communityId, paymentId, sessionId, expires }: ReceiptLinkParts): string {
    const text = ['receipt', communityId, paymentId, sessionId, expires].join('\n')
    return createHmac('sha256', this.#key).update(text).digest('base64url')
  }
}
