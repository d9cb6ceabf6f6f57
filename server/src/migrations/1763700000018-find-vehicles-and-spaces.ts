import type { MigrationInterface, QueryRunner } from 'typeorm'

/** What vehicles and parking spaces are found by, and what the filters of the archive run along (ORG-02). */
export class FindVehiclesAndSpaces1763700000018 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Columns and not index expressions: none of these functions is leakproof, so row-level security would keep them
      -- from the index. People remember a plate without its province (A12345) or only its own part (12345).
      ALTER TABLE vehicles
        ADD plate_tail text NOT NULL GENERATED ALWAYS AS (substr(plate, 2)) STORED,
        ADD plate_serial text NOT NULL GENERATED ALWAYS AS (substr(plate, 3)) STORED;
      CREATE INDEX vehicles_by_tail ON vehicles (community_id, plate_tail text_pattern_ops);
      CREATE INDEX vehicles_by_serial ON vehicles (community_id, plate_serial text_pattern_ops);
      CREATE INDEX vehicles_of_space ON vehicles (community_id, space_id) WHERE space_id IS NOT NULL;

      -- How people write the number of a space, made equal: B1-023, b1 023 and B1023.
      CREATE FUNCTION space_key(number text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN
        regexp_replace(upper(normalize(number, NFKC)), '[[:space:]_/,.，。、#·-]+', '', 'g');
      ALTER TABLE parking_spaces
        ADD number_key text NOT NULL GENERATED ALWAYS AS (space_key(number)) STORED,
        ADD whole_key text NOT NULL GENERATED ALWAYS AS (space_key(zone || number)) STORED;
      CREATE INDEX parking_spaces_by_key ON parking_spaces (community_id, number_key text_pattern_ops);
      CREATE INDEX parking_spaces_by_whole_key ON parking_spaces (community_id, whole_key text_pattern_ops);

      CREATE INDEX units_by_state ON units (community_id, building_id, state, (coalesce(entrance, '')), floor, number, id);
      CREATE INDEX units_by_use ON units (community_id, building_id, use, (coalesce(entrance, '')), floor, number, id);

      -- A unit entered by mistake can be taken out again, beside those an undone import made: one no case was ever about.
      -- Foreign keys hold what else is used.
      DO $$ DECLARE wall record; BEGIN
        FOR wall IN SELECT policyname, qual FROM pg_policies
          WHERE schemaname = 'public' AND tablename = 'units' AND cmd = 'DELETE' AND permissive = 'RESTRICTIVE' LOOP
          EXECUTE format('ALTER POLICY %I ON units USING (%s OR NOT EXISTS (
            SELECT 1 FROM cases c WHERE c.community_id = units.community_id AND c.place_id = units.id AND c.open
            UNION ALL
            SELECT 1 FROM cases c WHERE c.community_id = units.community_id AND c.place_id = units.id AND c.closed_at IS NOT NULL))',
            wall.policyname, wall.qual);
        END LOOP;
      END $$;
    `)
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only')
  }
}
