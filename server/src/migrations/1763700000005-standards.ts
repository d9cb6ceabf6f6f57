import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Adopted standards with their history, and the calendars clocks run on (STD-02). */
export class Standards1763700000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE standard_adoptions (
        community_id uuid NOT NULL REFERENCES communities,
        id uuid NOT NULL,
        preset text NOT NULL,
        overrides jsonb NOT NULL DEFAULT '{}',
        figures jsonb NOT NULL,
        effective_from timestamptz NOT NULL,
        reason text NOT NULL,
        adopted_by_name text NOT NULL,
        created_at timestamptz NOT NULL,
        PRIMARY KEY (community_id, id)
      );
      CREATE INDEX standard_adoptions_by_date ON standard_adoptions (community_id, effective_from DESC, id DESC);

      CREATE TABLE work_calendars (
        community_id uuid PRIMARY KEY REFERENCES communities,
        observes_public_holidays boolean NOT NULL,
        slots jsonb NOT NULL
      );

      -- Days that differ from the nation's: a local holiday, or a make-up working day.
      CREATE TABLE calendar_days (
        community_id uuid NOT NULL REFERENCES communities,
        day date NOT NULL,
        kind text NOT NULL CHECK (kind IN ('holiday', 'workday')),
        name text NOT NULL,
        PRIMARY KEY (community_id, day)
      );

      CALL wall_in('standard_adoptions');
      CALL wall_in('work_calendars');
      CALL wall_in('calendar_days');

      GRANT SELECT, INSERT ON standard_adoptions TO yinuo_app;
      GRANT SELECT, INSERT, UPDATE ON work_calendars TO yinuo_app;
      GRANT SELECT, INSERT, DELETE ON calendar_days TO yinuo_app;
      GRANT SELECT ON standard_adoptions, work_calendars, calendar_days TO yinuo_worker;
    `)
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only')
  }
}
