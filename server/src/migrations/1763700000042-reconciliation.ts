import type { MigrationInterface, QueryRunner } from 'typeorm'

/** WeChat's bill of each day beside our own books: its lines, what differs, and its fees (FIN-03). */
export class Reconciliation1763700000042 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- One of each account of WeChat Pay (mchid, or mchid/sub_mchid) and day. The merchants with that account may have followed each
      -- other: the bill is of all of them. What is waiting or was refused is asked for at ask_at.
      CREATE TABLE pay_statements (
        company_id uuid NOT NULL REFERENCES companies,
        id uuid NOT NULL,
        account text NOT NULL,
        day date NOT NULL,
        state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'refused', 'none', 'checked')),
        ask_at timestamptz,
        asked int NOT NULL DEFAULT 0,
        trouble text,
        paid_count int NOT NULL DEFAULT 0,
        paid_fen bigint NOT NULL DEFAULT 0,
        refund_count int NOT NULL DEFAULT 0,
        refund_fen bigint NOT NULL DEFAULT 0,
        fee_fen bigint NOT NULL DEFAULT 0,
        our_paid_count int NOT NULL DEFAULT 0,
        our_paid_fen bigint NOT NULL DEFAULT 0,
        our_refund_count int NOT NULL DEFAULT 0,
        our_refund_fen bigint NOT NULL DEFAULT 0,
        -- What the account's own bill says; null when there is none for us, as below a service provider.
        flow_in_fen bigint,
        flow_out_fen bigint,
        flow_fee_fen bigint,
        checked_at timestamptz,
        created_at timestamptz NOT NULL,
        version int NOT NULL DEFAULT 1,
        PRIMARY KEY (company_id, id),
        UNIQUE (company_id, account, day),
        CHECK ((state IN ('none', 'checked')) = (checked_at IS NOT NULL)),
        CHECK (state <> 'refused' OR trouble IS NOT NULL)
      );
      CREATE INDEX pay_statements_by_day ON pay_statements (company_id, day DESC, id DESC);
      CREATE INDEX pay_statements_to_ask ON pay_statements (ask_at) WHERE state IN ('waiting', 'refused');

      -- own_id: the payment or refund whose number it would be; amounts as ordered. fee_mil: thousandths of a fen, as WeChat writes them.
      CREATE TABLE pay_statement_lines (
        company_id uuid NOT NULL,
        statement_id uuid NOT NULL,
        line int NOT NULL CHECK (line > 0),
        kind text NOT NULL CHECK (kind IN ('payment', 'refund')),
        happened_at timestamptz NOT NULL,
        number text NOT NULL,
        own_id uuid,
        wechat_number text NOT NULL,
        state text NOT NULL,
        amount_fen bigint NOT NULL CHECK (amount_fen >= 0),
        fee_mil bigint NOT NULL,
        PRIMARY KEY (company_id, statement_id, line),
        FOREIGN KEY (company_id, statement_id) REFERENCES pay_statements
      );
      CREATE INDEX pay_statement_lines_own ON pay_statement_lines (own_id) WHERE own_id IS NOT NULL;

      CREATE TABLE pay_differences (
        company_id uuid NOT NULL,
        id uuid NOT NULL,
        statement_id uuid NOT NULL,
        kind text NOT NULL,
        number text NOT NULL,
        wechat_number text,
        -- Of what is in the bill alone nobody knows the community.
        community_id uuid,
        payment_id uuid,
        refund_id uuid,
        bill_fen bigint,
        our_fen bigint,
        happened_at timestamptz NOT NULL,
        state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'settled', 'explained')),
        reason text,
        settled_by uuid,
        settled_by_name text,
        settled_at timestamptz,
        created_at timestamptz NOT NULL,
        version int NOT NULL DEFAULT 1,
        PRIMARY KEY (company_id, id),
        UNIQUE (company_id, statement_id, kind, number),
        FOREIGN KEY (company_id, statement_id) REFERENCES pay_statements,
        FOREIGN KEY (community_id, payment_id) REFERENCES payments,
        FOREIGN KEY (community_id, refund_id) REFERENCES refunds,
        CHECK ((payment_id IS NULL) = (community_id IS NULL)),
        CHECK ((state = 'open') = (settled_at IS NULL AND reason IS NULL AND settled_by_name IS NULL))
      );
      CREATE INDEX pay_differences_open ON pay_differences (company_id, happened_at DESC, id DESC) WHERE state = 'open';
      CREATE INDEX pay_differences_of_payment ON pay_differences (community_id, payment_id) WHERE payment_id IS NOT NULL;

      -- What a day's fees were for the payments of a community, until they are entered as spending.
      CREATE TABLE pay_statement_fees (
        company_id uuid NOT NULL,
        statement_id uuid NOT NULL,
        community_id uuid NOT NULL REFERENCES communities,
        fee_fen bigint NOT NULL CHECK (fee_fen > 0),
        record_id uuid,
        PRIMARY KEY (company_id, statement_id, community_id),
        FOREIGN KEY (company_id, statement_id) REFERENCES pay_statements,
        FOREIGN KEY (community_id, record_id) REFERENCES fund_records
      );

      CREATE INDEX payments_of_merchant ON payments (merchant_id, paid_at) WHERE way = 'wechat' AND state = 'paid';
      CREATE INDEX refunds_done_by_wechat ON refunds (coalesce(sent_at, done_at)) WHERE way = 'wechat' AND state = 'done';

      -- Fees are kept back by WeChat before the money comes to the bank.
      ALTER TABLE fund_records DROP CONSTRAINT fund_records_account_check;
      ALTER TABLE fund_records ADD CONSTRAINT fund_records_account_check CHECK (account IN ('cash', 'bank', 'wechat'));

      CALL wall_in('pay_statements', 'company_id', 'app.companies');
      CALL wall_in('pay_statement_lines', 'company_id', 'app.companies');
      CALL wall_in('pay_differences', 'company_id', 'app.companies');
      CALL wall_in('pay_statement_fees');
      -- Who does not see the payment does not see what is wrong with it.
      CREATE POLICY with_payment ON pay_differences AS RESTRICTIVE TO yinuo_app USING (payment_id IS NULL OR EXISTS (
        SELECT 1 FROM payments within WHERE within.community_id = pay_differences.community_id AND within.id = pay_differences.payment_id OFFSET 0));

      -- Who answers requests settles and explains; what was found is the program's to write down.
      GRANT SELECT ON pay_statements, pay_statement_lines, pay_differences, pay_statement_fees TO yinuo_app;
      GRANT UPDATE (state, reason, settled_by, settled_by_name, settled_at, version) ON pay_differences TO yinuo_app;
      GRANT UPDATE (record_id) ON pay_statement_fees TO yinuo_app;
      GRANT SELECT, INSERT, UPDATE ON pay_statements, pay_differences, pay_statement_fees TO yinuo_worker;
      GRANT SELECT, INSERT, DELETE ON pay_statement_lines TO yinuo_worker;
      GRANT DELETE ON pay_statement_fees TO yinuo_worker;
    `)
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only')
  }
}
