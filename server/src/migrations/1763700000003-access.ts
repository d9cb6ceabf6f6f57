import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Staff, posts, duty and sessions (ORG-05). */
export class Access1763700000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE posts (
        company_id uuid NOT NULL REFERENCES companies,
        id uuid NOT NULL,
        code text NOT NULL,
        name text NOT NULL,
        duties text NOT NULL DEFAULT '',
        permissions text[] NOT NULL,
        version int NOT NULL DEFAULT 1,
        PRIMARY KEY (company_id, id),
        UNIQUE (company_id, code),
        UNIQUE (company_id, name)
      );

      CREATE TABLE staff (
        company_id uuid NOT NULL REFERENCES companies,
        id uuid NOT NULL,
        account_id uuid UNIQUE REFERENCES accounts,
        name text NOT NULL,
        phone text NOT NULL,
        login text NOT NULL UNIQUE,
        password_hash text,
        totp_secret text,
        totp_offer text,
        totp_confirmed_at timestamptz,
        totp_used_step bigint,
        skills text[] NOT NULL DEFAULT '{}',
        active boolean NOT NULL DEFAULT true,
        version int NOT NULL DEFAULT 1,
        PRIMARY KEY (company_id, id),
        UNIQUE (id)
      );
      CREATE UNIQUE INDEX staff_one_phone ON staff (company_id, phone) WHERE active;

      CREATE TABLE staff_posts (
        company_id uuid NOT NULL,
        community_id uuid NOT NULL REFERENCES communities,
        staff_id uuid NOT NULL,
        post_id uuid NOT NULL,
        PRIMARY KEY (community_id, staff_id, post_id),
        FOREIGN KEY (company_id, staff_id) REFERENCES staff,
        FOREIGN KEY (company_id, post_id) REFERENCES posts
      );
      CREATE INDEX staff_posts_of_staff ON staff_posts (staff_id);

      CREATE TABLE duty_periods (
        community_id uuid NOT NULL REFERENCES communities,
        id uuid NOT NULL,
        staff_id uuid NOT NULL,
        since timestamptz NOT NULL,
        until timestamptz,
        PRIMARY KEY (community_id, id)
      );
      CREATE UNIQUE INDEX duty_periods_one_open ON duty_periods (community_id, staff_id) WHERE until IS NULL;
      CREATE INDEX duty_periods_of_staff ON duty_periods (staff_id) WHERE until IS NULL;

      CREATE TABLE sessions (
        id uuid PRIMARY KEY,
        token_hash bytea NOT NULL UNIQUE,
        account_id uuid REFERENCES accounts,
        staff_id uuid REFERENCES staff (id),
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        revoked_at timestamptz,
        client text,
        CHECK (account_id IS NOT NULL OR staff_id IS NOT NULL)
      );

      CREATE TABLE sign_in_tickets (
        id text PRIMARY KEY,
        secret_hash bytea NOT NULL,
        expires_at timestamptz NOT NULL,
        approved_by uuid REFERENCES staff (id),
        redeemed_at timestamptz
      );

      -- Wrong tries of one login from one address: a stranger elsewhere cannot lock the user out (trust.md 26).
      CREATE TABLE sign_in_attempts (
        login text NOT NULL,
        address text NOT NULL,
        failures int NOT NULL,
        last_failed_at timestamptz NOT NULL,
        PRIMARY KEY (login, address)
      );

      CREATE TABLE saved_views (
        staff_id uuid NOT NULL REFERENCES staff (id),
        page text NOT NULL,
        views jsonb NOT NULL,
        PRIMARY KEY (staff_id, page)
      );

      CALL wall_in('posts', 'company_id', 'app.companies');
      CALL wall_in('staff', 'company_id', 'app.companies');
      CALL wall_in('staff_posts');
      CALL wall_in('duty_periods');

      GRANT SELECT, INSERT, UPDATE ON posts, staff, duty_periods TO yinuo_app;
      GRANT SELECT, INSERT, UPDATE, DELETE ON staff_posts, saved_views TO yinuo_app;
      GRANT SELECT ON posts, staff, staff_posts, duty_periods TO yinuo_worker;

      CREATE POLICY identity ON posts TO yinuo_identity USING (true);
      CREATE POLICY identity ON staff TO yinuo_identity USING (true);
      CREATE POLICY identity ON staff_posts TO yinuo_identity USING (true);
      CREATE POLICY identity ON duty_periods TO yinuo_identity USING (true);
      GRANT SELECT ON posts, staff, staff_posts, duty_periods TO yinuo_identity;
      GRANT UPDATE (account_id, totp_secret, totp_offer, totp_confirmed_at, totp_used_step) ON staff TO yinuo_identity;
      GRANT SELECT, INSERT, UPDATE, DELETE ON sessions, sign_in_tickets, sign_in_attempts TO yinuo_identity;
      -- Ends the sessions of a member of staff who leaves or gets a new password; tokens stay out of sight.
      GRANT SELECT (id, staff_id, revoked_at), UPDATE (revoked_at) ON sessions TO yinuo_app;
    `)
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only')
  }
}
