import { createHmac, timingSafeEqual } from 'node:crypto'
import { Inject, Injectable } from '@nestjs/common'
import { CONFIG, type Config } from '../../platform/config/index.ts'
import { ProblemError } from '../../platform/http/index.ts'

const LIVES_SECONDS = 5 * 60

export interface DocumentLinkParts {
  communityId: string
  documentId: string
  number: number
  /** Who it was given to: with the session, and with what it may read, the link ends. */
  sessionId: string
  /** seconds since 1970 */
  expires: number
}

/** Makes and checks the links that open one version of a document without a header. */
@Injectable()
export class DocumentLinks {
  readonly #key: string
  readonly #base: string

  constructor(@Inject(CONFIG) config: Config) {
    this.#key = config.LINK_SIGNING_KEY
    this.#base = config.PUBLIC_URL.replace(/\/$/, '')
  }

  make(given: Omit<DocumentLinkParts, 'expires'>, now: Date): { url: string; expiresAt: string } {
    const parts = { ...given, expires: Math.floor(now.getTime() / 1000) + LIVES_SECONDS }
    const query = new URLSearchParams({
      community: parts.communityId,
      number: String(parts.number),
      session: parts.sessionId,
      expires: String(parts.expires),
      signature: this.#sign(parts),
    })
    const url = `${this.#base}/api/document-files/${parts.documentId}/content?${query}`
    return { url, expiresAt: new Date(parts.expires * 1000).toISOString() }
  }

  /** @throws ProblemError NOT_FOUND for a link we did not make, FILE_LINK_EXPIRED for one that has run out. */
  verify(parts: DocumentLinkParts, signature: string, now: Date): void {
    const expected = Buffer.from(this.#sign(parts))
    const given = Buffer.from(signature)
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) throw new ProblemError('NOT_FOUND')
    if (parts.expires * 1000 <= now.getTime()) throw new ProblemError('FILE_LINK_EXPIRED')
  }

  #sign({ communityId, documentId, number, sessionId, expires }: DocumentLinkParts): string {
    const text = ['document', communityId, documentId, number, sessionId, expires].join('\n')
    return createHmac('sha256', this.#key).update(text).digest('base64url')
  }
}
