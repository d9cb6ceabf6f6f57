import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * The whole archive of a household, the services a community is promised, and posts that reach further than one community
 * or no further than some buildings (ORG-01, ORG-02, ORG-05, PER-01).
 */
export class ArchiveAndScope1763700000011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE regions (
        company_id uuid NOT NULL REFERENCES companies,
        id uuid NOT NULL,
        name text NOT NULL,
        version int NOT NULL DEFAULT 1,
        PRIMARY KEY (company_id, id),
        UNIQUE (company_id, name)
      );
      CALL wall_in('regions', 'company_id', 'app.companies');
      GRANT SELECT, INSERT, UPDATE, DELETE ON regions TO yinuo_app;
      GRANT SELECT ON regions TO yinuo_worker;

      ALTER TABLE communities ADD region_id uuid, ADD version int NOT NULL DEFAULT 1,
        ADD FOREIGN KEY (company_id, region_id) REFERENCES regions;

      CREATE TABLE community_services (
        community_id uuid NOT NULL REFERENCES communities,
        id uuid NOT NULL,
        code text,
        name text NOT NULL,
        detail text NOT NULL,
        ordinal int NOT NULL,
        version int NOT NULL DEFAULT 1,
        withdrawn_at timestamptz,
        PRIMARY KEY (community_id, id)
      );
      CREATE UNIQUE INDEX community_services_by_name ON community_services (community_id, name) WHERE withdrawn_at IS NULL;
      CALL wall_in('community_services');
      GRANT SELECT, INSERT, UPDATE ON community_services TO yinuo_app;
      GRANT SELECT ON community_services TO yinuo_worker;

      ALTER TABLE posts
        ADD work text NOT NULL DEFAULT '', ADD authority text NOT NULL DEFAULT '',
        ADD responsibility text NOT NULL DEFAULT '', ADD qualification text NOT NULL DEFAULT '',
        ADD answers_for text[] NOT NULL DEFAULT '{}';

      -- No building named: the whole community.
      ALTER TABLE staff_posts ADD building_ids uuid[] NOT NULL DEFAULT '{}';

      -- A post held in every community of the company, or of one of its regions, also in those that come later.
      CREATE TABLE wide_posts (
        company_id uuid NOT NULL,
        staff_id uuid NOT NULL,
        post_id uuid NOT NULL,
        region_id uuid,
        FOREIGN KEY (company_id, staff_id) REFERENCES staff,
        FOREIGN KEY (company_id, post_id) REFERENCES posts,
        FOREIGN KEY (company_id, region_id) REFERENCES regions,
        UNIQUE NULLS NOT DISTINCT (company_id, staff_id, post_id, region_id)
      );
      CREATE INDEX wide_posts_of_staff ON wide_posts (staff_id);
      CALL wall_in('wide_posts', 'company_id', 'app.companies');
      GRANT SELECT, INSERT, UPDATE, DELETE ON wide_posts TO yinuo_app;
      GRANT SELECT ON wide_posts TO yinuo_worker;
      CREATE POLICY identity ON wide_posts TO yinuo_identity USING (true);
      GRANT SELECT ON wide_posts TO yinuo_identity;

      CREATE VIEW held_posts WITH (security_invoker = true) AS
        SELECT company_id, community_id, staff_id, post_id, building_ids FROM staff_posts
        UNION ALL
        SELECT w.company_id, c.id, w.staff_id, w.post_id, '{}'::uuid[] FROM wide_posts w
        JOIN communities c ON c.company_id = w.company_id AND (w.region_id IS NULL OR c.region_id = w.region_id);
      GRANT SELECT ON held_posts TO yinuo_app, yinuo_worker, yinuo_identity;

      ALTER TABLE buildings ADD version int NOT NULL DEFAULT 1;
      ALTER TABLE units ADD delivered_on date;
      ALTER TABLE residents ADD version int NOT NULL DEFAULT 1, ADD erased_at timestamptz,
        -- A column and not an index expression: right() is not leakproof, so row-level security would keep it from the index.
        ADD phone_end text NOT NULL GENERATED ALWAYS AS (right(phone, 4)) STORED;
      ALTER TABLE residencies ADD version int NOT NULL DEFAULT 1, ADD ended_because text,
        ADD share_percent numeric(5, 2) CHECK (share_percent > 0 AND share_percent <= 100);
      CREATE INDEX residents_by_phone_end ON residents (community_id, phone_end);

      CREATE TABLE parking_spaces (
        community_id uuid NOT NULL REFERENCES communities,
        id uuid NOT NULL,
        number text NOT NULL,
        zone text NOT NULL DEFAULT '',
        area_square_centimetres bigint CHECK (area_square_centimetres > 0),
        -- Whose it is: sold with a unit, let to a unit, or open to all.
        tenure text NOT NULL CHECK (tenure IN ('owned', 'let', 'public')),
        unit_id uuid,
        valid_from date,
        valid_until date,
        note text NOT NULL DEFAULT '',
        version int NOT NULL DEFAULT 1,
        withdrawn_at timestamptz,
        PRIMARY KEY (community_id, id),
        FOREIGN KEY (community_id, unit_id) REFERENCES units,
        CHECK ((tenure = 'public') = (unit_id IS NULL))
      );
      CREATE UNIQUE INDEX parking_spaces_by_number ON parking_spaces (community_id, zone, number) WHERE withdrawn_at IS NULL;
      CREATE INDEX parking_spaces_of_unit ON parking_spaces (community_id, unit_id);
      CALL wall_in('parking_spaces');
      GRANT SELECT, INSERT, UPDATE ON parking_spaces TO yinuo_app;
      GRANT SELECT ON parking_spaces TO yinuo_worker;

      CREATE TABLE vehicles (
        community_id uuid NOT NULL,
        id uuid NOT NULL,
        unit_id uuid NOT NULL,
        resident_id uuid,
        space_id uuid,
        kind text NOT NULL CHECK (kind IN ('car', 'electric-bicycle', 'motorcycle', 'other')),
        -- Written without spaces and dots, in capitals: 沪A12345.
        plate text NOT NULL,
        description text NOT NULL DEFAULT '',
        valid_from date NOT NULL,
        valid_until date,
        version int NOT NULL DEFAULT 1,
        PRIMARY KEY (community_id, id),
        FOREIGN KEY (community_id, unit_id) REFERENCES units,
        FOREIGN KEY (community_id, resident_id) REFERENCES residents,
        FOREIGN KEY (community_id, space_id) REFERENCES parking_spaces
      );
      CREATE UNIQUE INDEX vehicles_here_now ON vehicles (community_id, plate) WHERE valid_until IS NULL;
      CREATE INDEX vehicles_of_unit ON vehicles (community_id, unit_id);
      CREATE INDEX vehicles_by_plate ON vehicles (community_id, plate text_pattern_ops);
      CALL wall_in('vehicles');
      GRANT SELECT, INSERT, UPDATE ON vehicles TO yinuo_app;
      GRANT SELECT ON vehicles TO yinuo_worker;

      -- What happened to a household: handed over, moved in, renovated. Kept when people go.
      CREATE TABLE household_events (
        community_id uuid NOT NULL,
        id uuid NOT NULL,
        unit_id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('delivery', 'move-in', 'move-out', 'renovation', 'transfer', 'other')),
        title text NOT NULL,
        detail text NOT NULL DEFAULT '',
        begun_on date NOT NULL,
        ended_on date,
        file_ids uuid[] NOT NULL DEFAULT '{}',
        recorded_by uuid,
        recorded_by_name text NOT NULL,
        recorded_at timestamptz NOT NULL,
        version int NOT NULL DEFAULT 1,
        PRIMARY KEY (community_id, id),
        FOREIGN KEY (community_id, unit_id) REFERENCES units,
        CHECK (ended_on >= begun_on)
      );
      CREATE INDEX household_events_of_unit ON household_events (community_id, unit_id, begun_on DESC);
      CALL wall_in('household_events');
      GRANT SELECT, INSERT, UPDATE ON household_events TO yinuo_app;
      GRANT SELECT ON household_events TO yinuo_worker;

      CREATE TABLE household_notes (
        community_id uuid NOT NULL,
        id uuid NOT NULL,
        unit_id uuid NOT NULL,
        text text NOT NULL,
        pinned boolean NOT NULL DEFAULT false,
        written_by uuid NOT NULL,
        written_by_name text NOT NULL,
        written_at timestamptz NOT NULL,
        withdrawn_at timestamptz,
        PRIMARY KEY (community_id, id),
        FOREIGN KEY (community_id, unit_id) REFERENCES units
      );
      CREATE INDEX household_notes_of_unit ON household_notes (community_id, unit_id, written_at DESC);
      CALL wall_in('household_notes');
      GRANT SELECT, INSERT, UPDATE ON household_notes TO yinuo_app;
      GRANT SELECT ON household_notes TO yinuo_worker;
    `)
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only')
  }
}
