import type { MigrationInterface, QueryRunner } from 'typeorm'

/** The books, bills, payments, refunds and receipts of a community (FIN-01, FIN-02), and which posts may do what with money. */
export class Money1763700000035 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- One row a community: how far its books are closed. Who posts shares it, who closes a month has it alone.
      CREATE TABLE ledger_books (
        community_id uuid PRIMARY KEY REFERENCES communities,
        closed_through date
      );

      -- The number of a community's next receipt; a row of its own, so that who takes a number waits for no one who posts.
      CREATE TABLE receipt_books (
        community_id uuid PRIMARY KEY REFERENCES communities,
        next_number bigint NOT NULL CHECK (next_number > 0)
      );

      -- Append-only: the roles may add and read, never change. What was wrong is put right by an entry that reverses it.
      CREATE TABLE ledger_entries (
        community_id uuid NOT NULL REFERENCES communities,
        id uuid NOT NULL,
        booked_on date NOT NULL,
        kind text NOT NULL,
        text text NOT NULL,
        -- What it was posted for: of each such thing one entry, however often it is told.
        source_kind text NOT NULL,
        source_id uuid NOT NULL,
        reverses uuid,
        posted_by uuid,
        posted_by_name text NOT NULL,
        posted_at timestamptz NOT NULL,
        PRIMARY KEY (community_id, id),
        UNIQUE (community_id, source_kind, source_id),
        UNIQUE (community_id, reverses),
        FOREIGN KEY (community_id, reverses) REFERENCES ledger_entries
      );
      CREATE INDEX ledger_entries_by_day ON ledger_entries (community_id, booked_on DESC, id DESC);

      CREATE TABLE ledger_lines (
        community_id uuid NOT NULL,
        entry_id uuid NOT NULL,
        line int NOT NULL CHECK (line > 0),
        booked_on date NOT NULL,
        account text NOT NULL CHECK (account IN
          ('cash', 'bank', 'wechat', 'receivable', 'prepaid', 'suspense', 'collected', 'income', 'expense')),
        side text NOT NULL CHECK (side IN ('debit', 'credit')),
        amount_fen bigint NOT NULL CHECK (amount_fen > 0),
        fund text CHECK (fund IN ('property-fee', 'parking', 'common-income', 'repair-fund', 'collected')),
        -- A charge's name, or a category of spending or income.
        category text,
        text text NOT NULL DEFAULT '',
        unit_id uuid,
        bill_id uuid,
        payment_id uuid,
        -- What it counts as in the accounts that are published; null moves money inside the books only.
        published_as text CHECK (published_as IN ('received', 'refunded', 'spent')),
        PRIMARY KEY (community_id, entry_id, line),
        FOREIGN KEY (community_id, entry_id) REFERENCES ledger_entries,
        FOREIGN KEY (community_id, unit_id) REFERENCES units,
        CHECK (published_as IS NULL OR fund IS NOT NULL)
      );
      CREATE INDEX ledger_lines_published ON ledger_lines (community_id, fund, booked_on, entry_id, line) WHERE published_as IS NOT NULL;
      CREATE INDEX ledger_lines_by_account ON ledger_lines (community_id, account, booked_on);
      CREATE INDEX ledger_lines_of_bill ON ledger_lines (community_id, bill_id) WHERE bill_id IS NOT NULL;
      CREATE INDEX ledger_lines_of_payment ON ledger_lines (community_id, payment_id) WHERE payment_id IS NOT NULL;

      CREATE TABLE charges (
        community_id uuid NOT NULL REFERENCES communities,
        id uuid NOT NULL,
        name text NOT NULL,
        fund text NOT NULL CHECK (fund IN ('property-fee', 'parking', 'common-income', 'repair-fund', 'collected')),
        basis text NOT NULL CHECK (basis IN ('area', 'unit', 'space', 'meter', 'shared')),
        cycle text NOT NULL CHECK (cycle IN ('month', 'quarter', 'half-year', 'year')),
        -- A bill is due so many days after the first day of its period.
        due_after_days int NOT NULL CHECK (due_after_days BETWEEN 0 AND 366),
        note text NOT NULL DEFAULT '',
        stopped_on date,
        created_at timestamptz NOT NULL,
        version int NOT NULL DEFAULT 1,
        PRIMARY KEY (community_id, id)
      );
      CREATE UNIQUE INDEX charges_by_name ON charges (community_id, name) WHERE stopped_on IS NULL;

      CREATE TABLE bills (
        community_id uuid NOT NULL,
        id uuid NOT NULL,
        unit_id uuid NOT NULL,
        charge_id uuid NOT NULL,
        -- The unit, parking space, meter, late bill or repair it is about: one bill of each for a charge and a period.
        subject_id uuid NOT NULL,
        kind text NOT NULL DEFAULT 'charge' CHECK (kind IN ('charge', 'late-fee', 'service')),
        run_id uuid,
        period_from date NOT NULL,
        period_to date NOT NULL,
        due_on date NOT NULL,
        amount_fen bigint NOT NULL CHECK (amount_fen > 0),
        waived_fen bigint NOT NULL DEFAULT 0 CHECK (waived_fen >= 0),
        paid_fen bigint NOT NULL DEFAULT 0 CHECK (paid_fen >= 0),
        -- How the amount was reckoned, as it is shown: quantities, rates, days.
        made_of jsonb NOT NULL,
        reversed_at timestamptz,
        reversed_because text,
        created_at timestamptz NOT NULL,
        PRIMARY KEY (community_id, id),
        FOREIGN KEY (community_id, unit_id) REFERENCES units,
        FOREIGN KEY (community_id, charge_id) REFERENCES charges,
        CHECK (period_to >= period_from),
        CHECK (paid_fen + waived_fen <= amount_fen),
        CHECK ((reversed_at IS NULL) = (reversed_because IS NULL)),
        CHECK (reversed_at IS NULL OR paid_fen = 0)
      );
      CREATE UNIQUE INDEX bills_once ON bills (community_id, charge_id, subject_id, period_from) WHERE reversed_at IS NULL;
      CREATE INDEX bills_of_unit ON bills (community_id, unit_id, period_from DESC, id DESC);
      CREATE INDEX bills_owed ON bills (community_id, due_on, unit_id) WHERE reversed_at IS NULL AND paid_fen + waived_fen < amount_fen;

      CREATE TABLE payments (
        community_id uuid NOT NULL,
        -- Its 32 hexadecimal digits are the number by which WeChat knows it (out_trade_no).
        id uuid NOT NULL,
        unit_id uuid NOT NULL,
        way text NOT NULL CHECK (way IN ('wechat', 'cash', 'transfer', 'pos', 'balance')),
        state text NOT NULL CHECK (state IN ('open', 'paid', 'closed')),
        amount_fen bigint NOT NULL CHECK (amount_fen > 0),
        -- The part paid ahead, into the balance of the unit.
        ahead_fen bigint NOT NULL DEFAULT 0 CHECK (ahead_fen BETWEEN 0 AND amount_fen),
        account_id uuid,
        merchant_id uuid,
        prepay_id text,
        expires_at timestamptz,
        -- When WeChat is asked next whether it was paid.
        ask_at timestamptz,
        asked int NOT NULL DEFAULT 0,
        transaction_id text,
        taken_by uuid,
        taken_by_name text,
        payer_name text NOT NULL DEFAULT '',
        -- A bank's transfer number or a slip's.
        reference text NOT NULL DEFAULT '',
        proof text CHECK (proof IN ('notice', 'query', 'trade-bill', 'counter', 'balance')),
        paid_at timestamptz,
        closed_at timestamptz,
        refunded_fen bigint NOT NULL DEFAULT 0 CHECK (refunded_fen BETWEEN 0 AND amount_fen),
        created_at timestamptz NOT NULL,
        version int NOT NULL DEFAULT 1,
        PRIMARY KEY (community_id, id),
        UNIQUE (community_id, transaction_id),
        FOREIGN KEY (community_id, unit_id) REFERENCES units,
        CHECK ((state = 'paid') = (paid_at IS NOT NULL AND proof IS NOT NULL)),
        CHECK (state <> 'closed' OR closed_at IS NOT NULL),
        CHECK ((way = 'wechat') = (merchant_id IS NOT NULL)),
        CHECK (way NOT IN ('cash', 'transfer', 'pos') OR taken_by IS NOT NULL)
      );
      CREATE INDEX payments_by_time ON payments (community_id, created_at DESC, id DESC);
      CREATE INDEX payments_of_unit ON payments (community_id, unit_id, created_at DESC);
      CREATE INDEX payments_by_number ON payments (id) WHERE way = 'wechat';
      CREATE INDEX payments_to_ask ON payments (ask_at) WHERE way = 'wechat' AND state = 'open';

      -- The bills a payment is for. While it is open it holds them: a bill has at most one open order.
      CREATE TABLE payment_parts (
        community_id uuid NOT NULL,
        payment_id uuid NOT NULL,
        bill_id uuid NOT NULL,
        amount_fen bigint NOT NULL CHECK (amount_fen > 0),
        settled_fen bigint NOT NULL DEFAULT 0 CHECK (settled_fen BETWEEN 0 AND amount_fen),
        refunded_fen bigint NOT NULL DEFAULT 0 CHECK (refunded_fen BETWEEN 0 AND settled_fen),
        holds boolean NOT NULL,
        PRIMARY KEY (community_id, payment_id, bill_id),
        FOREIGN KEY (community_id, payment_id) REFERENCES payments,
        FOREIGN KEY (community_id, bill_id) REFERENCES bills
      );
      CREATE UNIQUE INDEX payment_parts_held ON payment_parts (community_id, bill_id) WHERE holds;
      CREATE INDEX payment_parts_of_bill ON payment_parts (community_id, bill_id);

      -- What a household has paid ahead; its history are the ledger's lines on 'prepaid'.
      CREATE TABLE unit_balances (
        community_id uuid NOT NULL,
        unit_id uuid NOT NULL,
        balance_fen bigint NOT NULL CHECK (balance_fen >= 0),
        PRIMARY KEY (community_id, unit_id),
        FOREIGN KEY (community_id, unit_id) REFERENCES units
      );

      -- More came in than was owed; it is never dropped.
      CREATE TABLE overpayments (
        community_id uuid NOT NULL,
        id uuid NOT NULL,
        payment_id uuid NOT NULL,
        unit_id uuid NOT NULL,
        amount_fen bigint NOT NULL CHECK (amount_fen > 0),
        reason text NOT NULL CHECK (reason IN ('late', 'double', 'reversed')),
        state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'credited', 'refunded')),
        settled_by uuid,
        settled_by_name text,
        settled_at timestamptz,
        created_at timestamptz NOT NULL,
        version int NOT NULL DEFAULT 1,
        PRIMARY KEY (community_id, id),
        UNIQUE (community_id, payment_id),
        FOREIGN KEY (community_id, payment_id) REFERENCES payments,
        FOREIGN KEY (community_id, unit_id) REFERENCES units,
        CHECK ((state = 'open') = (settled_at IS NULL))
      );

      CREATE TABLE refunds (
        community_id uuid NOT NULL,
        -- Its 32 hexadecimal digits are the number by which WeChat knows it (out_refund_no): asked again, it keeps it.
        id uuid NOT NULL,
        payment_id uuid NOT NULL,
        unit_id uuid NOT NULL,
        amount_fen bigint NOT NULL CHECK (amount_fen > 0),
        -- The part out of an over-payment or out of what was paid ahead; the rest stands in refund_parts.
        overpaid_fen bigint NOT NULL DEFAULT 0 CHECK (overpaid_fen >= 0),
        ahead_fen bigint NOT NULL DEFAULT 0 CHECK (ahead_fen >= 0),
        way text NOT NULL CHECK (way IN ('wechat', 'cash', 'transfer', 'pos', 'balance')),
        reason text NOT NULL,
        state text NOT NULL CHECK (state IN ('asked', 'refused', 'approved', 'sent', 'done', 'abnormal', 'closed')),
        asked_by uuid NOT NULL,
        asked_by_name text NOT NULL,
        approved_by uuid,
        approved_by_name text,
        refused_because text,
        wechat_refund_id text,
        trouble text,
        ask_at timestamptz,
        asked int NOT NULL DEFAULT 0,
        sent_at timestamptz,
        done_at timestamptz,
        created_at timestamptz NOT NULL,
        version int NOT NULL DEFAULT 1,
        PRIMARY KEY (community_id, id),
        FOREIGN KEY (community_id, payment_id) REFERENCES payments,
        FOREIGN KEY (community_id, unit_id) REFERENCES units,
        CHECK (overpaid_fen + ahead_fen <= amount_fen)
      );
      CREATE INDEX refunds_by_time ON refunds (community_id, created_at DESC, id DESC);
      CREATE INDEX refunds_of_payment ON refunds (community_id, payment_id);
      CREATE INDEX refunds_by_number ON refunds (id) WHERE way = 'wechat';
      CREATE INDEX refunds_to_ask ON refunds (ask_at) WHERE state IN ('approved', 'sent');

      CREATE TABLE refund_parts (
        community_id uuid NOT NULL,
        refund_id uuid NOT NULL,
        bill_id uuid NOT NULL,
        amount_fen bigint NOT NULL CHECK (amount_fen > 0),
        PRIMARY KEY (community_id, refund_id, bill_id),
        FOREIGN KEY (community_id, refund_id) REFERENCES refunds,
        FOREIGN KEY (community_id, bill_id) REFERENCES bills
      );

      -- Numbers without a gap: taken from the book in the transaction of the payment. Voided, never deleted.
      CREATE TABLE receipts (
        community_id uuid NOT NULL,
        id uuid NOT NULL,
        number bigint NOT NULL CHECK (number > 0),
        payment_id uuid NOT NULL,
        unit_id uuid NOT NULL,
        amount_fen bigint NOT NULL CHECK (amount_fen > 0),
        -- As it was printed first: payer, unit, lines, ways; later changes of names change no receipt.
        content jsonb NOT NULL,
        issued_by_name text NOT NULL,
        issued_at timestamptz NOT NULL,
        prints int NOT NULL DEFAULT 0,
        voided_at timestamptz,
        voided_because text,
        voided_by_name text,
        PRIMARY KEY (community_id, id),
        UNIQUE (community_id, number),
        FOREIGN KEY (community_id, payment_id) REFERENCES payments,
        FOREIGN KEY (community_id, unit_id) REFERENCES units,
        CHECK ((voided_at IS NULL) = (voided_because IS NULL))
      );
      CREATE UNIQUE INDEX receipts_of_payment ON receipts (community_id, payment_id) WHERE voided_at IS NULL;

      CALL wall_in('ledger_books');
      CALL wall_in('receipt_books');
      CALL wall_in('ledger_entries');
      CALL wall_in('ledger_lines');
      CALL wall_in('charges');
      CALL wall_in('bills');
      CALL wall_in('payments');
      CALL wall_in('payment_parts');
      CALL wall_in('unit_balances');
      CALL wall_in('overpayments');
      CALL wall_in('refunds');
      CALL wall_in('refund_parts');
      CALL wall_in('receipts');
      CALL wall_by_building('bills', 'unit_id');
      CALL wall_by_building('payments', 'unit_id');
      CALL wall_by_building('unit_balances', 'unit_id');
      CALL wall_by_building('overpayments', 'unit_id');
      CALL wall_by_building('refunds', 'unit_id');
      CALL wall_by_building('receipts', 'unit_id');

      GRANT SELECT, INSERT ON ledger_entries, ledger_lines TO yinuo_app, yinuo_worker;
      GRANT SELECT, INSERT, UPDATE ON ledger_books, receipt_books, charges, bills, payments, payment_parts, unit_balances, overpayments, refunds
        TO yinuo_app, yinuo_worker;
      GRANT SELECT, INSERT ON refund_parts, receipts TO yinuo_app, yinuo_worker;
      GRANT UPDATE (prints, voided_at, voided_because, voided_by_name) ON receipts TO yinuo_app;

      UPDATE posts p SET version = p.version + 1,
        permissions = p.permissions || ARRAY(SELECT added FROM unnest(n.permissions) added WHERE added <> ALL (p.permissions))
      FROM (VALUES
        ('project-manager', '{billing.read,billing.edit,billing.run,payments.read,payments.take,payments.approve,payments.reconcile,payments.merchant,arrears.read,arrears.remind,ledger.read,ledger.edit,ledger.close,disclosures.read,disclosures.edit,disclosures.check,disclosures.post}'::text[]),
        ('finance', '{billing.read,billing.edit,billing.run,payments.read,payments.take,payments.approve,payments.reconcile,arrears.read,arrears.remind,ledger.read,ledger.edit,ledger.close,disclosures.read,disclosures.edit,disclosures.post}'),
        ('head-office', '{billing.read,payments.read,payments.approve,payments.merchant,arrears.read,ledger.read,disclosures.read,disclosures.check}'),
        ('front-desk', '{billing.read,payments.read,payments.take,arrears.read,arrears.remind,disclosures.read}'),
        ('service-supervisor', '{billing.read,payments.read,payments.take,arrears.read,arrears.remind,disclosures.read}'),
        ('auditor', '{billing.read,payments.read,arrears.read,ledger.read,disclosures.read}')
      ) AS n (code, permissions)
      WHERE p.code = n.code AND NOT p.permissions @> n.permissions;
    `)
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only')
  }
}
