import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Outbox, idempotency keys, audit and files. */
export class Platform1763700000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Events told to other modules; an ordinary table, so it takes part in every transaction (scale-out.md).
      CREATE TABLE outbox (
        id uuid PRIMARY KEY,
        topic text NOT NULL,
        community_id uuid NOT NULL,
        payload jsonb NOT NULL,
        trace_id text,
        created_at timestamptz NOT NULL,
        available_at timestamptz NOT NULL,
        attempts int NOT NULL DEFAULT 0,
        failed_because text,
        dead_at timestamptz
      );
      CREATE INDEX outbox_waiting ON outbox (available_at) WHERE dead_at IS NULL;

      -- json, not jsonb: a repeated request gets the very same bytes.
      CREATE TABLE idempotency_keys (
        caller_id uuid NOT NULL,
        key text NOT NULL,
        request_hash bytea NOT NULL,
        status int NOT NULL,
        body json,
        created_at timestamptz NOT NULL,
        PRIMARY KEY (caller_id, key)
      );
      CREATE INDEX idempotency_keys_by_age ON idempotency_keys (created_at);

      -- Append-only: the application may add and read, never change.
      CREATE TABLE audit_entries (
        company_id uuid NOT NULL,
        id uuid NOT NULL,
        community_id uuid,
        at timestamptz NOT NULL,
        actor_kind text NOT NULL CHECK (actor_kind IN ('resident', 'staff', 'system')),
        actor_id uuid,
        actor_name text NOT NULL,
        action text NOT NULL,
        subject_kind text NOT NULL,
        subject_id uuid NOT NULL,
        before jsonb,
        after jsonb,
        trace_id text NOT NULL,
        address text,
        PRIMARY KEY (company_id, id)
      );
      CREATE INDEX audit_entries_of_subject ON audit_entries (company_id, subject_id);

      CREATE TABLE files (
        community_id uuid NOT NULL REFERENCES communities,
        id uuid NOT NULL,
        uploaded_by uuid NOT NULL,
        upload_key text NOT NULL,
        kind text NOT NULL CHECK (kind IN ('photo', 'video')),
        content_type text NOT NULL,
        bytes bigint NOT NULL,
        sha256 bytea NOT NULL,
        storage_key text NOT NULL,
        thumbnail_key text,
        created_at timestamptz NOT NULL,
        PRIMARY KEY (community_id, id),
        UNIQUE (community_id, uploaded_by, upload_key)
      );

      CALL wall_in('audit_entries', 'company_id', 'app.companies');
      CALL wall_in('files');

      GRANT SELECT, INSERT ON audit_entries TO yinuo_app, yinuo_worker;
      GRANT SELECT, INSERT ON files TO yinuo_app;
      GRANT SELECT ON files TO yinuo_worker;
      GRANT INSERT ON outbox TO yinuo_app;
      GRANT SELECT, INSERT, UPDATE, DELETE ON outbox TO yinuo_worker;
      GRANT SELECT, INSERT ON idempotency_keys TO yinuo_app;
      GRANT SELECT, DELETE ON idempotency_keys TO yinuo_worker;
    `)
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only')
  }
}
