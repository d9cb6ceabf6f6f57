import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Suggestion boxes, results that are published, and by which ways residents reach the office (COM-01, COM-05). */
export class SuggestionBoxes1763700000029 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE suggestion_boxes (
        community_id uuid NOT NULL REFERENCES communities,
        id uuid NOT NULL,
        name text NOT NULL,
        place text NOT NULL,
        -- Whoever holds the post answers for it; one of them by name where that is said.
        post_id uuid NOT NULL,
        staff_id uuid,
        -- NULL: as the adopted standard says.
        every_days int CHECK (every_days BETWEEN 1 AND 90),
        since timestamptz NOT NULL,
        -- The day of whose coming, and of whose passing, the responsible have been told.
        due_told_for date,
        late_told_for date,
        retired_at timestamptz,
        version int NOT NULL DEFAULT 1,
        PRIMARY KEY (community_id, id)
      );
      CREATE UNIQUE INDEX suggestion_boxes_by_name ON suggestion_boxes (community_id, name) WHERE retired_at IS NULL;

      -- registered: as many slips as were counted and no more, whoever registers them at the same time.
      CREATE TABLE box_openings (
        community_id uuid NOT NULL,
        id uuid NOT NULL,
        box_id uuid NOT NULL,
        opened_at timestamptz NOT NULL,
        opened_by uuid NOT NULL,
        opened_by_name text NOT NULL,
        witness text NOT NULL,
        slips int NOT NULL CHECK (slips BETWEEN 0 AND 500),
        registered int NOT NULL DEFAULT 0,
        note text NOT NULL DEFAULT '',
        file_ids uuid[] NOT NULL DEFAULT '{}',
        created_at timestamptz NOT NULL,
        version int NOT NULL DEFAULT 1,
        PRIMARY KEY (community_id, id),
        FOREIGN KEY (community_id, box_id) REFERENCES suggestion_boxes,
        CHECK (registered BETWEEN 0 AND slips)
      );
      CREATE INDEX box_openings_of_box ON box_openings (community_id, box_id, opened_at DESC, id DESC);
      CREATE INDEX box_openings_by_time ON box_openings (community_id, opened_at DESC, id DESC);

      -- A slip is a complaint like any other, or could not be read.
      CREATE TABLE box_slips (
        community_id uuid NOT NULL,
        id uuid NOT NULL,
        opening_id uuid NOT NULL,
        ordinal int NOT NULL CHECK (ordinal > 0),
        case_id uuid,
        unreadable_because text,
        registered_by uuid NOT NULL,
        registered_by_name text NOT NULL,
        registered_at timestamptz NOT NULL,
        PRIMARY KEY (community_id, id),
        UNIQUE (community_id, opening_id, ordinal),
        FOREIGN KEY (community_id, opening_id) REFERENCES box_openings,
        FOREIGN KEY (community_id, case_id) REFERENCES cases,
        CHECK (num_nonnulls(case_id, unreadable_because) = 1)
      );
      CREATE UNIQUE INDEX box_slips_of_case ON box_slips (community_id, case_id) WHERE case_id IS NOT NULL;

      -- What was made public of slips and complaints: figures and words without persons, and the notice that says them.
      -- made_for: what the clock makes by itself, once.
      CREATE TABLE published_results (
        community_id uuid NOT NULL REFERENCES communities,
        id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('slips', 'summary')),
        first_day date NOT NULL,
        last_day date NOT NULL CHECK (last_day >= first_day),
        made_for text,
        notice_id uuid,
        made_by uuid,
        made_by_name text NOT NULL,
        created_at timestamptz NOT NULL,
        PRIMARY KEY (community_id, id),
        UNIQUE (community_id, made_for),
        FOREIGN KEY (community_id, notice_id) REFERENCES notices
      );
      CREATE INDEX published_results_by_time ON published_results (community_id, created_at DESC, id DESC);
      CREATE INDEX cases_by_channel ON cases (community_id, channel, reported_at DESC, id DESC);

      -- How residents reach the office, beside the hotline and the hours, which stand elsewhere.
      CREATE TABLE contact_sheets (
        community_id uuid PRIMARY KEY REFERENCES communities,
        email text NOT NULL DEFAULT '',
        front_desk text NOT NULL DEFAULT '',
        official_account text NOT NULL DEFAULT '',
        committee text NOT NULL DEFAULT '',
        note text NOT NULL DEFAULT '',
        updated_at timestamptz NOT NULL,
        version int NOT NULL DEFAULT 1
      );

      CALL wall_in('suggestion_boxes');
      CALL wall_in('box_openings');
      CALL wall_in('box_slips');
      CALL wall_in('published_results');
      CALL wall_in('contact_sheets');
      CALL wall_by_building('box_slips', 'case_id');

      GRANT SELECT, INSERT, UPDATE ON suggestion_boxes, box_openings, published_results, contact_sheets TO yinuo_app;
      GRANT SELECT, INSERT ON box_slips TO yinuo_app;
      GRANT SELECT ON box_openings, box_slips, contact_sheets TO yinuo_worker;
      GRANT SELECT, UPDATE ON suggestion_boxes TO yinuo_worker;
      GRANT SELECT, INSERT, UPDATE ON published_results TO yinuo_worker;

      -- A draft the clock made is nobody's until somebody hands it in, and so stands for it.
      ALTER TABLE notices ALTER written_by DROP NOT NULL;
      ALTER TABLE notices ADD CONSTRAINT notices_written_by_somebody CHECK (written_by IS NOT NULL OR state = 'draft');
    `)
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only')
  }
}
