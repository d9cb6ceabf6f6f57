import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Messages, their deliveries, the ledger of subscription grants and WeChat's token (MSG-01, MSG-02). */
export class Messages1763700000007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The inbox is the record; business_key makes telling exactly once.
      CREATE TABLE messages (
        community_id uuid NOT NULL REFERENCES communities,
        id uuid NOT NULL,
        business_key text NOT NULL,
        kind text NOT NULL,
        account_id uuid REFERENCES accounts,
        staff_id uuid REFERENCES staff (id),
        recipient_name text NOT NULL,
        title text NOT NULL,
        body text NOT NULL,
        values jsonb NOT NULL DEFAULT '{}',
        urgent boolean NOT NULL DEFAULT false,
        case_id uuid,
        created_at timestamptz NOT NULL,
        read_at timestamptz,
        PRIMARY KEY (community_id, id),
        UNIQUE (community_id, business_key),
        CHECK (account_id IS NOT NULL OR staff_id IS NOT NULL)
      );
      CREATE INDEX messages_of_account ON messages (account_id, id DESC) WHERE account_id IS NOT NULL;
      CREATE INDEX messages_of_staff ON messages (staff_id, id DESC) WHERE staff_id IS NOT NULL;
      CREATE INDEX messages_of_case ON messages (community_id, case_id);

      CREATE TABLE deliveries (
        community_id uuid NOT NULL,
        id uuid NOT NULL,
        message_id uuid NOT NULL,
        channel text NOT NULL,
        state text NOT NULL CHECK (state IN ('pending', 'sent', 'failed', 'skipped')),
        attempts int NOT NULL DEFAULT 0,
        reason text,
        -- Set before a call to the outside and cleared with its outcome: what is left of a worker that died between.
        called_at timestamptz,
        grant_id uuid,
        provider_id text,
        at timestamptz NOT NULL,
        PRIMARY KEY (community_id, id),
        UNIQUE (community_id, message_id, channel),
        FOREIGN KEY (community_id, message_id) REFERENCES messages
      );
      CREATE INDEX deliveries_by_provider ON deliveries (provider_id) WHERE provider_id IS NOT NULL;

      -- One acceptance is one message (wechat.md A1.5), whether the client's report, WeChat's event or both tell of it.
      -- Consumed by a message, or by nothing: then the person withdrew it.
      CREATE TABLE message_grants (
        id uuid PRIMARY KEY,
        openid text NOT NULL,
        template text NOT NULL,
        client_ask text,
        event_ask text,
        source text NOT NULL CHECK (source IN ('client', 'event')),
        granted_at timestamptz NOT NULL,
        paired_at timestamptz,
        consumed_at timestamptz,
        consumed_by uuid,
        UNIQUE (openid, template, client_ask),
        UNIQUE (openid, template, event_ask),
        CHECK (client_ask IS NOT NULL OR event_ask IS NOT NULL)
      );
      CREATE INDEX message_grants_left ON message_grants (openid, template, granted_at) WHERE consumed_at IS NULL;

      -- renewing_until is a lease: one replica renews, and no transaction is held while it asks WeChat.
      CREATE TABLE wechat_tokens (
        app_id text PRIMARY KEY,
        sealed_token text,
        expires_at timestamptz,
        renewed_at timestamptz,
        renewing_until timestamptz
      );

      -- Content WeChat could not pass at once is seen by its author and the office only, until decided (A1.6).
      CREATE TABLE content_checks (
        community_id uuid NOT NULL REFERENCES communities,
        id uuid NOT NULL,
        subject_kind text NOT NULL,
        subject_id uuid NOT NULL,
        wechat_trace_id text,
        verdict text NOT NULL CHECK (verdict IN ('pending', 'pass', 'review', 'risky')),
        at timestamptz NOT NULL,
        PRIMARY KEY (community_id, id)
      );
      CREATE INDEX content_checks_by_trace ON content_checks (wechat_trace_id) WHERE wechat_trace_id IS NOT NULL;

      CREATE INDEX content_checks_of_subject ON content_checks (community_id, subject_id);

      CALL wall_in('messages');
      CALL wall_in('deliveries');
      CALL wall_in('content_checks');

      GRANT SELECT ON messages, deliveries TO yinuo_app;
      GRANT UPDATE (read_at) ON messages TO yinuo_app;
      GRANT SELECT, INSERT, UPDATE ON messages, deliveries, content_checks TO yinuo_worker;
      GRANT SELECT, INSERT ON content_checks TO yinuo_app;
      GRANT SELECT, INSERT, UPDATE ON message_grants TO yinuo_app, yinuo_worker;
      GRANT SELECT, INSERT, UPDATE ON wechat_tokens TO yinuo_app, yinuo_worker, yinuo_identity;
    `)
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only')
  }
}
