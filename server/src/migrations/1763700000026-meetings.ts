import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Owners' meetings and reception days: booked, attended, written down, and what was raised there (NTC-07). */
export class Meetings1763700000026 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE meetings (
        community_id uuid NOT NULL REFERENCES communities,
        id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('owners-meeting', 'representatives-meeting', 'reception-day')),
        title text NOT NULL,
        place text NOT NULL DEFAULT '',
        starts_at timestamptz NOT NULL,
        ends_at timestamptz NOT NULL,
        agenda text[] NOT NULL DEFAULT '{}',
        audience jsonb NOT NULL,
        slot_minutes int,
        slot_capacity int,
        state text NOT NULL DEFAULT 'planned' CHECK (state IN ('planned', 'announced', 'held', 'published', 'cancelled')),
        -- What the standard promises, and until when: of each such day one draft, whoever looks.
        promised text CHECK (promised IN ('meeting', 'reception-day')),
        due_on date,
        cancelled_because text,
        minutes text NOT NULL DEFAULT '',
        -- 0 until they are published.
        minutes_edition int NOT NULL DEFAULT 0,
        -- What the code on the wall says; whoever knows it is there.
        check_in_key text,
        planned_by uuid,
        planned_by_name text,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        version int NOT NULL DEFAULT 1,
        PRIMARY KEY (community_id, id),
        UNIQUE (community_id, promised, due_on),
        CHECK (ends_at > starts_at),
        CHECK ((state = 'cancelled') = (cancelled_because IS NOT NULL)),
        CHECK ((kind = 'reception-day') = (slot_minutes IS NOT NULL AND slot_capacity IS NOT NULL)),
        CHECK ((promised IS NULL) = (due_on IS NULL))
      );
      CREATE INDEX meetings_by_time ON meetings (community_id, starts_at DESC, id DESC);
      CREATE UNIQUE INDEX meetings_by_key ON meetings (community_id, check_in_key);

      -- The minutes as they were published, and every correction after.
      CREATE TABLE meeting_minutes (
        community_id uuid NOT NULL,
        meeting_id uuid NOT NULL,
        number int NOT NULL CHECK (number > 0),
        text text NOT NULL,
        note text NOT NULL DEFAULT '',
        written_by uuid NOT NULL,
        written_by_name text NOT NULL,
        at timestamptz NOT NULL,
        PRIMARY KEY (community_id, meeting_id, number),
        FOREIGN KEY (community_id, meeting_id) REFERENCES meetings
      );

      CREATE TABLE meeting_bookings (
        community_id uuid NOT NULL,
        id uuid NOT NULL,
        meeting_id uuid NOT NULL,
        resident_id uuid NOT NULL,
        unit_id uuid NOT NULL,
        slot_at timestamptz,
        -- Which of the places of a slot; two people cannot have the same.
        seat int,
        topic text NOT NULL DEFAULT '',
        -- Who of the desk booked for them.
        booked_by uuid,
        booked_by_name text,
        created_at timestamptz NOT NULL,
        cancelled_at timestamptz,
        PRIMARY KEY (community_id, id),
        FOREIGN KEY (community_id, meeting_id) REFERENCES meetings,
        FOREIGN KEY (community_id, resident_id) REFERENCES residents,
        FOREIGN KEY (community_id, unit_id) REFERENCES units,
        CHECK ((slot_at IS NULL) = (seat IS NULL))
      );
      CREATE UNIQUE INDEX meeting_bookings_once ON meeting_bookings (community_id, meeting_id, resident_id) WHERE cancelled_at IS NULL;
      CREATE UNIQUE INDEX meeting_bookings_seats ON meeting_bookings (community_id, meeting_id, slot_at, seat)
        WHERE cancelled_at IS NULL AND slot_at IS NOT NULL;

      CREATE TABLE meeting_attendances (
        community_id uuid NOT NULL,
        meeting_id uuid NOT NULL,
        resident_id uuid NOT NULL,
        unit_id uuid NOT NULL,
        way text NOT NULL CHECK (way IN ('code', 'hand')),
        marked_by_name text,
        at timestamptz NOT NULL,
        PRIMARY KEY (community_id, meeting_id, resident_id),
        FOREIGN KEY (community_id, meeting_id) REFERENCES meetings,
        FOREIGN KEY (community_id, resident_id) REFERENCES residents,
        FOREIGN KEY (community_id, unit_id) REFERENCES units
      );

      CREATE TABLE meeting_points (
        community_id uuid NOT NULL,
        id uuid NOT NULL,
        meeting_id uuid NOT NULL,
        text text NOT NULL,
        raised_by uuid,
        -- The booking whose topic it was: each becomes a point once.
        booking_id uuid,
        answer text,
        answered_by uuid,
        answered_by_name text,
        answered_at timestamptz,
        written_by_name text NOT NULL,
        created_at timestamptz NOT NULL,
        version int NOT NULL DEFAULT 1,
        PRIMARY KEY (community_id, id),
        UNIQUE (community_id, booking_id),
        FOREIGN KEY (community_id, meeting_id) REFERENCES meetings,
        FOREIGN KEY (community_id, raised_by) REFERENCES residents,
        CHECK ((answer IS NULL) = (answered_at IS NULL))
      );
      CREATE INDEX meeting_points_of_meeting ON meeting_points (community_id, meeting_id, created_at, id);

      -- What a point was turned into.
      CREATE TABLE meeting_point_cases (
        community_id uuid NOT NULL,
        point_id uuid NOT NULL,
        case_id uuid NOT NULL,
        created_at timestamptz NOT NULL,
        PRIMARY KEY (community_id, point_id),
        UNIQUE (community_id, case_id),
        FOREIGN KEY (community_id, point_id) REFERENCES meeting_points,
        FOREIGN KEY (community_id, case_id) REFERENCES cases
      );

      CALL wall_in('meetings');
      CALL wall_in('meeting_minutes');
      CALL wall_in('meeting_bookings');
      CALL wall_in('meeting_attendances');
      CALL wall_in('meeting_points');
      CALL wall_in('meeting_point_cases');
      CALL wall_by_building('meeting_bookings', 'unit_id');
      CALL wall_by_building('meeting_attendances', 'unit_id');
      CALL wall_by_building('meeting_point_cases', 'case_id');

      GRANT SELECT, INSERT, UPDATE ON meetings, meeting_bookings, meeting_points TO yinuo_app, yinuo_worker;
      GRANT SELECT, INSERT ON meeting_minutes, meeting_attendances, meeting_point_cases TO yinuo_app;
      GRANT SELECT ON meeting_minutes, meeting_attendances, meeting_point_cases TO yinuo_worker;
    `)
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only')
  }
}
