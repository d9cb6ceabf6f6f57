import type { WorkerDatabase } from '../../platform/database/index.ts'
import { Seal } from '../../platform/secrets/index.ts'

export interface KeptToken {
  token: string
  renewedAt: Date
  expiresAt: Date
}

interface Row {
  sealed_token: string | null
  renewed_at: Date | null
  expires_at: Date | null
}

/** Longer than a call to WeChat may take; after it another replica may try. */
const LEASE = "interval '15 seconds'"

/** The access token all replicas share, sealed in one row, and the lease under which one of them renews it. */
export class TokenStore {
  readonly #database: WorkerDatabase
  readonly #appId: string
  readonly #seal: Seal

  constructor(database: WorkerDatabase, appId: string, programKey: string) {
    this.#database = database
    this.#appId = appId
    this.#seal = new Seal(programKey, 'wechat token')
  }

  async read(): Promise<KeptToken | null> {
    const [row] = await this.#database.run<Row>(
      `SELECT sealed_token, renewed_at, expires_at FROM wechat_tokens WHERE app_id = $1`,
      [this.#appId],
    )
    return this.#opened(row)
  }

  /** Takes the lease if nobody holds it. The database's clock decides, as replicas' clocks differ. */
  async claim(): Promise<boolean> {
    const won = await this.#database.run(
      `INSERT INTO wechat_tokens AS t (app_id, renewing_until) VALUES ($1, clock_timestamp() + ${LEASE})
       ON CONFLICT (app_id) DO UPDATE SET renewing_until = clock_timestamp() + ${LEASE}
       WHERE t.renewing_until IS NULL OR t.renewing_until < clock_timestamp()
       RETURNING app_id`,
      [this.#appId],
    )
    return won.length === 1
  }

  async keep({ token, renewedAt, expiresAt }: KeptToken): Promise<void> {
    await this.#database.run(
      `UPDATE wechat_tokens SET sealed_token = $2, renewed_at = $3, expires_at = $4, renewing_until = NULL WHERE app_id = $1`,
      [this.#appId, this.#seal.seal(token, this.#appId), renewedAt, expiresAt],
    )
  }

  async release(): Promise<void> {
    await this.#database.run(`UPDATE wechat_tokens SET renewing_until = NULL WHERE app_id = $1`, [this.#appId])
  }

  #opened(row: Row | undefined): KeptToken | null {
    if (!row?.sealed_token || !row.renewed_at || !row.expires_at) return null
    try {
      const token = this.#seal.open(row.sealed_token, this.#appId)
      return { token, renewedAt: row.renewed_at, expiresAt: row.expires_at }
    } catch {
      // Sealed under a key since replaced: as good as no token.
      return null
    }
  }
}
