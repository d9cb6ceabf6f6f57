import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import pg from 'pg'
import { openTestDatabase, type TestDatabase } from './database.ts'
import { disagreements, expectBooksToAgree } from './money-oracle.ts'
import { dropConstraints } from './walls/filled-tables.ts'

const id = (kind: string, number: number) => `${kind.padStart(8, '0')}-0000-7000-8000-${String(number).padStart(12, '0')}`
const community = id('c', 1)
const unit = id('a', 1)
const charge = id('b', 1)
const bill = (number: number) => id('b1', number)
const payment = (number: number) => id('d', number)
const refund = id('e', 1)
const entry = (number: number) => id('f', number)

/** Line by line: account, side, fen, and what else is said. */
type Line = [account: string, side: 'debit' | 'credit', fen: number, more?: Record<string, unknown>]
const paidFor = (number: number, publishedAs = 'received') => ({
  fund: 'property-fee',
  bill_id: bill(number),
  unit_id: unit,
  published_as: publishedAs,
})

describe('the oracle of the books', () => {
  let database: TestDatabase
  let owner: pg.Client

  async function insert(table: string, row: Record<string, unknown>): Promise<void> {
    const names = Object.keys(row)
    await owner.query(
      `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map((_, place) => `$${place + 1}`).join(', ')})`,
      Object.values(row),
    )
  }

  async function post(
    number: number,
    kind: string,
    sourceId: string,
    lines: Line[],
    more: Record<string, unknown> = {},
  ): Promise<void> {
    const [community_id, booked_on] = [community, '2026-10-05']
    await insert('ledger_entries', {
      ...{ community_id, id: entry(number), booked_on, kind, text: kind, source_kind: kind, source_id: sourceId },
      ...{ posted_by_name: '出纳', posted_at: '2026-10-05T02:00:00Z', ...more },
    })
    for (const [place, [account, side, amount_fen, said]] of lines.entries())
      await insert('ledger_lines', {
        community_id,
        entry_id: entry(number),
        line: place + 1,
        booked_on,
        account,
        side,
        amount_fen,
        ...said,
      })
  }

  async function pay(number: number, amount_fen: number, more: Record<string, unknown>): Promise<void> {
    await insert('payments', {
      ...{
        community_id: community,
        id: payment(number),
        unit_id: unit,
        way: 'cash',
        state: 'paid',
        amount_fen,
        proof: 'counter',
      },
      ...{ taken_by: id('9', 1), taken_by_name: '出纳', paid_at: '2026-10-05', created_at: '2026-10-05', ...more },
    })
    await insert('receipts', {
      ...{ community_id: community, id: id('4', number), number, payment_id: payment(number), unit_id: unit, amount_fen },
      ...{ content: {}, issued_by_name: '出纳', issued_at: '2026-10-05' },
    })
  }

  const part = (of: number, billOf: number, settled_fen: number, refunded_fen = 0) =>
    insert('payment_parts', {
      ...{ community_id: community, payment_id: payment(of), bill_id: bill(billOf), amount_fen: settled_fen, settled_fen },
      ...{ refunded_fen, holds: false },
    })

  beforeAll(async () => {
    database = await openTestDatabase()
    owner = new pg.Client(database.ownerUrl)
    await owner.connect()
    await dropConstraints(owner)
    await owner.query(`
      ALTER TABLE payments DROP CONSTRAINT payments_community_id_transaction_id_key;
      ALTER TABLE receipts DROP CONSTRAINT receipts_community_id_number_key;
      DROP INDEX bills_once, receipts_of_payment, payment_parts_held`)
    const fund = 'property-fee'
    await insert('charges', {
      ...{ community_id: community, id: charge, name: '物业费', fund, basis: 'area', cycle: 'month', due_after_days: 10 },
      created_at: '2026-09-01',
    })
    for (const [number, paid_fen] of [
      [1, 600],
      [2, 0],
      [3, 300],
    ] as const)
      await insert('bills', {
        ...{ community_id: community, id: bill(number), unit_id: unit, charge_id: charge, subject_id: unit },
        ...{ period_from: `2026-0${number + 6}-01`, period_to: `2026-0${number + 6}-28`, due_on: '2026-10-11', amount_fen: 1000 },
        ...{ paid_fen, made_of: {}, created_at: '2026-10-01' },
      })
    await post(1, 'bill-run', id('3', 1), [
      ['receivable', 'debit', 3000, { fund }],
      ['income', 'credit', 3000, { fund }],
    ])
    // 1 000 at the counter for the first bill, of which 400 go back; 500 by WeChat, of which 200 are too much.
    await pay(1, 1000, { refunded_fen: 400 })
    await part(1, 1, 1000, 400)
    await post(2, 'payment', payment(1), [
      ['cash', 'debit', 1000],
      ['receivable', 'credit', 1000, paidFor(1)],
    ])
    await insert('refunds', {
      ...{
        community_id: community,
        id: refund,
        payment_id: payment(1),
        unit_id: unit,
        amount_fen: 400,
        way: 'cash',
        reason: '多收',
      },
      ...{ state: 'done', asked_by: id('9', 1), asked_by_name: '出纳', created_at: '2026-10-05' },
    })
    await insert('refund_parts', { community_id: community, refund_id: refund, bill_id: bill(1), amount_fen: 400 })
    await post(3, 'refund', refund, [
      ['receivable', 'debit', 400, paidFor(1, 'refunded')],
      ['cash', 'credit', 400],
    ])
    await pay(2, 700, { way: 'wechat', proof: 'notice', transaction_id: '4200001', taken_by: null, ahead_fen: 200 })
    await part(2, 3, 300)
    await post(4, 'payment', payment(2), [
      ['wechat', 'debit', 700],
      ['receivable', 'credit', 300, paidFor(3)],
      ['prepaid', 'credit', 200, { unit_id: unit }],
      ['suspense', 'credit', 200, { unit_id: unit }],
    ])
    await insert('overpayments', {
      ...{ community_id: community, id: id('7', 1), payment_id: payment(2), unit_id: unit, amount_fen: 200, reason: 'double' },
      created_at: '2026-10-05',
    })
    await insert('unit_balances', { community_id: community, unit_id: unit, balance_fen: 200 })
    await insert('receipt_books', { community_id: community, next_number: 3 })
    const lift = { fund, category: 'lift', published_as: 'spent' }
    await post(5, 'spending', id('5', 1), [
      ['expense', 'debit', 90, lift],
      ['bank', 'credit', 90],
    ])
    await post(
      6,
      'reversal',
      entry(5),
      [
        ['expense', 'credit', 90, lift],
        ['bank', 'debit', 90],
      ],
      { reverses: entry(5) },
    )
    await insert('ledger_books', { community_id: community, closed_through: '2026-10-31' })
    await insert('ledger_closings', {
      ...{
        community_id: community,
        id: id('6', 1),
        month: '2026-10-01',
        what: 'closed',
        by_name: '会计',
        at: '2026-11-02T00:00:00Z',
      },
    })
  })

  afterAll(async () => {
    await owner.end()
    await database.close()
  })

  it('[FIN-05] finds nothing in books that agree', () => expectBooksToAgree(owner))

  const line = (number: number, account: string) => `entry_id = '${entry(number)}' AND account = '${account}'`
  it.each([
    ['debits and credits of an entry are equal', `UPDATE ledger_lines SET amount_fen = 701 WHERE ${line(4, 'wechat')}`],
    ['debits and credits of an entry are equal', `DELETE FROM ledger_lines WHERE entry_id = '${entry(1)}'`],
    ['debits and credits of all books are equal', `DELETE FROM ledger_lines WHERE ${line(3, 'cash')}`],
    ['a line lies on the day of its entry', `UPDATE ledger_lines SET booked_on = '2026-10-06' WHERE ${line(2, 'cash')}`],
    ['I1 the ledger lines of a bill are what was paid for it', `UPDATE bills SET paid_fen = 500 WHERE id = '${bill(1)}'`],
    [
      'I1 the ledger lines of a bill are what was paid for it',
      `UPDATE ledger_lines SET bill_id = '${bill(2)}' WHERE ${line(2, 'receivable')}`,
    ],
    [
      'I1 what was paid for a bill is what its payments settled, less what was refunded',
      `UPDATE bills SET paid_fen = 1 WHERE id = '${bill(2)}'`,
    ],
    ['I1 nothing is paid or waived beyond the amount of a bill', `UPDATE bills SET waived_fen = 401 WHERE id = '${bill(1)}'`],
    [
      'a payment is what it settled, what was paid ahead and what was too much',
      `UPDATE payments SET ahead_fen = 100 WHERE id = '${payment(2)}'`,
    ],
    [
      'a payment is what it settled, what was paid ahead and what was too much',
      `UPDATE payments SET state = 'closed' WHERE id = '${payment(2)}'`,
    ],
    ['what was refunded of a payment are its refunds that are done', `UPDATE refunds SET state = 'sent'`],
    ['a refund is the sum of its parts', `UPDATE refund_parts SET amount_fen = 399`],
    ['what was refunded of a part are the refunds that are done', `UPDATE payment_parts SET refunded_fen = 0`],
    ['I2 a transaction is counted once', `UPDATE payments SET transaction_id = '4200001'`],
    [
      'I2 a payment is in the books once, and only when it is paid',
      `UPDATE ledger_entries SET source_id = '${payment(1)}', source_kind = 'again' WHERE id = '${entry(4)}'`,
    ],
    [
      'I2 a payment is in the books once, and only when it is paid',
      `UPDATE payments SET state = 'open' WHERE id = '${payment(1)}'`,
    ],
    ['a payment came in whole where money of its way lies', `UPDATE ledger_lines SET account = 'bank' WHERE ${line(2, 'cash')}`],
    [
      'I2 a refund is in the books once, whole, and only when it is done',
      `UPDATE ledger_entries SET kind = 'adjustment' WHERE id = '${entry(3)}'`,
    ],
    ['I2 a refund is in the books once, whole, and only when it is done', `UPDATE refunds SET amount_fen = 401`],
    [
      'I2 a refund of WeChat is counted once',
      `UPDATE refunds SET wechat_refund_id = '503';
      INSERT INTO refunds SELECT * FROM jsonb_populate_record((SELECT r FROM refunds r), jsonb_build_object('id', '${id('e', 2)}'))`,
    ],
    ['a payment or refund in the books is one that there is', `DELETE FROM payments WHERE id = '${payment(1)}'`],
    ['I3 nothing is paid without a proof', `UPDATE payments SET proof = NULL WHERE id = '${payment(2)}'`],
    ['I3 nothing is paid without a proof', `UPDATE payments SET proof = 'counter' WHERE id = '${payment(2)}'`],
    ['I3 nothing is paid without a proof', `UPDATE payments SET taken_by = NULL WHERE id = '${payment(1)}'`],
    ['I4 numbers of receipts have no gap', `UPDATE receipts SET number = 4 WHERE number = 2`],
    ['I4 numbers of receipts have no gap', `UPDATE receipts SET number = 1`],
    ['I4 numbers of receipts have no gap', `UPDATE receipt_books SET next_number = 2`],
    [
      'I4 a receipt is void for a reason, by somebody',
      `UPDATE receipts SET voided_at = now(), voided_because = '' WHERE number = 1`,
    ],
    [
      'a receipt is for what was paid, and of the ones of a payment one is live',
      `UPDATE receipts SET amount_fen = 1 WHERE number = 1`,
    ],
    ['I5 a charge is asked once of a subject for a day', `UPDATE bills SET period_from = '2026-07-01' WHERE id = '${bill(2)}'`],
    ['I5 a charge is asked once of a subject for a day', `UPDATE bills SET period_to = '2026-08-01' WHERE id = '${bill(1)}'`],
    ['an open payment alone holds a bill, and each once', `UPDATE payment_parts SET holds = true WHERE bill_id = '${bill(3)}'`],
    [
      'what is receivable of a fund is what its live bills are owed',
      `UPDATE ledger_lines SET fund = 'parking' WHERE ${line(1, 'receivable')}`,
    ],
    [
      'what is receivable of a fund is what its live bills are owed',
      `UPDATE bills SET reversed_at = now() WHERE id = '${bill(2)}'`,
    ],
    ['what a unit has paid ahead is its balance', `UPDATE unit_balances SET balance_fen = 199`],
    [
      'what a unit has paid ahead is its balance',
      `UPDATE ledger_lines SET unit_id = '${id('a', 2)}' WHERE ${line(4, 'prepaid')}`,
    ],
    ['what is in suspense are the over-payments nobody settled', `UPDATE overpayments SET state = 'credited'`],
    ['a reversal mirrors what it reverses', `UPDATE ledger_lines SET category = 'fire' WHERE ${line(6, 'expense')}`],
    [
      'nothing is written into a month after it was closed',
      `UPDATE ledger_entries SET posted_at = '2026-11-03' WHERE id = '${entry(5)}'`,
    ],
  ])('[FIN-05] tells when it is not so that %s (%#)', async (rule, planted) => {
    await owner.query('BEGIN')
    try {
      await owner.query(planted)
      expect((await disagreements(owner)).map((each) => each.rule)).toContain(rule)
      await expect(expectBooksToAgree(owner)).rejects.toThrow()
    } finally {
      await owner.query('ROLLBACK')
    }
  })
})
