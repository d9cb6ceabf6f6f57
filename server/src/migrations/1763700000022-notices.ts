import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Notices, outages, and telling many people at once (NTC-01, NTC-02, MSG-01). */
export class Notices1763700000022 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- One telling of many: its messages are written batch by batch, and it can be stopped between two of them.
      CREATE TABLE broadcasts (
        community_id uuid NOT NULL REFERENCES communities,
        id uuid NOT NULL,
        business_key text NOT NULL,
        kind text NOT NULL,
        -- Who is told: a condition the module of about_id has given a name.
        audience text NOT NULL,
        about_id uuid NOT NULL,
        title text NOT NULL,
        body text NOT NULL,
        values jsonb NOT NULL DEFAULT '{}',
        urgent boolean NOT NULL DEFAULT false,
        state text NOT NULL DEFAULT 'sending' CHECK (state IN ('sending', 'done', 'stopped')),
        -- Everybody up to this account has been told.
        reached_account uuid,
        told int NOT NULL DEFAULT 0,
        created_at timestamptz NOT NULL,
        ended_at timestamptz,
        PRIMARY KEY (community_id, id),
        UNIQUE (community_id, business_key)
      );
      CREATE INDEX broadcasts_about ON broadcasts (community_id, about_id);
      -- No foreign key: it would be looked up again for each of a hundred thousand messages.
      ALTER TABLE messages ADD broadcast_id uuid;

      -- Whether a home, held in some right, is among those a notice is for; the one place that decides.
      CREATE FUNCTION in_audience(audience jsonb, building uuid, entrance text, unit uuid, role text) RETURNS boolean
      LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
        ((audience ->> 'whole')::boolean
          OR jsonb_exists(audience -> 'buildings', building::text)
          OR jsonb_exists(audience -> 'entrances', building::text || '/' || coalesce(entrance, ''))
          OR jsonb_exists(audience -> 'units', unit::text))
        AND (audience -> 'roles' = '[]'::jsonb OR jsonb_exists(audience -> 'roles', role));

      CREATE TABLE notices (
        community_id uuid NOT NULL REFERENCES communities,
        id uuid NOT NULL,
        category text NOT NULL,
        title text NOT NULL,
        body text NOT NULL,
        file_ids uuid[] NOT NULL DEFAULT '{}',
        audience jsonb NOT NULL,
        urgent boolean NOT NULL DEFAULT false,
        pinned_until date,
        state text NOT NULL DEFAULT 'draft'
          CHECK (state IN ('draft', 'submitted', 'refused', 'approved', 'scheduled', 'published', 'withdrawn')),
        -- 0 until it is published.
        edition int NOT NULL DEFAULT 0,
        written_by uuid NOT NULL,
        written_by_name text NOT NULL,
        submitted_by uuid,
        submitted_by_name text,
        decided_by uuid,
        decided_by_name text,
        refused_because text,
        scheduled_for timestamptz,
        published_at timestamptz,
        withdrawn_because text,
        reminded_at timestamptz,
        -- Who read an edition before this one has it to read again.
        told_edition int NOT NULL DEFAULT 0,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        version int NOT NULL DEFAULT 1,
        PRIMARY KEY (community_id, id),
        CHECK ((state = 'scheduled') = (scheduled_for IS NOT NULL)),
        CHECK ((state = 'withdrawn') = (withdrawn_because IS NOT NULL))
      );
      CREATE INDEX notices_by_change ON notices (community_id, updated_at DESC, id DESC);
      CREATE INDEX notices_on_board ON notices (community_id, published_at DESC, id DESC) WHERE published_at IS NOT NULL;
      CREATE INDEX notices_scheduled ON notices (scheduled_for) WHERE state = 'scheduled';

      -- What readers saw, one after the other, and a correction that waits.
      CREATE TABLE notice_editions (
        community_id uuid NOT NULL,
        notice_id uuid NOT NULL,
        number int NOT NULL CHECK (number > 0),
        title text NOT NULL,
        body text NOT NULL,
        file_ids uuid[] NOT NULL DEFAULT '{}',
        note text NOT NULL DEFAULT '',
        tell_again boolean NOT NULL DEFAULT false,
        state text NOT NULL CHECK (state IN ('waiting', 'published', 'refused')),
        written_by uuid NOT NULL,
        written_by_name text NOT NULL,
        decided_by_name text,
        refused_because text,
        written_at timestamptz NOT NULL,
        published_at timestamptz,
        PRIMARY KEY (community_id, notice_id, number),
        FOREIGN KEY (community_id, notice_id) REFERENCES notices
      );
      CREATE UNIQUE INDEX notice_editions_one_waiting ON notice_editions (community_id, notice_id) WHERE state = 'waiting';

      CREATE TABLE notice_reads (
        community_id uuid NOT NULL,
        notice_id uuid NOT NULL,
        account_id uuid NOT NULL REFERENCES accounts,
        edition int NOT NULL,
        read_at timestamptz NOT NULL,
        PRIMARY KEY (community_id, notice_id, account_id),
        FOREIGN KEY (community_id, notice_id) REFERENCES notices
      );
      CREATE INDEX notice_reads_of_account ON notice_reads (account_id);

      CREATE TABLE outages (
        community_id uuid NOT NULL REFERENCES communities,
        id uuid NOT NULL,
        service text NOT NULL,
        scope text NOT NULL,
        cause text NOT NULL,
        audience jsonb NOT NULL,
        urgent boolean NOT NULL DEFAULT false,
        starts_at timestamptz NOT NULL,
        expected_until timestamptz NOT NULL,
        state text NOT NULL DEFAULT 'announced' CHECK (state IN ('announced', 'recovered')),
        recovered_at timestamptz,
        -- The expected time of whose passing the office has been told.
        overdue_told_of timestamptz,
        announced_by uuid NOT NULL,
        announced_by_name text NOT NULL,
        created_at timestamptz NOT NULL,
        version int NOT NULL DEFAULT 1,
        PRIMARY KEY (community_id, id),
        CHECK ((state = 'recovered') = (recovered_at IS NOT NULL))
      );
      CREATE INDEX outages_by_time ON outages (community_id, created_at DESC, id DESC);
      CREATE INDEX outages_open ON outages (expected_until) WHERE state = 'announced';

      CREATE TABLE outage_updates (
        community_id uuid NOT NULL,
        id uuid NOT NULL,
        outage_id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('announced', 'updated', 'recovered')),
        text text NOT NULL,
        expected_until timestamptz,
        written_by uuid NOT NULL,
        written_by_name text NOT NULL,
        at timestamptz NOT NULL,
        PRIMARY KEY (community_id, id),
        FOREIGN KEY (community_id, outage_id) REFERENCES outages
      );
      CREATE INDEX outage_updates_of_outage ON outage_updates (community_id, outage_id, at);

      CALL wall_in('broadcasts');
      CALL wall_in('notices');
      CALL wall_in('notice_editions');
      CALL wall_in('notice_reads');
      CALL wall_in('outages');
      CALL wall_in('outage_updates');

      GRANT SELECT, UPDATE (state, ended_at) ON broadcasts TO yinuo_app;
      GRANT SELECT, INSERT, UPDATE ON broadcasts TO yinuo_worker;
      GRANT SELECT, INSERT, UPDATE ON notices, notice_editions, outages TO yinuo_app, yinuo_worker;
      GRANT SELECT, INSERT, UPDATE ON notice_reads TO yinuo_app;
      GRANT SELECT, DELETE ON notice_reads TO yinuo_worker;
      GRANT SELECT, INSERT ON outage_updates TO yinuo_app;
      GRANT SELECT ON outage_updates TO yinuo_worker;

      UPDATE posts p SET version = p.version + 1,
        permissions = p.permissions || ARRAY(SELECT added FROM unnest(n.permissions) added WHERE added <> ALL (p.permissions))
      FROM (VALUES
        ('project-manager', '{notices.read,notices.edit,notices.approve}'::text[]),
        ('service-supervisor', '{notices.read,notices.edit,notices.approve}'),
        ('head-office', '{notices.read,notices.approve}'),
        ('front-desk', '{notices.read,notices.edit}'),
        ('engineering-supervisor', '{notices.read,notices.edit}'),
        ('order-supervisor', '{notices.read}')
      ) AS n (code, permissions)
      WHERE p.code = n.code AND NOT p.permissions @> n.permissions;
    `)
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only')
  }
}
