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

      -- A unit entered by mistake can be taken out again: one no case was ever about. Foreign keys hold what else is used.
      DROP POLICY made_by_an_import_now_undone ON units;
      CREATE POLICY never_used_or_now_undone ON units AS RESTRICTIVE FOR DELETE TO yinuo_app USING (
        NOT EXISTS (SELECT 1 FROM cases c WHERE c.community_id = units.community_id AND c.place_id = units.id AND c.open)
        AND NOT EXISTS (SELECT 1 FROM cases c WHERE c.community_id = units.community_id AND c.place_id = units.id AND c.closed_at IS NOT NULL)
        OR EXISTS (
          SELECT 1 FROM import_changes i JOIN import_batches b ON b.community_id = i.community_id AND b.id = i.batch_id
          WHERE i.community_id = units.community_id AND i.table_name = 'units' AND i.row_id = units.id AND i.before IS NULL
            AND b.state = 'undoing'));
    `)
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only')
  }
}
