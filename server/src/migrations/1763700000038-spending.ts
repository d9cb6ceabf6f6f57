import type { MigrationInterface, QueryRunner } from 'typeorm'

/** What is entered into the books by hand: closings of months, vouchers, suppliers, and the register of spending and other income (FIN-05). */
export class Spending1763700000038 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Each time a month was closed or opened again; how far the books are closed now stands in ledger_books.
      CREATE TABLE ledger_closings (
        community_id uuid NOT NULL REFERENCES communities,
        id uuid NOT NULL,
        month date NOT NULL CHECK (month = date_trunc('month', month)),
        what text NOT NULL CHECK (what IN ('closed', 'reopened')),
        reason text NOT NULL DEFAULT '',
        by_staff uuid,
        by_name text NOT NULL,
        at timestamptz NOT NULL,
        PRIMARY KEY (community_id, id),
        CHECK (what = 'closed' OR reason <> '')
      );
      CREATE INDEX ledger_closings_of_month ON ledger_closings (community_id, month, at);
      CREATE INDEX ledger_entries_by_kind ON ledger_entries (community_id, kind, booked_on DESC, id DESC);

      -- What proves an entry: by what it was posted for, so that a voucher is there before the entry is.
      CREATE TABLE ledger_vouchers (
        community_id uuid NOT NULL REFERENCES communities,
        source_id uuid NOT NULL,
        ordinal int NOT NULL CHECK (ordinal > 0),
        kind text NOT NULL CHECK (kind IN ('file', 'document', 'case')),
        file_id uuid,
        company_id uuid NOT NULL,
        document_id uuid,
        case_id uuid,
        PRIMARY KEY (community_id, source_id, ordinal),
        FOREIGN KEY (community_id, file_id) REFERENCES files,
        FOREIGN KEY (company_id, document_id) REFERENCES documents,
        FOREIGN KEY (community_id, case_id) REFERENCES cases,
        CHECK ((kind = 'file') = (file_id IS NOT NULL)),
        CHECK ((kind = 'document') = (document_id IS NOT NULL)),
        CHECK ((kind = 'case') = (case_id IS NOT NULL))
      );

      CREATE TABLE suppliers (
        company_id uuid NOT NULL REFERENCES companies,
        id uuid NOT NULL,
        name text NOT NULL,
        contact text NOT NULL DEFAULT '',
        phone text NOT NULL DEFAULT '',
        tax_number text NOT NULL DEFAULT '',
        note text NOT NULL DEFAULT '',
        stopped_on date,
        created_at timestamptz NOT NULL,
        version int NOT NULL DEFAULT 1,
        PRIMARY KEY (company_id, id)
      );
      CREATE UNIQUE INDEX suppliers_by_name ON suppliers (company_id, name) WHERE stopped_on IS NULL;

      -- What a community wants seen by a second person: no row, the figure of the contracts.
      CREATE TABLE fund_record_rules (
        community_id uuid PRIMARY KEY REFERENCES communities,
        approve_above_fen bigint NOT NULL CHECK (approve_above_fen >= 0),
        version int NOT NULL DEFAULT 1
      );

      -- Spending, and income that is not a bill. Never edited: put right by a reversal and a new one.
      CREATE TABLE fund_records (
        community_id uuid NOT NULL REFERENCES communities,
        id uuid NOT NULL,
        side text NOT NULL CHECK (side IN ('spending', 'income')),
        fund text NOT NULL CHECK (fund IN ('property-fee', 'parking', 'common-income', 'repair-fund', 'collected')),
        category text NOT NULL,
        amount_fen bigint NOT NULL CHECK (amount_fen > 0),
        happened_on date NOT NULL,
        account text NOT NULL CHECK (account IN ('cash', 'bank')),
        company_id uuid NOT NULL,
        supplier_id uuid,
        -- The number of an invoice or a slip.
        reference text NOT NULL DEFAULT '',
        text text NOT NULL,
        state text NOT NULL CHECK (state IN ('asked', 'refused', 'booked', 'reversed')),
        entered_by uuid NOT NULL,
        entered_by_name text NOT NULL,
        entered_at timestamptz NOT NULL,
        decided_by uuid,
        decided_by_name text,
        decided_at timestamptz,
        refused_because text,
        reversed_because text,
        reversed_by_name text,
        reversed_at timestamptz,
        entry_id uuid,
        version int NOT NULL DEFAULT 1,
        PRIMARY KEY (community_id, id),
        FOREIGN KEY (company_id, supplier_id) REFERENCES suppliers,
        FOREIGN KEY (community_id, entry_id) REFERENCES ledger_entries,
        CHECK (decided_by IS NULL OR decided_by <> entered_by),
        CHECK ((state IN ('booked', 'reversed')) = (entry_id IS NOT NULL)),
        CHECK ((state = 'refused') = (refused_because IS NOT NULL)),
        CHECK ((state = 'reversed') = (reversed_at IS NOT NULL AND reversed_because IS NOT NULL))
      );
      CREATE INDEX fund_records_by_day ON fund_records (community_id, happened_on DESC, id DESC);
      CREATE INDEX fund_records_asked ON fund_records (community_id, entered_at) WHERE state = 'asked';

      CALL wall_in('ledger_closings');
      CALL wall_in('ledger_vouchers');
      CALL wall_in('suppliers', 'company_id', 'app.companies');
      CALL wall_in('fund_record_rules');
      CALL wall_in('fund_records');
      CREATE POLICY company_in_context ON fund_records AS RESTRICTIVE FOR UPDATE TO yinuo_app USING (true)
        WITH CHECK (company_id = ANY (string_to_array(current_setting('app.companies', true), ',')::uuid[]));

      GRANT SELECT, INSERT ON ledger_closings, ledger_vouchers TO yinuo_app;
      GRANT SELECT ON ledger_closings, ledger_vouchers TO yinuo_worker;
      GRANT SELECT, INSERT, UPDATE ON suppliers, fund_record_rules, fund_records TO yinuo_app;
      GRANT SELECT ON suppliers, fund_record_rules, fund_records TO yinuo_worker;
    `)
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only')
  }
}
