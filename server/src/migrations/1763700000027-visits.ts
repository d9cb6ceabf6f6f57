import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Return visits: rounds that reach every household in turn, the visits in them and what was found (NTC-08). */
export class Visits1763700000027 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- No building named: the whole community. The number is the round's key: whoever opens the next one first has opened it.
      CREATE TABLE visit_rounds (
        community_id uuid NOT NULL REFERENCES communities,
        id uuid NOT NULL,
        number int NOT NULL CHECK (number > 0),
        starts_on date NOT NULL,
        ends_on date NOT NULL,
        way text NOT NULL CHECK (way IN ('door', 'telephone')),
        building_ids uuid[] NOT NULL DEFAULT '{}',
        -- Nobody: the plan.
        opened_by uuid,
        opened_by_name text,
        opened_at timestamptz NOT NULL,
        closed_at timestamptz,
        PRIMARY KEY (community_id, id),
        UNIQUE (community_id, number),
        CHECK (ends_on >= starts_on),
        CHECK ((opened_by IS NULL) = (opened_by_name IS NULL))
      );
      CREATE INDEX visit_rounds_running ON visit_rounds (ends_on) WHERE closed_at IS NULL;

      CREATE TABLE visits (
        community_id uuid NOT NULL,
        id uuid NOT NULL,
        round_id uuid NOT NULL,
        unit_id uuid NOT NULL,
        turn int NOT NULL,
        -- Who lives there since later is another household.
        planned_on date NOT NULL,
        -- Its Monday.
        due_week date NOT NULL,
        state text NOT NULL DEFAULT 'planned' CHECK (state IN ('planned', 'reached', 'unreached', 'declined', 'missed', 'dropped')),
        way text NOT NULL CHECK (way IN ('door', 'telephone')),
        assignee_id uuid,
        wish text CHECK (wish IN ('door', 'telephone', 'none')),
        wish_time text CHECK (wish_time IN ('morning', 'noon', 'afternoon', 'evening', 'weekend')),
        wish_note text,
        wished_by uuid,
        wished_on date,
        -- Each time somebody tried: {at, way, outcome, byId, byName, note}.
        tries jsonb NOT NULL DEFAULT '[]',
        ended_at timestamptz,
        made_by uuid,
        made_by_name text,
        met text,
        satisfaction int CHECK (satisfaction BETWEEN 1 AND 5),
        notes text,
        file_ids uuid[] NOT NULL DEFAULT '{}',
        version int NOT NULL DEFAULT 1,
        PRIMARY KEY (community_id, id),
        FOREIGN KEY (community_id, round_id) REFERENCES visit_rounds,
        FOREIGN KEY (community_id, unit_id) REFERENCES units,
        CHECK ((state = 'planned') = (ended_at IS NULL))
      );
      -- A household waits for one visit at a time, however many rounds run.
      CREATE UNIQUE INDEX visits_one_open ON visits (community_id, unit_id) WHERE state = 'planned';
      CREATE INDEX visits_of_round ON visits (community_id, round_id);
      CREATE INDEX visits_of_unit ON visits (community_id, unit_id, ended_at DESC);
      CREATE INDEX visits_of_assignee ON visits (assignee_id) WHERE state = 'planned';

      -- What was found on a visit and became a case.
      CREATE TABLE visit_findings (
        community_id uuid NOT NULL,
        visit_id uuid NOT NULL,
        case_id uuid NOT NULL,
        created_at timestamptz NOT NULL,
        PRIMARY KEY (community_id, case_id),
        FOREIGN KEY (community_id, visit_id) REFERENCES visits,
        FOREIGN KEY (community_id, case_id) REFERENCES cases
      );
      CREATE INDEX visit_findings_of_visit ON visit_findings (community_id, visit_id);

      CALL wall_in('visit_rounds');
      CALL wall_in('visits');
      CALL wall_in('visit_findings');
      CALL wall_by_building('visits', 'unit_id');
      CALL wall_by_building('visit_findings', 'case_id');
      GRANT SELECT, INSERT, UPDATE ON visit_rounds, visits TO yinuo_app, yinuo_worker;
      GRANT SELECT, INSERT ON visit_findings TO yinuo_app;
      GRANT SELECT ON visit_findings TO yinuo_worker;

      -- The visits of a round are spread evenly over its weeks: the first weeks to who comes first in turn. A round that begins
      -- late in a week begins with the next one.
      CREATE FUNCTION visit_week(starts_on date, ends_on date, turn bigint, turns bigint) RETURNS date
      LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
        date_trunc('week', starts_on + 3)::date
          + 7 * ((turn - 1) * greatest(1, (ends_on - date_trunc('week', starts_on + 3)::date + 1) / 7) / turns)::int;
    `)
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only')
  }
}
