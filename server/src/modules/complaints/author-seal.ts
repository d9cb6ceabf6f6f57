import { createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { Inject, Injectable } from '@nestjs/common'
import { CONFIG, type Config } from '../../platform/config/index.ts'
import type { Act } from '../../platform/database/index.ts'
import { Seal } from '../../platform/secrets/index.ts'
import { ANONYMOUS } from '@yinuo/contracts'

/** Who made an anonymous complaint, as it is sealed. */
export interface Author {
  accountId: string
  residentId: string
  name: string
  phone: string | null
  unitLabel: string
}

/**
 * Keeps apart what an anonymous complaint says and who says it (COM-06). The author is found by a keyed hash of the
 * account, which only the author's own session can ask for, and read only by opening the seal.
 */
@Injectable()
export class AuthorSeal {
  readonly #seal: Seal
  readonly #key: Buffer

  constructor(@Inject(CONFIG) config: Config) {
    this.#seal = new Seal(config.LINK_SIGNING_KEY, 'complaint authors')
    this.#key = Buffer.from(hkdfSync('sha256', config.LINK_SIGNING_KEY, '', 'yinuo complaint author hashes', 32))
  }

  hashOf(accountId: string): Buffer {
    return createHmac('sha256', this.#key).update(accountId).digest()
  }

  seal(author: Author, caseId: string): string {
    return this.#seal.seal(JSON.stringify(author), caseId)
  }

  open(sealed: string, caseId: string): Author {
    return JSON.parse(this.#seal.open(sealed, caseId)) as Author
  }

  /**
   * The act as everybody may see it: nobody's, from nowhere, and in a trace of its own, because a phone may send one trace
   * with all it does. What it does is written down under nobody's name.
   */
  unnamed<Of extends Act>(act: Of): Of {
    const traceId = randomBytes(16).toString('hex')
    return { ...act, actor: { kind: 'resident', id: null, name: ANONYMOUS }, traceId, address: null, device: null }
  }

  /** The same act for its idempotency key alone: a doer that stands for this account and this request, and leads to neither. */
  unnamedRequest<Of extends Act>(act: Of, accountId: string): Of {
    if (!act.idempotency) return this.unnamed(act)
    const digest = createHmac('sha256', this.#key).update(`${accountId} ${act.idempotency.key}`).digest('hex')
    const id = digest.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
    return { ...this.unnamed(act), actor: { kind: 'resident', id, name: ANONYMOUS } }
  }
}
