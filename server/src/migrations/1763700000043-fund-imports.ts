import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Workbooks by which spending and income were entered, each taken back as a whole (FIN-05). */
export class FundImports1763700000043 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE fund_imports (
        community_id uuid NOT NULL REFERENCES communities,
        id uuid NOT NULL,
        file_name text NOT NULL,
        entered int NOT NULL CHECK (entered > 0),
        -- Rows that stood in the register before.
        known int NOT NULL,
        entered_by uuid NOT NULL,
        entered_by_name text NOT NULL,
        entered_at timestamptz NOT NULL,
        undone_by uuid,
        undone_by_name text,
        undone_because text,
        undone_at timestamptz,
        PRIMARY KEY (community_id, id),
        CHECK ((undone_at IS NULL) = (undone_by IS NULL) AND (undone_at IS NULL) = (undone_because IS NULL))
      );
      ALTER TABLE fund_records ADD COLUMN import_id uuid;
      ALTER TABLE fund_records ADD FOREIGN KEY (community_id, import_id) REFERENCES fund_imports;
      CREATE INDEX fund_records_of_import ON fund_records (community_id, import_id) WHERE import_id IS NOT NULL;

      CALL wall_in('fund_imports');
      GRANT SELECT, INSERT, UPDATE ON fund_imports TO yinuo_app;
      GRANT SELECT ON fund_imports TO yinuo_worker;
    `)
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only')
  }
}
