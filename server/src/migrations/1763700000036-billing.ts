import type { MigrationInterface, QueryRunner } from 'typeorm'

/** What charges are reckoned by – prices, exemptions, meters, shared costs – and the runs that make bills of them (FIN-01). */
export class Billing1763700000036 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The charges of agreed repairs and of late fees are made when the first such bill is; no run touches them.
      ALTER TABLE charges
        ADD kind text NOT NULL DEFAULT 'charge' CHECK (kind IN ('charge', 'late-fee', 'service')),
        ADD uses text[] NOT NULL DEFAULT '{}',
        ADD building_ids uuid[] NOT NULL DEFAULT '{}',
        ADD tenures text[] NOT NULL DEFAULT '{}',
        ADD meter_kind text,
        ADD CHECK ((basis = 'meter') = (meter_kind IS NOT NULL));
      CREATE UNIQUE INDEX charges_of_one_kind ON charges (community_id, kind, fund) WHERE kind <> 'charge';

      -- A price holds until the next one begins, so that two never hold at once and none is forgotten between them.
      CREATE TABLE charge_prices (
        community_id uuid NOT NULL,
        charge_id uuid NOT NULL,
        valid_from date NOT NULL,
        -- In 1/10 000 yuan, for one of the basis and a month, or for one of what a meter counts.
        rate bigint NOT NULL CHECK (rate BETWEEN 0 AND 1000000000),
        -- [{"above": thousandths, "rate": …}]: what is used beyond so much in a period costs so much.
        tiers jsonb NOT NULL DEFAULT '[]',
        set_by_name text NOT NULL,
        set_at timestamptz NOT NULL,
        PRIMARY KEY (community_id, charge_id, valid_from),
        FOREIGN KEY (community_id, charge_id) REFERENCES charges
      );

      CREATE TABLE exemptions (
        community_id uuid NOT NULL,
        id uuid NOT NULL,
        charge_id uuid NOT NULL,
        unit_id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('vacancy', 'exemption')),
        -- So much is taken off.
        percent int NOT NULL CHECK (percent BETWEEN 1 AND 100),
        valid_from date NOT NULL,
        valid_until date,
        reason text NOT NULL,
        granted_by uuid,
        granted_by_name text NOT NULL,
        created_at timestamptz NOT NULL,
        withdrawn_at timestamptz,
        version int NOT NULL DEFAULT 1,
        PRIMARY KEY (community_id, id),
        FOREIGN KEY (community_id, charge_id) REFERENCES charges,
        FOREIGN KEY (community_id, unit_id) REFERENCES units,
        CHECK (valid_until >= valid_from)
      );
      CREATE INDEX exemptions_of_unit ON exemptions (community_id, unit_id, charge_id) WHERE withdrawn_at IS NULL;

      CREATE TABLE meters (
        community_id uuid NOT NULL,
        id uuid NOT NULL,
        unit_id uuid NOT NULL,
        kind text NOT NULL,
        number text NOT NULL,
        -- Places before the point: beyond its last number it begins at nothing again.
        digits int NOT NULL CHECK (digits BETWEEN 3 AND 9),
        installed_on date NOT NULL,
        -- Readings are thousandths of what it counts.
        first_reading bigint NOT NULL CHECK (first_reading >= 0),
        removed_on date,
        replaces uuid,
        created_at timestamptz NOT NULL,
        version int NOT NULL DEFAULT 1,
        PRIMARY KEY (community_id, id),
        FOREIGN KEY (community_id, unit_id) REFERENCES units,
        FOREIGN KEY (community_id, replaces) REFERENCES meters,
        CHECK (removed_on >= installed_on)
      );
      CREATE UNIQUE INDEX meters_by_number ON meters (community_id, kind, number) WHERE removed_on IS NULL;
      CREATE INDEX meters_of_unit ON meters (community_id, unit_id);

      -- What a reading counts belongs to the period in which it lies.
      CREATE TABLE meter_readings (
        community_id uuid NOT NULL,
        id uuid NOT NULL,
        meter_id uuid NOT NULL,
        unit_id uuid NOT NULL,
        read_on date NOT NULL,
        value bigint NOT NULL CHECK (value >= 0),
        before bigint NOT NULL CHECK (before >= 0),
        used bigint NOT NULL CHECK (used >= 0),
        how text NOT NULL CHECK (how IN ('read', 'estimated')),
        rolled_over boolean NOT NULL DEFAULT false,
        -- Far from what is usual: somebody looks at it before it is billed.
        unusual boolean NOT NULL DEFAULT false,
        file_id uuid,
        read_by uuid,
        read_by_name text NOT NULL,
        created_at timestamptz NOT NULL,
        version int NOT NULL DEFAULT 1,
        PRIMARY KEY (community_id, id),
        UNIQUE (community_id, meter_id, read_on),
        FOREIGN KEY (community_id, meter_id) REFERENCES meters,
        FOREIGN KEY (community_id, unit_id) REFERENCES units,
        FOREIGN KEY (community_id, file_id) REFERENCES files
      );
      CREATE INDEX meter_readings_of_unit ON meter_readings (community_id, unit_id, read_on);

      CREATE TABLE shared_costs (
        community_id uuid NOT NULL,
        id uuid NOT NULL,
        charge_id uuid NOT NULL,
        period_from date NOT NULL,
        amount_fen bigint NOT NULL CHECK (amount_fen > 0),
        share_key text NOT NULL CHECK (share_key IN ('area', 'heads', 'unit')),
        text text NOT NULL,
        file_ids uuid[] NOT NULL DEFAULT '{}',
        entered_by uuid,
        entered_by_name text NOT NULL,
        created_at timestamptz NOT NULL,
        withdrawn_at timestamptz,
        version int NOT NULL DEFAULT 1,
        PRIMARY KEY (community_id, id),
        FOREIGN KEY (community_id, charge_id) REFERENCES charges
      );
      CREATE UNIQUE INDEX shared_costs_once ON shared_costs (community_id, charge_id, period_from) WHERE withdrawn_at IS NULL;

      CREATE TABLE bill_runs (
        community_id uuid NOT NULL REFERENCES communities,
        id uuid NOT NULL,
        month date NOT NULL,
        started_by uuid NOT NULL,
        started_by_name text NOT NULL,
        started_at timestamptz NOT NULL,
        finished_at timestamptz,
        -- What stood in its way; it goes on when that is mended.
        trouble text,
        reversed_at timestamptz,
        reversed_because text,
        version int NOT NULL DEFAULT 1,
        PRIMARY KEY (community_id, id),
        CHECK ((reversed_at IS NULL) = (reversed_because IS NULL))
      );
      CREATE INDEX bill_runs_by_time ON bill_runs (community_id, started_at DESC, id DESC);

      -- How far a run is with one charge; written in the transaction that writes the bills, so that who goes on begins after the last.
      CREATE TABLE bill_run_charges (
        community_id uuid NOT NULL,
        run_id uuid NOT NULL,
        charge_id uuid NOT NULL,
        period_from date NOT NULL,
        period_to date NOT NULL,
        expected int NOT NULL CHECK (expected >= 0),
        done_through uuid,
        bills int NOT NULL DEFAULT 0,
        sum_fen bigint NOT NULL DEFAULT 0,
        finished_at timestamptz,
        PRIMARY KEY (community_id, run_id, charge_id),
        FOREIGN KEY (community_id, run_id) REFERENCES bill_runs,
        FOREIGN KEY (community_id, charge_id) REFERENCES charges
      );
      -- Of a charge and a period one run is at work at a time.
      CREATE UNIQUE INDEX bill_run_charges_at_work ON bill_run_charges (community_id, charge_id, period_from) WHERE finished_at IS NULL;

      CALL wall_in('charge_prices');
      CALL wall_in('exemptions');
      CALL wall_in('meters');
      CALL wall_in('meter_readings');
      CALL wall_in('shared_costs');
      CALL wall_in('bill_runs');
      CALL wall_in('bill_run_charges');
      CALL wall_by_building('exemptions', 'unit_id');
      CALL wall_by_building('meters', 'unit_id');
      CALL wall_by_building('meter_readings', 'unit_id');

      GRANT SELECT, INSERT, UPDATE ON exemptions, meters, meter_readings, shared_costs, bill_runs, bill_run_charges TO yinuo_app, yinuo_worker;
      GRANT SELECT, INSERT, DELETE ON charge_prices TO yinuo_app, yinuo_worker;
      GRANT DELETE ON meter_readings TO yinuo_app;
    `)
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only')
  }
}
