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
      -- the communities that are wholly within it; what lies in no building is seen only by who has the whole community.
      -- by: the column that leads to the building: building_id, unit_id, case_id.
      CREATE PROCEDURE wall_by_building(target regclass, by text)
      LANGUAGE plpgsql AS $proc$
      DECLARE
        reach text := '(SELECT string_to_array(current_setting(''app.buildings'', true), '','')::uuid[])::uuid[]';
        within text := format('%s.community_id = ANY (%s)', target, reach) || ' OR ' || CASE by
          WHEN 'unit_id' THEN format('EXISTS (SELECT 1 FROM units within WHERE within.community_id = %1$s.community_id AND within.id = %1$s.unit_id)', target)
          WHEN 'case_id' THEN format('EXISTS (SELECT 1 FROM cases within WHERE within.community_id = %1$s.community_id AND within.id = %1$s.case_id)', target)
          ELSE format('%s.%I = ANY (%s)', target, by, reach) END;
      BEGIN
        -- A case and what hangs on it are written by one statement, in which the case cannot be seen yet.
        EXECUTE format('CREATE POLICY in_buildings ON %s AS RESTRICTIVE TO yinuo_app USING (%s) WITH CHECK (%s)',
          target, within, CASE by WHEN 'case_id' THEN 'true' ELSE within END);
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

      CREATE POLICY in_buildings ON residents AS RESTRICTIVE TO yinuo_app
        USING (community_id = ANY ((SELECT string_to_array(current_setting('app.buildings', true), ',')::uuid[])::uuid[])
          OR EXISTS (SELECT 1 FROM residencies h WHERE h.community_id = residents.community_id AND h.resident_id = residents.id))
        -- Somebody new is written down before where they live.
        WITH CHECK (true);
      CREATE POLICY in_buildings ON entry_codes AS RESTRICTIVE TO yinuo_app
        USING (community_id = ANY ((SELECT string_to_array(current_setting('app.buildings', true), ',')::uuid[])::uuid[])
          OR EXISTS (SELECT 1 FROM buildings b WHERE b.community_id = entry_codes.community_id AND b.id = entry_codes.place_id)
          OR EXISTS (SELECT 1 FROM units u WHERE u.community_id = entry_codes.community_id AND u.id = entry_codes.place_id)
          OR EXISTS (SELECT 1 FROM places p WHERE p.community_id = entry_codes.community_id AND p.id = entry_codes.place_id));

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
