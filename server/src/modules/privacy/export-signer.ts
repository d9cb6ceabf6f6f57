import { createHmac, timingSafeEqual } from 'node:crypto'
import { Inject, Injectable } from '@nestjs/common'
import { CONFIG, type Config } from '../../platform/config/index.ts'
import { ProblemError } from '../../platform/http/index.ts'
import type { CallerAct } from '../access/index.ts'
import type { ExportLinks } from './http/privacy.dto.ts'
import type { ExportForm } from './jobs/export-files.ts'

const LIVES_SECONDS = 15 * 60

interface Parts {
  community: string
  requestId: string
  form: ExportForm
  /** Who it was given to: with the session the link ends. */
  session: string
  /** seconds since 1970 */
  expires: number
}

/** Makes and checks the links that open somebody's copy for a quarter of an hour, while who may have it is signed in. */
@Injectable()
export class ExportSigner {
  readonly #key: string
  readonly #base: string

  constructor(@Inject(CONFIG) config: Config) {
    this.#key = config.LINK_SIGNING_KEY
    this.#base = config.PUBLIC_URL.replace(/\/$/, '')
  }

  linksTo(requestId: string, community: string, until: Date, { now, caller }: CallerAct): ExportLinks {
    const session = caller.sessionId
    const expires = Math.min(Math.floor(now.getTime() / 1000) + LIVES_SECONDS, Math.floor(until.getTime() / 1000))
    const link = (form: ExportForm) => {
      const signature = this.#signatureOf({ community, requestId, form, session, expires })
      const query = new URLSearchParams({ community, form, session, expires: String(expires), signature })
      return `${this.#base}/api/personal-exports/${requestId}/content?${query}`
    }
    return { pdfUrl: link('pdf'), jsonUrl: link('json'), until: until.toISOString() }
  }

  /** @throws ProblemError NOT_FOUND for a link we did not make, FILE_LINK_EXPIRED for one that has run out. */
  verify(parts: Parts, signature: string, now: Date): void {
    const [expected, given] = [Buffer.from(this.#signatureOf(parts)), Buffer.from(signature)]
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) throw new ProblemError('NOT_FOUND')
    if (parts.expires * 1000 <= now.getTime()) throw new ProblemError('FILE_LINK_EXPIRED')
  }

  #signatureOf({ community, requestId, form, session, expires }: Parts): string {
    const text = ['export', community, requestId, form, session, expires].join('\n')
    return createHmac('sha256', this.#key).update(text).digest('base64url')
  }
}
