import type { MigrationInterface, QueryRunner } from 'typeorm'

/** What people ask of their personal data, how long each kind of it is kept, and what was cleared away (ORG-05). */
export class PersonalData1763700000015 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- One row in each community that has to know of it; rows of one request have the same id.
      CREATE TABLE privacy_requests (
        community_id uuid NOT NULL REFERENCES communities,
        id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('export', 'deletion')),
        state text NOT NULL CHECK (state IN ('preparing', 'ready', 'expired', 'cooling', 'withdrawn', 'done')),
        account_id uuid REFERENCES accounts,
        resident_id uuid,
        person_name text NOT NULL,
        asked_at timestamptz NOT NULL,
        -- When the law wants it answered.
        due_at timestamptz NOT NULL,
        -- A deletion: when it is done unless withdrawn; an export: until when it may be fetched.
        effective_at timestamptz,
        waits_because text,
        answered_at timestamptz,
        -- Null: asked by the person themselves, in the mini-program.
        registered_by uuid,
        registered_by_name text,
        identity_note text,
        handed_over_at timestamptz,
        outcome jsonb,
        version int NOT NULL DEFAULT 1,
        PRIMARY KEY (community_id, id),
        FOREIGN KEY (community_id, resident_id) REFERENCES residents,
        CHECK (num_nonnulls(account_id, resident_id) > 0),
        CHECK ((registered_by IS NULL) = (identity_note IS NULL))
      );
      CREATE UNIQUE INDEX privacy_requests_one_of_account ON privacy_requests (community_id, account_id, kind)
        WHERE account_id IS NOT NULL AND state IN ('preparing', 'cooling');
      CREATE UNIQUE INDEX privacy_requests_one_of_resident ON privacy_requests (community_id, resident_id, kind)
        WHERE resident_id IS NOT NULL AND state IN ('preparing', 'cooling');
      CREATE INDEX privacy_requests_of_account ON privacy_requests (account_id, asked_at DESC);
      CREATE INDEX privacy_requests_latest ON privacy_requests (community_id, asked_at DESC, id DESC);
      CREATE INDEX privacy_requests_to_do ON privacy_requests (effective_at) WHERE state IN ('cooling', 'ready');
      CALL wall_in('privacy_requests');
      GRANT SELECT, INSERT, UPDATE ON privacy_requests TO yinuo_app;
      GRANT SELECT, INSERT, UPDATE, DELETE ON privacy_requests TO yinuo_worker;

      -- A company's own figure for one kind of data; where there is none the ready-made one counts.
      CREATE TABLE retention_rules (
        company_id uuid NOT NULL REFERENCES companies,
        id uuid NOT NULL,
        subject text NOT NULL,
        keep_days int NOT NULL CHECK (keep_days > 0),
        basis text NOT NULL,
        effective_from date NOT NULL,
        decided_by uuid NOT NULL,
        decided_by_name text NOT NULL,
        decided_at timestamptz NOT NULL,
        PRIMARY KEY (company_id, id)
      );
      CREATE INDEX retention_rules_latest ON retention_rules (company_id, subject, effective_from DESC, id DESC);
      CALL wall_in('retention_rules', 'company_id', 'app.companies');
      GRANT SELECT, INSERT ON retention_rules TO yinuo_app;
      GRANT SELECT ON retention_rules TO yinuo_worker;

      CREATE TABLE retention_runs (
        company_id uuid NOT NULL REFERENCES companies,
        id uuid NOT NULL,
        at timestamptz NOT NULL,
        subject text NOT NULL,
        keep_days int NOT NULL,
        done int NOT NULL,
        PRIMARY KEY (company_id, id)
      );
      CALL wall_in('retention_runs', 'company_id', 'app.companies');
      GRANT SELECT ON retention_runs TO yinuo_app;
      GRANT SELECT, INSERT ON retention_runs TO yinuo_worker;

      -- What forgetting may change, column by column; of the audit log nothing.
      GRANT UPDATE (openid, unionid, name, phone) ON accounts TO yinuo_worker;
      GRANT UPDATE (name, phone, account_id, erased_at, version) ON residents TO yinuo_worker;
      GRANT UPDATE (valid_until, ended_because, version) ON residencies TO yinuo_worker;
      GRANT UPDATE (name, phone, note, file_ids, state, decided_at, decision_reason), DELETE ON residence_applications TO yinuo_worker;
      GRANT UPDATE (name, phone, inviter_name, revoked_at) ON residence_invitations TO yinuo_worker;
      GRANT UPDATE (plate, description, valid_until, version) ON vehicles TO yinuo_worker;
      GRANT UPDATE (note) ON parking_spaces TO yinuo_worker;
      GRANT UPDATE (title, detail) ON household_events TO yinuo_worker;
      GRANT UPDATE (text) ON household_notes TO yinuo_worker;
      GRANT UPDATE (actor_name, content) ON case_events TO yinuo_worker;
      GRANT UPDATE (finding) ON repair_visits TO yinuo_worker;
      GRANT UPDATE (phone, account_id) ON staff TO yinuo_worker;
      GRANT SELECT, DELETE ON sessions TO yinuo_worker;
      GRANT SELECT, DELETE ON sign_in_attempts TO yinuo_worker;
      GRANT SELECT (id, expires_at), DELETE ON sign_in_tickets TO yinuo_worker;
      GRANT DELETE ON messages, deliveries, message_grants, files TO yinuo_worker;
      CREATE POLICY all_rows ON saved_views TO yinuo_worker USING (true);
      GRANT SELECT, UPDATE (views) ON saved_views TO yinuo_worker;
    `)
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only')
  }
}
