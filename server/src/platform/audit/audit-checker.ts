import { Inject, Injectable, Logger } from '@nestjs/common'
import { Cron } from '@nestjs/schedule'
import { Clock } from '../clock/index.ts'
import { CONFIG, type Config } from '../config/index.ts'
import { WorkerDatabase } from '../database/index.ts'
import { verifyChain } from './verify-chain.ts'

const ALONE = `SELECT pg_try_advisory_xact_lock(hashtext('yinuo audit check')) AS alone`

/** Those whose chain nobody has read through for a day. */
const DUE = `
  SELECT DISTINCT company_id AS id FROM audit_heads h
  WHERE NOT EXISTS (SELECT 1 FROM audit_checks c WHERE c.company_id = h.company_id AND c.at > $1::timestamptz - interval '1 day')`

const KEEP = `
  INSERT INTO audit_checks (company_id, at, seq, sealed_until, broken_seq, broken_because) VALUES ($1, $2, $3, $4, $5, $6)
  ON CONFLICT DO NOTHING`

/** Reads every chain through once a day, keeps what it found, and cries out over a broken one. */
@Injectable()
export class AuditChecker {
  readonly #log = new Logger('audit')
  readonly #database: WorkerDatabase
  readonly #clock: Clock
  readonly #config: Config

  constructor(database: WorkerDatabase, clock: Clock, @Inject(CONFIG) config: Config) {
    this.#database = database
    this.#clock = clock
    this.#config = config
  }

  @Cron('30 * * * * *')
  async tick(): Promise<void> {
    if (this.#config.ROLE !== 'api' && this.#config.NODE_ENV !== 'test') await this.run()
  }

  /** Returns how many chains were read. */
  async run(): Promise<number> {
    const now = this.#clock.now()
    return this.#database.transaction(async (tx) => {
      const ask = <Row extends object>(text: string, values: unknown[]) => tx.query(text, values) as Promise<Row[]>
      const [lock] = await ask<{ alone: boolean }>(ALONE, [])
      if (!lock!.alone) return 0
      const due = await ask<{ id: string }>(DUE, [now])
      for (const { id } of due) {
        const { last, sealedUntil, fault } = await verifyChain(ask, id, { signingKey: this.#config.LINK_SIGNING_KEY })
        await ask(KEEP, [id, now, last.seq, sealedUntil, fault?.seq ?? null, fault?.kind ?? null])
        if (fault) this.#log.error({ companyId: id, ...fault }, `the audit log is broken at entry ${fault.seq}: ${fault.kind}`)
      }
      return due.length
    })
  }
}
