import type { MigrationInterface, QueryRunner } from 'typeorm'

/** The case engine: cases of every kind, their clocks, their timeline; and what repairs add to it. */
export class Cases1763700000006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE cases (
        community_id uuid NOT NULL REFERENCES communities,
        id uuid NOT NULL,
        number text NOT NULL,
        kind text NOT NULL,
        state text NOT NULL,
        open boolean NOT NULL,
        channel text NOT NULL,
        category text NOT NULL,
        urgency text NOT NULL,
        description text NOT NULL,
        place_kind text NOT NULL,
        place_id uuid,
        place_label text NOT NULL,
        building_id uuid,
        reporter_account_id uuid,
        reporter_resident_id uuid,
        reporter_name text NOT NULL,
        reporter_phone text,
        registered_by uuid,
        preferred_from timestamptz,
        preferred_until timestamptz,
        assignee_id uuid,
        assigned_because jsonb NOT NULL DEFAULT '[]',
        standard_adoption_id uuid NOT NULL,
        due_at timestamptz,
        due_clock text,
        round int NOT NULL DEFAULT 1,
        flagged_no_progress boolean NOT NULL DEFAULT false,
        reported_at timestamptz NOT NULL,
        closed_at timestamptz,
        version int NOT NULL DEFAULT 1,
        PRIMARY KEY (community_id, id),
        UNIQUE (community_id, number),
        FOREIGN KEY (community_id, standard_adoption_id) REFERENCES standard_adoptions
      );
      -- The open queue, most pressing first; paused cases (no due instant) at the end.
      CREATE INDEX cases_open_queue ON cases (community_id, kind, (coalesce(due_at, 'infinity'::timestamptz)), id) WHERE open;
      CREATE INDEX cases_all ON cases (community_id, kind, reported_at DESC, id DESC);
      CREATE INDEX cases_of_assignee ON cases (community_id, assignee_id) WHERE open;
      CREATE INDEX cases_of_reporter ON cases (reporter_account_id, reported_at DESC) WHERE reporter_account_id IS NOT NULL;
      CREATE INDEX cases_by_place ON cases (community_id, place_id) WHERE open;
      CREATE INDEX cases_closed ON cases (community_id, kind, closed_at) WHERE closed_at IS NOT NULL;

      -- round: a reopened case runs new clocks beside the old ones, which keep what they showed.
      -- ladder and steps: what the clock does and at which instants; reached says how many are behind it.
      -- next_step_at is the one instant the scan looks at: what is not due costs nothing.
      CREATE TABLE case_clocks (
        community_id uuid NOT NULL,
        case_id uuid NOT NULL,
        round int NOT NULL DEFAULT 1,
        name text NOT NULL,
        target_minutes int NOT NULL,
        round_the_clock boolean NOT NULL,
        started_at timestamptz NOT NULL,
        due_at timestamptz NOT NULL,
        ladder text[] NOT NULL,
        steps timestamptz[] NOT NULL,
        reached int NOT NULL DEFAULT 0,
        next_step_at timestamptz,
        paused_at timestamptz,
        paused_because text,
        paused_minutes int NOT NULL DEFAULT 0,
        warned_at timestamptz,
        breached_at timestamptz,
        stopped_at timestamptz,
        PRIMARY KEY (community_id, case_id, round, name),
        FOREIGN KEY (community_id, case_id) REFERENCES cases
      );
      CREATE INDEX case_clocks_next_step ON case_clocks (next_step_at) WHERE next_step_at IS NOT NULL;

      CREATE TABLE case_events (
        community_id uuid NOT NULL,
        case_id uuid NOT NULL,
        id uuid NOT NULL,
        kind text NOT NULL,
        at timestamptz NOT NULL,
        actor_kind text NOT NULL CHECK (actor_kind IN ('resident', 'staff', 'system')),
        actor_id uuid,
        actor_name text NOT NULL,
        content jsonb NOT NULL DEFAULT '{}',
        PRIMARY KEY (community_id, case_id, id),
        FOREIGN KEY (community_id, case_id) REFERENCES cases
      );

      CREATE TABLE case_files (
        community_id uuid NOT NULL,
        case_id uuid NOT NULL,
        file_id uuid NOT NULL,
        purpose text NOT NULL CHECK (purpose IN ('report', 'before', 'progress', 'after', 'reopen')),
        event_id uuid NOT NULL,
        PRIMARY KEY (community_id, case_id, file_id),
        FOREIGN KEY (community_id, case_id) REFERENCES cases,
        FOREIGN KEY (community_id, file_id) REFERENCES files
      );

      CREATE TABLE repairs (
        community_id uuid NOT NULL,
        case_id uuid NOT NULL,
        labour_minutes int,
        waiting_for text,
        waiting_because text,
        waiting_since timestamptz,
        waiting_until timestamptz,
        charge_state text NOT NULL DEFAULT 'none',
        charge_lines jsonb NOT NULL DEFAULT '[]',
        charge_fen bigint NOT NULL DEFAULT 0 CHECK (charge_fen >= 0),
        charge_offered_at timestamptz,
        charge_answered_at timestamptz,
        done_at timestamptz,
        rating int CHECK (rating BETWEEN 1 AND 5),
        rating_comment text,
        close_reason text,
        reopened int NOT NULL DEFAULT 0,
        PRIMARY KEY (community_id, case_id),
        FOREIGN KEY (community_id, case_id) REFERENCES cases
      );

      CREATE TABLE repair_materials (
        community_id uuid NOT NULL,
        id uuid NOT NULL,
        case_id uuid NOT NULL,
        name text NOT NULL,
        quantity numeric(10, 2) NOT NULL CHECK (quantity > 0),
        unit text NOT NULL,
        unit_price_fen bigint NOT NULL CHECK (unit_price_fen >= 0),
        PRIMARY KEY (community_id, id),
        FOREIGN KEY (community_id, case_id) REFERENCES cases
      );
      CREATE INDEX repair_materials_of_case ON repair_materials (community_id, case_id);

      CREATE TABLE repair_visits (
        community_id uuid NOT NULL,
        id uuid NOT NULL,
        case_id uuid NOT NULL,
        method text NOT NULL,
        satisfied boolean NOT NULL,
        finding text NOT NULL,
        visitor_id uuid NOT NULL,
        visitor_name text NOT NULL,
        at timestamptz NOT NULL,
        PRIMARY KEY (community_id, id),
        FOREIGN KEY (community_id, case_id) REFERENCES cases
      );
      CREATE INDEX repair_visits_of_case ON repair_visits (community_id, case_id);

      CREATE TABLE repair_samples (
        community_id uuid NOT NULL,
        id uuid NOT NULL,
        case_id uuid NOT NULL,
        drawn_by uuid NOT NULL,
        drawn_at timestamptz NOT NULL,
        result text NOT NULL DEFAULT 'pending' CHECK (result IN ('pending', 'passed', 'failed')),
        inspector_id uuid,
        inspector_name text,
        finding text,
        inspected_at timestamptz,
        PRIMARY KEY (community_id, id),
        UNIQUE (community_id, case_id),
        FOREIGN KEY (community_id, case_id) REFERENCES cases
      );

      CALL wall_in('cases');
      CALL wall_in('case_clocks');
      CALL wall_in('case_events');
      CALL wall_in('case_files');
      CALL wall_in('repairs');
      CALL wall_in('repair_materials');
      CALL wall_in('repair_visits');
      CALL wall_in('repair_samples');

      GRANT SELECT, INSERT, UPDATE ON cases, case_clocks, repairs, repair_samples TO yinuo_app, yinuo_worker;
      GRANT SELECT, INSERT ON case_events, case_files, repair_materials, repair_visits TO yinuo_app, yinuo_worker;
    `)
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only')
  }
}
