import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Certificates a post demands, who left when and why, and the record of what they handed over (ORG-05, PER-01). */
export class HandOver1763700000017 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE posts ADD certificates text[] NOT NULL DEFAULT '{}';
      ALTER TABLE staff ADD left_on date, ADD left_because text, ADD CHECK (left_on IS NULL OR NOT active);

      -- What somebody who left held and who wrote it down; never changed afterwards.
      CREATE TABLE hand_overs (
        company_id uuid NOT NULL,
        id uuid NOT NULL,
        staff_id uuid NOT NULL,
        staff_name text NOT NULL,
        left_on date NOT NULL,
        reason text NOT NULL,
        note text NOT NULL,
        posts text[] NOT NULL,
        -- Where they worked: whose offices find them among those who left.
        community_ids uuid[] NOT NULL,
        done_by uuid NOT NULL,
        done_by_name text NOT NULL,
        done_at timestamptz NOT NULL,
        PRIMARY KEY (company_id, id),
        UNIQUE (id),
        FOREIGN KEY (company_id, staff_id) REFERENCES staff
      );
      CREATE INDEX hand_overs_of_staff ON hand_overs (staff_id, done_at DESC);
      CALL wall_in('hand_overs', 'company_id', 'app.companies');
      GRANT SELECT, INSERT ON hand_overs TO yinuo_app;
      GRANT SELECT ON hand_overs TO yinuo_worker;

      -- One piece of open work handed over; to nobody: back to the dispatch pool.
      CREATE TABLE handed_work (
        community_id uuid NOT NULL REFERENCES communities,
        id uuid NOT NULL,
        hand_over_id uuid NOT NULL REFERENCES hand_overs (id),
        kind text NOT NULL,
        subject_id uuid NOT NULL,
        number text NOT NULL,
        category text NOT NULL,
        place_label text NOT NULL,
        to_id uuid,
        to_name text,
        PRIMARY KEY (community_id, id),
        UNIQUE (community_id, hand_over_id, subject_id)
      );
      CALL wall_in('handed_work');
      GRANT SELECT, INSERT ON handed_work TO yinuo_app;
      GRANT SELECT ON handed_work TO yinuo_worker;
    `)
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only')
  }
}
