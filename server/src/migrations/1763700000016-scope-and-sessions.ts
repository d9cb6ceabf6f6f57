import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * A wall around buildings for posts that reach no further, and sessions made of short-lived tokens and refresh tokens
 * (ORG-05).
 */
export class ScopeAndSessions1763700000016 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What is not of a statement's row is asked once for the statement: a reach of 300 communities is long to read.
      CREATE OR REPLACE PROCEDURE wall_in(target regclass, key text DEFAULT 'community_id', context text DEFAULT 'app.communities')
      LANGUAGE plpgsql AS $proc$
      BEGIN
        EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', target);
        EXECUTE format('CREATE POLICY in_context ON %s TO yinuo_app
          USING (%I = ANY ((SELECT string_to_array(current_setting(%L, true), '','')::uuid[])::uuid[]))', target, key, context);
        EXECUTE format('CREATE POLICY all_rows ON %s TO yinuo_worker USING (true)', target);
        EXECUTE format('CREATE POLICY all_rows_for_owner ON %s TO CURRENT_USER USING (true)', target);
      END $proc$;

      DO $$
      DECLARE wall record;
      BEGIN
        FOR wall IN
          SELECT tablename, (regexp_match(qual, '^\\(+(\\w+) = ANY'))[1] AS key, (regexp_match(qual, 'app\\.\\w+'))[1] AS context
          FROM pg_policies WHERE schemaname = 'public' AND policyname = 'in_context' AND qual ~ '^\\(+\\w+ = ANY'
        LOOP
          EXECUTE format('ALTER POLICY in_context ON %I
            USING (%I = ANY ((SELECT string_to_array(current_setting(%L, true), '','')::uuid[])::uuid[]))',
            wall.tablename, wall.key, wall.context);
        END LOOP;
      END $$;

      -- A second wall inside the first, for rows that lie in a building. app.buildings names the buildings of the reach, and
      -- the communities that are wholly within it, or says that all are; what lies in no building is seen only by who has the
      -- whole community. Said first and in plain words, "all" costs a statement next to nothing.
      -- by: the column that leads to the building: building_id, unit_id, case_id.
      -- OFFSET 0 keeps each look along the key: without it the planner would rather hash every unit there is.
      CREATE PROCEDURE wall_by_building(target regclass, by text)
      LANGUAGE plpgsql AS $proc$
      DECLARE
        named text := 'string_to_array(nullif(current_setting(''app.buildings'', true), ''all''), '','')::uuid[]';
        within text := format('current_setting(''app.buildings'', true) = ''all'' OR %s.community_id = ANY (%s) OR ', target, named) || CASE by
          WHEN 'unit_id' THEN format('EXISTS (SELECT 1 FROM units within WHERE within.community_id = %1$s.community_id AND within.id = %1$s.unit_id OFFSET 0)', target)
          WHEN 'case_id' THEN format('EXISTS (SELECT 1 FROM cases within WHERE within.community_id = %1$s.community_id AND within.id = %1$s.case_id OFFSET 0)', target)
          WHEN 'resident' THEN format('EXISTS (SELECT 1 FROM residencies within WHERE within.community_id = %1$s.community_id AND within.resident_id = %1$s.id OFFSET 0)', target)
          WHEN 'place' THEN format('EXISTS (SELECT 1 FROM buildings within WHERE within.community_id = %1$s.community_id AND within.id = %1$s.place_id OFFSET 0)
            OR EXISTS (SELECT 1 FROM units within WHERE within.community_id = %1$s.community_id AND within.id = %1$s.place_id OFFSET 0)
            OR EXISTS (SELECT 1 FROM places within WHERE within.community_id = %1$s.community_id AND within.id = %1$s.place_id OFFSET 0)', target)
          ELSE format('%s.%I = ANY (%s)', target, by, named) END;
      BEGIN
        -- A case and what hangs on it are written by one statement, in which the case cannot be seen yet; somebody new is
        -- written down before where they live.
        EXECUTE format('CREATE POLICY in_buildings ON %s AS RESTRICTIVE TO yinuo_app USING (%s) WITH CHECK (%s)',
          target, within, CASE WHEN by IN ('case_id', 'resident') THEN 'true' ELSE within END);
      END $proc$;

      CALL wall_by_building('buildings', 'id');
      DO $$
      DECLARE path record;
      BEGIN
        FOR path IN
          SELECT DISTINCT ON (c.oid) c.oid::regclass AS target, a.attname::text AS via
          FROM pg_class c
          JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname IN ('building_id', 'unit_id', 'case_id') AND NOT a.attisdropped
          JOIN pg_attribute k ON k.attrelid = c.oid AND k.attname = 'community_id'
          WHERE c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace
            -- Who was told of a case keeps the message.
            AND c.relname <> 'messages'
          ORDER BY c.oid, a.attname
        LOOP
          CALL wall_by_building(path.target, path.via);
        END LOOP;
      END $$;

      CALL wall_by_building('residents', 'resident');
      CALL wall_by_building('entry_codes', 'place');

      -- A session is what a device holds: one token for a short while, and a chain of refresh tokens that renew it.
      ALTER TABLE sessions
        ADD token_expires_at timestamptz,
        ADD revoked_because text,
        ADD device text,
        ADD address text,
        ADD last_seen_at timestamptz;
      CREATE INDEX sessions_of_account ON sessions (account_id) WHERE account_id IS NOT NULL;
      CREATE INDEX sessions_of_staff ON sessions (staff_id) WHERE staff_id IS NOT NULL;

      -- salt: with the used token it gives the token that replaced it, for who did not get the answer.
      CREATE TABLE refresh_tokens (
        token_hash bytea PRIMARY KEY,
        session_id uuid NOT NULL REFERENCES sessions ON DELETE CASCADE,
        issued_at timestamptz NOT NULL,
        used_at timestamptz,
        salt bytea,
        CHECK ((used_at IS NULL) = (salt IS NULL))
      );
      CREATE INDEX refresh_tokens_of_session ON refresh_tokens (session_id, issued_at);
      GRANT SELECT, INSERT, UPDATE, DELETE ON refresh_tokens TO yinuo_identity;
    `)
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only')
  }
}
