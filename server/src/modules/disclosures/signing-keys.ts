import { randomBytes } from 'node:crypto'
import { Inject, Injectable } from '@nestjs/common'
import { publicKeyOf } from '@yinuo/disclosure-proof'
import type { EntityManager } from 'typeorm'
import { CONFIG, type Config } from '../../platform/config/index.ts'
import type { Act } from '../../platform/database/index.ts'
import { Seal } from '../../platform/secrets/index.ts'

/** The keys companies sign with: one each, made when it is first needed, sealed in the database. */
@Injectable()
export class SigningKeys {
  readonly #seal: Seal

  constructor(@Inject(CONFIG) config: Config) {
    this.#seal = new Seal(config.LINK_SIGNING_KEY, 'disclosure signing keys')
  }

  /** @returns the 32 secret bytes of the company's key */
  async keyOf(tx: EntityManager, act: Act, companyId: string): Promise<Buffer> {
    const fresh = randomBytes(32)
    await tx.query(
      `INSERT INTO signing_keys (company_id, public_key, sealed_key, created_at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`,
      [companyId, publicKeyOf(fresh), this.#seal.seal(fresh.toString('hex'), companyId), act.now],
    )
    const [kept] = (await tx.query('SELECT sealed_key FROM signing_keys WHERE company_id = $1', [companyId])) as {
      sealed_key: string
    }[]
    return Buffer.from(this.#seal.open(kept!.sealed_key, companyId), 'hex')
  }
}
