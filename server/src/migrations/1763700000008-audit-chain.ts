import type { MigrationInterface, QueryRunner } from 'typeorm'

/** The audit log as a chain per company, its heads and its checks; the outbox and saved views behind the wall (ORG-05). */
export class AuditChain1763700000008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- An entry is written without a place; the worker gives it one, seals it, and may not touch it again.
      ALTER TABLE audit_entries
        ADD COLUMN seq bigint,
        ADD COLUMN sealed_at timestamptz,
        ADD COLUMN prev_hash bytea,
        ADD COLUMN hash bytea,
        ADD CONSTRAINT audit_entries_whole_seal CHECK (num_nulls(seq, sealed_at, prev_hash, hash) IN (0, 4));
      CREATE UNIQUE INDEX audit_entries_in_order ON audit_entries (company_id, seq) WHERE seq IS NOT NULL;
      CREATE INDEX audit_entries_unsealed ON audit_entries (company_id, id) WHERE seq IS NULL;

      REVOKE INSERT ON audit_entries FROM yinuo_app, yinuo_worker;
      GRANT INSERT (company_id, id, community_id, at, actor_kind, actor_id, actor_name, action, subject_kind, subject_id, before,
        after, trace_id, address) ON audit_entries TO yinuo_app, yinuo_worker;
      GRANT UPDATE (seq, sealed_at, prev_hash, hash) ON audit_entries TO yinuo_worker;
      CREATE POLICY seals_once ON audit_entries AS RESTRICTIVE FOR UPDATE TO yinuo_worker USING (seq IS NULL) WITH CHECK (seq IS NOT NULL);

      -- How far each chain reached on each day. What is cut off the end of a chain is missed here, and in the exported copy.
      CREATE TABLE audit_heads (
        company_id uuid NOT NULL,
        day date NOT NULL,
        seq bigint NOT NULL,
        hash bytea NOT NULL,
        sealed_at timestamptz NOT NULL,
        signature bytea NOT NULL,
        exported_at timestamptz,
        PRIMARY KEY (company_id, day)
      );

      -- What each verification of a whole chain found.
      CREATE TABLE audit_checks (
        company_id uuid NOT NULL,
        at timestamptz NOT NULL,
        seq bigint NOT NULL,
        sealed_until timestamptz,
        broken_seq bigint,
        broken_because text,
        PRIMARY KEY (company_id, at)
      );

      CALL wall_in('audit_heads', 'company_id', 'app.companies');
      CALL wall_in('audit_checks', 'company_id', 'app.companies');
      GRANT SELECT ON audit_heads, audit_checks TO yinuo_app;
      GRANT SELECT, INSERT, UPDATE ON audit_heads TO yinuo_worker;
      GRANT SELECT, INSERT ON audit_checks TO yinuo_worker;

      CALL wall_in('outbox');

      ALTER TABLE saved_views ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      -- Staff are walled in themselves, so this sees the views of the company in reach.
      CREATE POLICY in_context ON saved_views TO yinuo_app USING (EXISTS (SELECT 1 FROM staff WHERE staff.id = saved_views.staff_id));
      CREATE POLICY all_rows_for_owner ON saved_views TO CURRENT_USER USING (true);
    `)
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only')
  }
}
