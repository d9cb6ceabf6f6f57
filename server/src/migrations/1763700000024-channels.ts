import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Channels by policy, preferences of people, and deliveries that wait for their time (MSG-01). */
export class Channels1763700000024 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A message to the staff's group chat belongs to nobody's inbox.
      ALTER TABLE messages ADD to_group boolean NOT NULL DEFAULT false;
      ALTER TABLE messages DROP CONSTRAINT messages_check;
      ALTER TABLE messages ADD CONSTRAINT messages_to_somebody CHECK (to_group = (account_id IS NULL AND staff_id IS NULL));

      -- next_at: rests until then; held_by: the run that may touch it. What rests is held by nobody ('watch').
      ALTER TABLE deliveries
        ADD next_at timestamptz,
        ADD held_by text NOT NULL DEFAULT 'first',
        ADD resent int NOT NULL DEFAULT 0;
      CREATE INDEX deliveries_resting ON deliveries (next_at) WHERE state = 'pending' AND next_at IS NOT NULL;
      CREATE INDEX deliveries_by_time ON deliveries (community_id, at);
      GRANT UPDATE (state, reason, attempts, called_at, grant_id, next_at, held_by, resent, at) ON deliveries TO yinuo_app;

      CREATE TABLE message_channels (
        community_id uuid PRIMARY KEY REFERENCES communities,
        sealed_robot text,
        robot_hint text,
        robot_set_at timestamptz,
        version int NOT NULL DEFAULT 1
      );
      CALL wall_in('message_channels');
      GRANT SELECT, INSERT, UPDATE ON message_channels TO yinuo_app;
      GRANT SELECT ON message_channels TO yinuo_worker;

      -- Only what a community wants otherwise than usual.
      CREATE TABLE message_policies (
        community_id uuid NOT NULL REFERENCES communities,
        kind text NOT NULL,
        channels text[] NOT NULL,
        urgent boolean NOT NULL,
        to_robot boolean NOT NULL,
        PRIMARY KEY (community_id, kind)
      );
      CALL wall_in('message_policies');
      GRANT SELECT, INSERT, UPDATE, DELETE ON message_policies TO yinuo_app;
      GRANT SELECT ON message_policies TO yinuo_worker;

      -- Of an account or of a member of staff; found by the id of who asks.
      CREATE TABLE message_preferences (
        person_id uuid PRIMARY KEY,
        choices jsonb NOT NULL DEFAULT '{}',
        quiet_from text,
        quiet_until text,
        email text,
        email_wanted text,
        email_code_hash bytea,
        email_code_until timestamptz,
        email_tries int NOT NULL DEFAULT 0,
        email_asked_at timestamptz[] NOT NULL DEFAULT '{}',
        CHECK ((quiet_from IS NULL) = (quiet_until IS NULL))
      );
      GRANT SELECT, INSERT, UPDATE ON message_preferences TO yinuo_app;
      GRANT SELECT, UPDATE, DELETE ON message_preferences TO yinuo_worker;

      -- Token buckets of what may be called only so often, over all workers.
      CREATE TABLE channel_buckets (
        name text PRIMARY KEY,
        tokens double precision NOT NULL,
        filled_at timestamptz NOT NULL
      );
      GRANT SELECT, INSERT, UPDATE ON channel_buckets TO yinuo_app, yinuo_worker;

      UPDATE posts SET permissions = permissions || '{messages.manage}'::text[], version = version + 1
      WHERE code IN ('project-manager', 'head-office') AND NOT 'messages.manage' = ANY (permissions);
    `)
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only')
  }
}
