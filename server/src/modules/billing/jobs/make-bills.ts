import { Injectable } from '@nestjs/common'
import type { ChargeBasis, Fund } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import { Clock } from '../../../platform/clock/index.ts'
import { WorkerDatabase, type Act } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import type { JobQueue } from '../../../platform/jobs/index.ts'
import { postEntry } from '../../ledger/index.ts'
import { isDividedAtOnce, PRICES, reckonedBy } from '../queries/reckon.sql.ts'

export interface RunRef {
  communityId: string
  runId: string
}

export const makeBills: JobQueue<RunRef> = {
  name: 'billing.run',
  retries: 10,
  delaySeconds: 2,
  longestDelaySeconds: 60,
  lostAfterSeconds: 300,
}

/** So many subjects are reckoned and written by one statement, in a transaction of their own. */
const AT_ONCE = 20_000

/** The charges of a run that are not finished, locked: of all who work at the run one goes on, the others wait and see further. */
const NEXT = `
  SELECT r.charge_id AS "chargeId", r.period_from::text AS "from", r.period_to::text AS "to", r.done_through AS "doneThrough", r.bills,
    r.sum_fen::float8 AS "sumFen", c.name, c.fund, c.basis, (r.period_from + c.due_after_days)::text AS "dueOn", ${PRICES} AS prices,
    EXISTS (SELECT 1 FROM bill_run_charges o WHERE o.community_id = r.community_id AND o.charge_id = r.charge_id
      AND o.period_from = r.period_from AND o.run_id <> r.run_id AND o.bills > 0) AS again
  FROM bill_run_charges r JOIN charges c ON c.community_id = r.community_id AND c.id = r.charge_id
  WHERE r.community_id = $1 AND r.run_id = $2 AND r.finished_at IS NULL ORDER BY r.charge_id FOR UPDATE OF r`

interface Part {
  chargeId: string
  from: string
  to: string
  doneThrough: string | null
  bills: number
  sumFen: number
  name: string
  fund: Fund
  basis: ChargeBasis
  dueOn: string
  prices: object[]
  again: boolean
}

/** $9 run, $10 due day, $11 now */
const writeBills = (basis: ChargeBasis) => `
  WITH ${reckonedBy(basis)}, written AS (
    INSERT INTO bills (community_id, id, unit_id, charge_id, subject_id, run_id, period_from, period_to, due_on, amount_fen, made_of, created_at)
    SELECT $1, uuidv7(), unit_id, $2, subject_id, $9, $3, $4, $10, amount_fen, made_of, $11 FROM reckoned WHERE reason IS NULL
    RETURNING amount_fen)
  SELECT (SELECT count(*)::int FROM written) AS bills, (SELECT coalesce(sum(amount_fen), 0)::float8 FROM written) AS "sumFen",
    (SELECT count(*)::int FROM subjects) AS looked, (SELECT subject_id FROM subjects ORDER BY subject_id DESC LIMIT 1) AS last`

interface Written {
  bills: number
  sumFen: number
  looked: number
  last: string | null
}

interface Run {
  companyId: string
  startedBy: string
  startedByName: string
}

/**
 * Makes the bills of a run, batch by batch. How far it is stands beside the bills and is written with them: however often it is started,
 * wherever it dies, and by however many servers, each bill is made once.
 */
@Injectable()
export class MakeBills {
  readonly #database: WorkerDatabase
  readonly #clock: Clock

  constructor(database: WorkerDatabase, clock: Clock) {
    this.#database = database
    this.#clock = clock
  }

  async run(ref: RunRef): Promise<void> {
    try {
      while (await this.#database.transaction((tx) => this.#step(tx, ref)));
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error
      // Not to be mended by trying again: the office reads why, and lets it go on.
      await this.#database.run('UPDATE bill_runs SET trouble = $3, version = version + 1 WHERE community_id = $1 AND id = $2', [
        ref.communityId,
        ref.runId,
        error.detail,
      ])
    }
  }

  /** A batch of each charge; homes are asked for once by all of them, which is what foreign keys cost. Answers whether there may be more. */
  async #step(tx: EntityManager, ref: RunRef): Promise<boolean> {
    const parts = (await tx.query(NEXT, [ref.communityId, ref.runId])) as Part[]
    const now = this.#clock.now()
    for (const part of parts) await this.#batch(tx, ref, part, now)
    if (parts.length > 0) return true
    await tx.query(
      `UPDATE bill_runs SET finished_at = $3, trouble = NULL, version = version + 1
       WHERE community_id = $1 AND id = $2 AND finished_at IS NULL
         AND NOT EXISTS (SELECT 1 FROM bill_run_charges WHERE community_id = $1 AND run_id = $2 AND finished_at IS NULL)`,
      [ref.communityId, ref.runId, now],
    )
    return false
  }

  async #batch(tx: EntityManager, { communityId, runId }: RunRef, part: Part, now: Date): Promise<void> {
    const most = isDividedAtOnce(part.basis) ? null : AT_ONCE
    const [written] = (await tx.query(writeBills(part.basis), [
      communityId,
      part.chargeId,
      part.from,
      part.to,
      JSON.stringify(part.prices),
      part.doneThrough,
      most,
      part.again,
      runId,
      part.dueOn,
      now,
    ])) as Written[]
    const ends = most === null || written!.looked < most
    const bills = part.bills + written!.bills
    const sumFen = part.sumFen + written!.sumFen
    await tx.query(
      `UPDATE bill_run_charges SET done_through = coalesce($4, done_through), bills = $5, sum_fen = $6, finished_at = $7
       WHERE community_id = $1 AND run_id = $2 AND charge_id = $3`,
      [communityId, runId, part.chargeId, written!.last, bills, sumFen, ends ? now : null],
    )
    if (ends && sumFen > 0) await this.#post(tx, { communityId, runId }, part, { bills, sumFen, now })
  }

  async #post(
    tx: EntityManager,
    { communityId, runId }: RunRef,
    part: Part,
    { bills, sumFen, now }: { bills: number; sumFen: number; now: Date },
  ) {
    const [run] = (await tx.query(
      `SELECT c.company_id AS "companyId", r.started_by AS "startedBy", r.started_by_name AS "startedByName"
       FROM bill_runs r JOIN communities c ON c.id = r.community_id WHERE r.community_id = $1 AND r.id = $2`,
      [communityId, runId],
    )) as Run[]
    const act: Act = {
      actor: { kind: 'staff', id: run!.startedBy, name: run!.startedByName },
      reach: { communities: [communityId], companies: [run!.companyId] },
      now,
      traceId: runId,
      address: null,
      idempotency: null,
    }
    const of = { amountFen: sumFen, fund: part.fund, category: part.name } as const
    await postEntry(tx, act, {
      communityId,
      kind: 'bill-run',
      text: `生成 ${part.from.slice(0, 7)} ${part.name}账单 ${bills} 张`,
      // A run has an entry for each of its charges.
      source: { kind: `bill-run:${runId}`, id: part.chargeId },
      lines: [
        { ...of, account: 'receivable', side: 'debit' },
        { ...of, account: part.fund === 'collected' ? 'collected' : 'income', side: 'credit' },
      ],
    })
  }
}
