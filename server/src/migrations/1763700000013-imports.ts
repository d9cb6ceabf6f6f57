import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * Imports of a workbook into the archive: what was read, what was wrong, what was changed, so that it can be undone (ORG-02).
 * What an import made may be removed again; nothing else of the archive ever is.
 */
export class Imports1763700000013 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE import_batches (
        community_id uuid NOT NULL REFERENCES communities,
        id uuid NOT NULL,
        file_name text NOT NULL,
        file_bytes int NOT NULL,
        -- Null once the workbook is no longer kept.
        file_key text,
        state text NOT NULL CHECK (state IN ('checking', 'unreadable', 'checked', 'applying', 'applied', 'undoing', 'undone')),
        mode text CHECK (mode IN ('all', 'good')),
        stage text,
        rows_done int NOT NULL DEFAULT 0,
        rows_total int,
        rows_read int,
        rows_faulty int,
        faults int,
        notes text[] NOT NULL DEFAULT '{}',
        -- Why it came to nothing, in words for people.
        problem text,
        expected jsonb,
        counts jsonb,
        undone jsonb,
        -- Null: from the command line.
        created_by uuid,
        created_by_name text NOT NULL,
        created_at timestamptz NOT NULL,
        checked_at timestamptz,
        applied_by_name text,
        applied_at timestamptz,
        undone_by_name text,
        undone_at timestamptz,
        version int NOT NULL DEFAULT 1,
        PRIMARY KEY (community_id, id)
      );
      CREATE INDEX import_batches_latest ON import_batches (community_id, created_at DESC, id DESC);
      CREATE INDEX import_batches_by_age ON import_batches (created_at);
      CALL wall_in('import_batches');
      GRANT SELECT, INSERT, UPDATE ON import_batches TO yinuo_app;
      GRANT SELECT ON import_batches TO yinuo_worker;
      GRANT UPDATE (file_key) ON import_batches TO yinuo_worker;

      CREATE TABLE import_faults (
        community_id uuid NOT NULL,
        batch_id uuid NOT NULL,
        ordinal int NOT NULL,
        row_number int NOT NULL,
        -- Null: the row as a whole.
        column_name text,
        content text NOT NULL,
        reason text NOT NULL,
        PRIMARY KEY (community_id, batch_id, ordinal),
        FOREIGN KEY (community_id, batch_id) REFERENCES import_batches
      );
      CALL wall_in('import_faults');
      GRANT SELECT, INSERT, DELETE ON import_faults TO yinuo_app;
      GRANT SELECT, DELETE ON import_faults TO yinuo_worker;

      CREATE TABLE import_changes (
        community_id uuid NOT NULL,
        batch_id uuid NOT NULL,
        table_name text NOT NULL,
        row_id uuid NOT NULL,
        -- What stood in the columns that were changed; null: the row was made.
        before jsonb,
        -- The version the import left the row at.
        version int NOT NULL,
        -- Why an undo left the row as it is.
        left_because text,
        PRIMARY KEY (community_id, batch_id, table_name, row_id),
        FOREIGN KEY (community_id, batch_id) REFERENCES import_batches
      );
      CREATE INDEX import_changes_left ON import_changes (community_id, batch_id, table_name, row_id) WHERE left_because IS NOT NULL;
      CALL wall_in('import_changes');
      GRANT SELECT, INSERT, UPDATE ON import_changes TO yinuo_app;
      GRANT SELECT, DELETE ON import_changes TO yinuo_worker;

      -- Rows of the archive are removed only where an import made them, and only while that import is being undone.
      DO $$ DECLARE target text; BEGIN
        FOREACH target IN ARRAY ARRAY['buildings', 'units', 'residents', 'residencies', 'parking_spaces', 'vehicles'] LOOP
          EXECUTE format('CREATE POLICY made_by_an_import_now_undone ON %1$I AS RESTRICTIVE FOR DELETE TO yinuo_app USING (EXISTS (
            SELECT 1 FROM import_changes i JOIN import_batches b ON b.community_id = i.community_id AND b.id = i.batch_id
            WHERE i.community_id = %1$I.community_id AND i.batch_id = nullif(current_setting(''app.undone_import'', true), '''')::uuid
              AND i.table_name = %1$L AND i.row_id = %1$I.id AND i.before IS NULL AND b.state = ''undoing''))', target);
          EXECUTE format('GRANT DELETE ON %I TO yinuo_app', target);
        END LOOP;
      END $$;
    `)
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only')
  }
}
