import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * The database roles. None of them owns a table or bypasses row-level security:
 * yinuo_app sees the communities of its context, yinuo_worker all (clocks, outbox),
 * yinuo_identity only what is needed to tell who is calling.
 */
export class RolesAndRules1763700000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE EXTENSION IF NOT EXISTS pg_trgm;

      DO $$ BEGIN
        IF to_regprocedure('uuidv7()') IS NULL THEN
          CREATE FUNCTION uuidv7() RETURNS uuid LANGUAGE sql VOLATILE AS $fn$
            SELECT encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
              PLACING substring(int8send(floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint) FROM 3)
              FROM 1 FOR 6), 52, 1), 53, 1), 'hex')::uuid
          $fn$;
        END IF;
      END $$;

      GRANT USAGE ON SCHEMA public TO yinuo_app, yinuo_worker, yinuo_identity;

      -- Called for each table that lives in one community or one company: no context, no rows.
      CREATE PROCEDURE wall_in(target regclass, key text DEFAULT 'community_id', context text DEFAULT 'app.communities')
      LANGUAGE plpgsql AS $proc$
      BEGIN
        EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', target);
        EXECUTE format('CREATE POLICY in_context ON %s TO yinuo_app
          USING (%I = ANY (string_to_array(current_setting(%L, true), '','')::uuid[]))', target, key, context);
        EXECUTE format('CREATE POLICY all_rows ON %s TO yinuo_worker USING (true)', target);
        EXECUTE format('CREATE POLICY all_rows_for_owner ON %s TO CURRENT_USER USING (true)', target);
      END $proc$;
    `)
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only')
  }
}
