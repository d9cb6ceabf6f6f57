import type { MigrationInterface, QueryRunner } from 'typeorm'

/** The day-end of a cashier: what was taken and given back, the cash counted, and where it went (FIN-02). */
export class Counter1763700000041 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE day_ends (
        community_id uuid NOT NULL REFERENCES communities,
        id uuid NOT NULL,
        cashier_id uuid NOT NULL,
        cashier_name text NOT NULL,
        day date NOT NULL,
        state text NOT NULL CHECK (state IN ('counted', 'confirmed', 'returned')),
        -- By way of paying: how many and how much was taken, and given back.
        sums jsonb NOT NULL,
        -- Cash that stayed in the till after the day-end before.
        opening_fen bigint NOT NULL CHECK (opening_fen >= 0),
        -- Below nothing when more was given back than there was: somebody has laid money out.
        expected_fen bigint NOT NULL,
        counted jsonb NOT NULL,
        counted_fen bigint NOT NULL CHECK (counted_fen >= 0),
        because text NOT NULL DEFAULT '',
        deposited_fen bigint NOT NULL CHECK (deposited_fen >= 0),
        deposit_slip text NOT NULL DEFAULT '',
        handed_over_fen bigint NOT NULL CHECK (handed_over_fen >= 0),
        closed_at timestamptz NOT NULL,
        decided_by uuid,
        decided_by_name text,
        decided_at timestamptz,
        returned_because text,
        version int NOT NULL DEFAULT 1,
        PRIMARY KEY (community_id, id),
        CHECK (counted_fen = expected_fen OR because <> ''),
        CHECK (deposited_fen + handed_over_fen <= counted_fen),
        CHECK (decided_by IS DISTINCT FROM cashier_id),
        CHECK ((state = 'counted') = (decided_at IS NULL)),
        CHECK ((state = 'returned') = (returned_because IS NOT NULL))
      );
      -- One a day: what comes later falls into the next.
      CREATE UNIQUE INDEX day_ends_once ON day_ends (community_id, cashier_id, day) WHERE state <> 'returned';
      CREATE INDEX day_ends_by_time ON day_ends (community_id, day DESC, id DESC);

      -- What a day-end counts: each payment and refund at the counter in one of them.
      CREATE TABLE day_end_entries (
        community_id uuid NOT NULL,
        entry_id uuid NOT NULL,
        day_end_id uuid NOT NULL,
        PRIMARY KEY (community_id, entry_id),
        FOREIGN KEY (community_id, entry_id) REFERENCES ledger_entries,
        FOREIGN KEY (community_id, day_end_id) REFERENCES day_ends
      );
      CREATE INDEX day_end_entries_of_day ON day_end_entries (community_id, day_end_id);
      CREATE INDEX ledger_entries_of_cashier ON ledger_entries (community_id, posted_by, posted_at)
        WHERE source_kind IN ('payment', 'refund');

      CALL wall_in('day_ends');
      CALL wall_in('day_end_entries');
      GRANT SELECT, INSERT, UPDATE ON day_ends TO yinuo_app;
      GRANT SELECT, INSERT, DELETE ON day_end_entries TO yinuo_app;
      GRANT SELECT ON day_ends, day_end_entries TO yinuo_worker;
    `)
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only')
  }
}
