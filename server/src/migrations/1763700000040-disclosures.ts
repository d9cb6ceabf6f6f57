import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Published accounts: their calendar, their frozen lines, their signatures, and what residents ask about them (FIN-05, FIN-06). */
export class Disclosures1763700000040 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The key a company signs its disclosures with; made when the first is posted, and never exchanged.
      CREATE TABLE signing_keys (
        company_id uuid PRIMARY KEY REFERENCES companies,
        public_key text NOT NULL,
        sealed_key text NOT NULL,
        created_at timestamptz NOT NULL
      );
      CALL wall_in('signing_keys', 'company_id', 'app.companies');
      GRANT SELECT, INSERT ON signing_keys TO yinuo_app;

      -- What a community has to make known, and how often; nothing is drafted where there is no row.
      CREATE TABLE disclosure_calendars (
        community_id uuid PRIMARY KEY REFERENCES communities,
        checklist text NOT NULL,
        version int NOT NULL DEFAULT 1
      );
      CREATE TABLE disclosure_plans (
        community_id uuid NOT NULL REFERENCES disclosure_calendars,
        fund text NOT NULL CHECK (fund IN ('property-fee', 'parking', 'common-income', 'repair-fund', 'collected')),
        cycle text NOT NULL CHECK (cycle IN ('month', 'quarter', 'half-year', 'year')),
        due_after_days int NOT NULL CHECK (due_after_days BETWEEN 1 AND 120),
        -- The first period begins on this day or after it.
        since date NOT NULL,
        PRIMARY KEY (community_id, fund)
      );
      CALL wall_in('disclosure_calendars');
      CALL wall_in('disclosure_plans');
      GRANT SELECT, INSERT, UPDATE ON disclosure_calendars TO yinuo_app;
      GRANT SELECT, INSERT, UPDATE, DELETE ON disclosure_plans TO yinuo_app;
      GRANT SELECT ON disclosure_calendars, disclosure_plans TO yinuo_worker;

      CREATE FUNCTION cycle_months(cycle text) RETURNS int LANGUAGE sql IMMUTABLE PARALLEL SAFE
        RETURN CASE cycle WHEN 'month' THEN 1 WHEN 'quarter' THEN 3 WHEN 'half-year' THEN 6 ELSE 12 END;
      -- The first day of the period a day lies in.
      CREATE FUNCTION cycle_start(cycle text, day date) RETURNS date LANGUAGE sql IMMUTABLE PARALLEL SAFE
        RETURN (date_trunc('year', day::timestamp)
          + make_interval(months => (extract(month FROM day)::int - 1) / cycle_months(cycle) * cycle_months(cycle)))::date;

      CREATE TABLE disclosures (
        community_id uuid NOT NULL REFERENCES communities,
        id uuid NOT NULL,
        fund text NOT NULL CHECK (fund IN ('property-fee', 'parking', 'common-income', 'repair-fund', 'collected')),
        period_from date NOT NULL,
        period_to date NOT NULL,
        -- 1 is what was posted first; a correction is the next, beside it.
        edition int NOT NULL CHECK (edition > 0),
        due_on date NOT NULL,
        state text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'checked', 'posted')),
        notes text NOT NULL DEFAULT '',
        reason text NOT NULL DEFAULT '',
        opening_fen bigint NOT NULL,
        -- What lay in the bank on the last day, as somebody read it off the statement.
        bank_fen bigint,
        copied_at timestamptz NOT NULL,
        edited_by uuid,
        edited_by_name text,
        checked_by uuid,
        checked_by_name text,
        checked_at timestamptz,
        returned_because text,
        posted_by uuid,
        posted_by_name text,
        posted_at timestamptz,
        -- Its place among all that was posted of the fund, what was signed of it, and the roots of its groups of lines.
        sequence int,
        head jsonb,
        head_hash text,
        signature text,
        public_key text,
        group_roots bytea,
        late_told_at timestamptz,
        created_at timestamptz NOT NULL,
        version int NOT NULL DEFAULT 1,
        PRIMARY KEY (community_id, id),
        UNIQUE (community_id, fund, period_from, edition),
        UNIQUE (community_id, fund, sequence),
        CHECK (period_to >= period_from),
        CHECK ((edition > 1) = (reason <> '')),
        CHECK ((state = 'draft') = (checked_at IS NULL)),
        CHECK ((state = 'posted') = (posted_at IS NOT NULL AND sequence IS NOT NULL AND head IS NOT NULL AND signature IS NOT NULL))
      );
      CREATE INDEX disclosures_by_period ON disclosures (community_id, period_from DESC, id DESC);
      CREATE INDEX disclosures_late ON disclosures (due_on) WHERE state <> 'posted' AND late_told_at IS NULL;
      CREATE INDEX disclosures_by_id ON disclosures (id) WHERE state = 'posted';

      -- The lines of the books as they were copied; nobody writes them one by one.
      CREATE TABLE disclosure_lines (
        community_id uuid NOT NULL,
        disclosure_id uuid NOT NULL,
        number int NOT NULL CHECK (number > 0),
        day date NOT NULL,
        side text NOT NULL CHECK (side IN ('received', 'refunded', 'spent')),
        charge text NOT NULL,
        -- Below zero where an entry was reversed.
        amount_fen bigint NOT NULL CHECK (amount_fen <> 0),
        text text NOT NULL,
        entry_id uuid NOT NULL,
        entry_line int NOT NULL,
        payment_id uuid,
        bill_id uuid,
        salt uuid NOT NULL,
        PRIMARY KEY (community_id, disclosure_id, number),
        FOREIGN KEY (community_id, disclosure_id) REFERENCES disclosures
      );
      CREATE INDEX disclosure_lines_of_payment ON disclosure_lines (community_id, payment_id) WHERE payment_id IS NOT NULL;
      CREATE INDEX disclosure_lines_of_entry ON disclosure_lines (community_id, disclosure_id, entry_id, entry_line);
      CREATE INDEX disclosure_lines_by_charge ON disclosure_lines (community_id, disclosure_id, side, charge, number);

      -- Photos of bills and contracts as residents see them, personal data covered; pinned by their hash.
      CREATE TABLE disclosure_vouchers (
        community_id uuid NOT NULL,
        disclosure_id uuid NOT NULL,
        entry_id uuid NOT NULL,
        entry_line int NOT NULL,
        file_id uuid NOT NULL,
        ordinal int NOT NULL,
        sha256 text NOT NULL,
        PRIMARY KEY (community_id, disclosure_id, entry_id, entry_line, file_id),
        FOREIGN KEY (community_id, disclosure_id) REFERENCES disclosures,
        FOREIGN KEY (community_id, file_id) REFERENCES files
      );

      CALL wall_in('disclosures');
      CALL wall_in('disclosure_lines');
      CALL wall_in('disclosure_vouchers');
      GRANT SELECT, INSERT, UPDATE ON disclosures TO yinuo_app, yinuo_worker;
      GRANT SELECT, INSERT ON disclosure_lines TO yinuo_app, yinuo_worker;
      GRANT DELETE ON disclosure_lines TO yinuo_app;
      GRANT SELECT, INSERT, DELETE ON disclosure_vouchers TO yinuo_app;
      GRANT SELECT ON disclosure_vouchers TO yinuo_worker;

      -- What is posted is locked: the program itself cannot change it any more.
      CREATE POLICY posted_stays ON disclosures AS RESTRICTIVE FOR UPDATE TO yinuo_app, yinuo_worker
        USING (state <> 'posted') WITH CHECK (true);
      CREATE FUNCTION is_open_disclosure(community uuid, disclosure uuid) RETURNS boolean LANGUAGE sql STABLE
        RETURN EXISTS (SELECT FROM disclosures d WHERE d.community_id = community AND d.id = disclosure AND d.state <> 'posted');
      CREATE POLICY posted_stays ON disclosure_lines AS RESTRICTIVE FOR DELETE TO yinuo_app
        USING (is_open_disclosure(community_id, disclosure_id));
      CREATE POLICY posted_stays ON disclosure_vouchers AS RESTRICTIVE FOR DELETE TO yinuo_app
        USING (is_open_disclosure(community_id, disclosure_id));

      -- Who calls without a session asks by an id: the community of what is posted, and nothing else.
      CREATE POLICY identity ON disclosures FOR SELECT TO yinuo_identity USING (state = 'posted');
      GRANT SELECT (community_id, id, state) ON disclosures TO yinuo_identity;

      -- A question is a consultation; the answer that all residents see stands beside the line.
      CREATE TABLE disclosure_questions (
        community_id uuid NOT NULL,
        id uuid NOT NULL,
        disclosure_id uuid NOT NULL,
        -- null: about the disclosure as a whole
        line int,
        case_id uuid NOT NULL,
        text text NOT NULL,
        asked_at timestamptz NOT NULL,
        answer text,
        answered_by uuid,
        answered_by_name text,
        answered_at timestamptz,
        PRIMARY KEY (community_id, id),
        UNIQUE (community_id, case_id),
        FOREIGN KEY (community_id, disclosure_id) REFERENCES disclosures,
        FOREIGN KEY (community_id, case_id) REFERENCES cases,
        CHECK ((answer IS NULL) = (answered_at IS NULL))
      );
      CREATE INDEX disclosure_questions_of ON disclosure_questions (community_id, disclosure_id, line);
      CALL wall_in('disclosure_questions');
      CALL wall_by_building('disclosure_questions', 'case_id');
      GRANT SELECT, INSERT, UPDATE ON disclosure_questions TO yinuo_app;
      GRANT SELECT, UPDATE ON disclosure_questions TO yinuo_worker;

      UPDATE posts p SET version = p.version + 1,
        permissions = p.permissions || ARRAY['conversations.answer']
      WHERE p.code = 'finance' AND 'conversations.answer' <> ALL (p.permissions);
    `)
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only')
  }
}
