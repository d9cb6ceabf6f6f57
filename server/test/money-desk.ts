import type { Fund } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import { postEntry } from '../src/modules/ledger/index.ts'
import { newId } from '../src/platform/clock/index.ts'
import { WorkerDatabase, type Act } from '../src/platform/database/index.ts'
import type { TestApp } from './app.ts'
import type { TestCommunity } from './world.ts'

interface Standing {
  paid: number
  state: string
  refunded: number
}

/** A community whose units owe money: bills as a bill run leaves them, and a way to the doors of money. */
export class MoneyDesk {
  readonly #app: TestApp
  readonly community: TestCommunity
  #charges = 0
  #months = 0

  constructor(app: TestApp, community: TestCommunity) {
    this.#app = app
    this.community = community
  }

  static async open(app: TestApp): Promise<MoneyDesk> {
    return new MoneyDesk(app, await app.world.community())
  }

  /** The system, or somebody of the staff, at work in this community. */
  act(staff?: { staffId: string | null; name: string }): Act {
    return {
      actor: staff ? { kind: 'staff', id: staff.staffId, name: staff.name } : { kind: 'system', id: null, name: '系统' },
      reach: { communities: [this.community.id], companies: [this.community.companyId] },
      now: this.#app.clock.now(),
      traceId: 'a trace of the tests',
      address: null,
      idempotency: null,
    }
  }

  /** One transaction of a worker's. */
  run<Answer>(work: (tx: EntityManager) => Promise<Answer>): Promise<Answer> {
    return this.#app.nest.get(WorkerDatabase).transaction(work)
  }

  async charge({ name = `物业费${++this.#charges}`, fund = 'property-fee' as Fund } = {}): Promise<string> {
    const id = newId(this.#app.clock.now())
    await this.#app.owner.query(
      `INSERT INTO charges (community_id, id, name, fund, basis, cycle, due_after_days, created_at) VALUES ($1, $2, $3, $4, 'area', 'month', 10, $5)`,
      [this.community.id, id, name, fund, this.#app.clock.now()],
    )
    return id
  }

  /** A bill of the next month there is none for yet. */
  async bill(unitId: string, amountFen: number, chargeId?: string): Promise<string> {
    const charge = chargeId ?? (await this.charge())
    const id = newId(this.#app.clock.now())
    const {
      rows: [row],
    } = await this.#app.owner.query<{ fund: Fund; name: string }>('SELECT fund, name FROM charges WHERE id = $1', [charge])
    await this.#app.owner.query(
      `INSERT INTO bills (community_id, id, unit_id, charge_id, subject_id, period_from, period_to, due_on, amount_fen, made_of, created_at)
       SELECT $1, $2, $3, $4, $3, m, m + interval '1 month - 1 day', m + 10, $6, '{}', $7
       FROM (SELECT (date '2020-01-01' + $5 * interval '1 month')::date AS m) AS month`,
      [this.community.id, id, unitId, charge, ++this.#months, amountFen, this.#app.clock.now()],
    )
    await this.run((tx) =>
      postEntry(tx, this.act(), {
        communityId: this.community.id,
        kind: 'bill-run',
        text: '账单生成',
        source: { kind: 'bill', id },
        lines: [
          { account: 'receivable', side: 'debit', amountFen, fund: row!.fund, category: row!.name },
          { account: 'income', side: 'credit', amountFen, fund: row!.fund, category: row!.name },
        ],
      }),
    )
    return id
  }

  async paidFor(billId: string): Promise<number> {
    const { rows } = await this.#app.owner.query<{ fen: number }>('SELECT paid_fen::float8 AS fen FROM bills WHERE id = $1', [
      billId,
    ])
    return rows[0]!.fen
  }

  async payment(id: string): Promise<Standing> {
    const { rows } = await this.#app.owner.query<Standing>(
      `SELECT state, refunded_fen::float8 AS refunded,
         (SELECT coalesce(sum(settled_fen), 0)::float8 FROM payment_parts WHERE payment_id = p.id) AS paid FROM payments p WHERE id = $1`,
      [id],
    )
    return rows[0]!
  }

  async balance(unitId: string): Promise<number> {
    const { rows } = await this.#app.owner.query<{ fen: number }>(
      'SELECT balance_fen::float8 AS fen FROM unit_balances WHERE unit_id = $1',
      [unitId],
    )
    return rows[0]?.fen ?? 0
  }

  async overpayments(): Promise<
    { id: string; paymentId: string; fen: number; reason: string; state: string; version: number }[]
  > {
    const { rows } = await this.#app.owner.query<{
      id: string
      paymentId: string
      fen: number
      reason: string
      state: string
      version: number
    }>(
      `SELECT id, payment_id AS "paymentId", amount_fen::float8 AS fen, reason, state, version FROM overpayments
       WHERE community_id = $1 ORDER BY created_at, id`,
      [this.community.id],
    )
    return rows
  }

  async receiptNumbers(): Promise<number[]> {
    const { rows } = await this.#app.owner.query<{ number: number }>(
      'SELECT number::float8 AS number FROM receipts WHERE community_id = $1 ORDER BY number',
      [this.community.id],
    )
    return rows.map(({ number }) => number)
  }
}
