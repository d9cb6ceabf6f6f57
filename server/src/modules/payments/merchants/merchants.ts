import { Inject, Injectable } from '@nestjs/common'
import { CONFIG, type Config } from '../../../platform/config/index.ts'
import { WorkerDatabase } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import { Seal } from '../../../platform/secrets/index.ts'
import type { PayMerchant } from '../../../wechat/index.ts'

interface Kept extends Omit<PayMerchant, 'privateKeyPem' | 'apiKey'> {
  sealedPrivateKey: string
  sealedApiKey: string
  version: number
}

const KEPT = `
  SELECT m.id, m.mode, m.mchid, m.sub_mchid AS "subMchid", m.appid, m.serial_no AS "serialNo", m.platform_keys AS "platformKeys",
    m.key_serial AS "keySerial", m.sealed_private_key AS "sealedPrivateKey", m.sealed_api_key AS "sealedApiKey", m.version
  FROM pay_merchants m`

const MOST_OPENED = 1_000

/** Seals what only a merchant knows. */
export const sealOfMerchants = (programKey: string): Seal => new Seal(programKey, 'pay merchants')

/** The merchants with their secrets opened, for who speaks to WeChat Pay. Requests of people never see more than their outside. */
@Injectable()
export class Merchants {
  readonly #database: WorkerDatabase
  readonly #seal: Seal
  /** By id and version: what has changed is opened anew. */
  readonly #opened = new Map<string, PayMerchant>()

  constructor(database: WorkerDatabase, @Inject(CONFIG) config: Config) {
    this.#database = database
    this.#seal = sealOfMerchants(config.LINK_SIGNING_KEY)
  }

  async byId(id: string): Promise<PayMerchant | null> {
    const [kept] = await this.#database.run<Kept>(`${KEPT} WHERE m.id = $1`, [id])
    return kept ? this.#open(kept) : null
  }

  /** The one that takes a community's money: its own, else its company's. @throws ProblemError PAY_NOT_SET */
  async of(communityId: string): Promise<PayMerchant> {
    const [kept] = await this.#database.run<Kept>(
      `${KEPT} JOIN communities c ON c.company_id = m.company_id
       WHERE c.id = $1 AND m.stopped_at IS NULL AND (m.community_id = c.id OR m.community_id IS NULL)
       ORDER BY m.community_id NULLS LAST LIMIT 1`,
      [communityId],
    )
    if (!kept) throw new ProblemError('PAY_NOT_SET')
    return this.#open(kept)
  }

  seal(id: string, secret: string): string {
    return this.#seal.seal(secret, id)
  }

  #open({ sealedPrivateKey, sealedApiKey, version, ...kept }: Kept): PayMerchant {
    const key = `${kept.id} ${version}`
    const known = this.#opened.get(key)
    if (known) return known
    const merchant = {
      ...kept,
      privateKeyPem: this.#unsealed(sealedPrivateKey, kept.id),
      apiKey: this.#unsealed(sealedApiKey, kept.id),
    }
    if (this.#opened.size >= MOST_OPENED) this.#opened.clear()
    this.#opened.set(key, merchant)
    return merchant
  }

  /** Sealed under another key of the program it cannot be opened any more: people have to enter it anew. */
  #unsealed(sealed: string, id: string): string {
    try {
      return this.#seal.open(sealed, id)
    } catch {
      throw new ProblemError('PAY_KEYS_UNREADABLE')
    }
  }
}
