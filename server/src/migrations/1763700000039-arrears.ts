import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Reminding of bills that are due, by stages a community sets, and late fees where a contract has them (FIN-04). */
export class Arrears1763700000039 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- So many days after the due day (below 0: before it) a household is reminded. No row: nobody is reminded by itself.
      CREATE TABLE reminder_stages (
        community_id uuid NOT NULL REFERENCES communities,
        id uuid NOT NULL,
        days int NOT NULL CHECK (days BETWEEN -30 AND 730),
        wording text NOT NULL,
        -- Bills that had reached it before it was set are not reminded of.
        set_on date NOT NULL,
        ended_at timestamptz,
        PRIMARY KEY (community_id, id)
      );
      CREATE UNIQUE INDEX reminder_stages_once ON reminder_stages (community_id, days) WHERE ended_at IS NULL;

      -- A household that is not reminded, and why.
      CREATE TABLE reminder_stops (
        community_id uuid NOT NULL,
        unit_id uuid NOT NULL,
        reason text NOT NULL,
        until date,
        stopped_by uuid,
        stopped_by_name text NOT NULL,
        stopped_at timestamptz NOT NULL,
        PRIMARY KEY (community_id, unit_id),
        FOREIGN KEY (community_id, unit_id) REFERENCES units
      );

      CREATE TABLE reminders (
        community_id uuid NOT NULL,
        id uuid NOT NULL,
        unit_id uuid NOT NULL,
        -- None: by hand.
        stage_id uuid,
        way text NOT NULL CHECK (way IN ('message', 'letter', 'phone', 'visit')),
        reminded_on date NOT NULL,
        bills int NOT NULL,
        owed_fen bigint NOT NULL,
        due_on date NOT NULL,
        text text NOT NULL,
        by_staff uuid,
        by_name text NOT NULL,
        created_at timestamptz NOT NULL,
        PRIMARY KEY (community_id, id),
        FOREIGN KEY (community_id, unit_id) REFERENCES units,
        FOREIGN KEY (community_id, stage_id) REFERENCES reminder_stages
      );
      CREATE INDEX reminders_of_unit ON reminders (community_id, unit_id, created_at DESC, id DESC);

      -- Of each bill one reminder a stage, on however many servers.
      CREATE TABLE reminder_bills (
        community_id uuid NOT NULL,
        bill_id uuid NOT NULL,
        stage_id uuid NOT NULL,
        unit_id uuid NOT NULL,
        reminder_id uuid NOT NULL,
        PRIMARY KEY (community_id, bill_id, stage_id),
        FOREIGN KEY (community_id, bill_id) REFERENCES bills,
        FOREIGN KEY (community_id, stage_id) REFERENCES reminder_stages,
        FOREIGN KEY (community_id, reminder_id) REFERENCES reminders
      );

      -- Into whose inbox it came; kept when messages are forgotten.
      CREATE TABLE reminder_recipients (
        community_id uuid NOT NULL,
        reminder_id uuid NOT NULL,
        unit_id uuid NOT NULL,
        account_id uuid NOT NULL,
        name text NOT NULL,
        told_at timestamptz NOT NULL,
        PRIMARY KEY (community_id, reminder_id, account_id),
        FOREIGN KEY (community_id, reminder_id) REFERENCES reminders
      );

      -- A late fee is asked only where a contract has it: no row, none.
      CREATE TABLE late_fee_terms (
        community_id uuid NOT NULL,
        charge_id uuid NOT NULL,
        -- Of what is owed, so many hundred thousandths a day.
        rate int NOT NULL CHECK (rate BETWEEN 1 AND 300),
        -- It counts from so many days after the due day.
        grace_days int NOT NULL CHECK (grace_days BETWEEN 0 AND 365),
        -- Of the bill's amount, at most so many percent.
        cap_percent int NOT NULL CHECK (cap_percent BETWEEN 1 AND 30),
        contract text NOT NULL,
        -- Bills due before are free of it.
        valid_from date NOT NULL,
        active boolean NOT NULL DEFAULT true,
        version int NOT NULL DEFAULT 1,
        PRIMARY KEY (community_id, charge_id),
        FOREIGN KEY (community_id, charge_id) REFERENCES charges
      );

      CREATE TABLE late_fee_waivers (
        community_id uuid NOT NULL,
        id uuid NOT NULL,
        -- The late bill, whether its fee is a bill yet or not.
        bill_id uuid NOT NULL,
        unit_id uuid NOT NULL,
        fee_fen bigint NOT NULL,
        reason text NOT NULL,
        state text NOT NULL CHECK (state IN ('asked', 'approved', 'refused')),
        asked_by uuid NOT NULL,
        asked_by_name text NOT NULL,
        asked_at timestamptz NOT NULL,
        decided_by uuid,
        decided_by_name text,
        decided_at timestamptz,
        refused_because text,
        version int NOT NULL DEFAULT 1,
        PRIMARY KEY (community_id, id),
        FOREIGN KEY (community_id, bill_id) REFERENCES bills,
        FOREIGN KEY (community_id, unit_id) REFERENCES units,
        CHECK (decided_by <> asked_by),
        CHECK ((state = 'asked') = (decided_at IS NULL)),
        CHECK ((state = 'refused') = (refused_because IS NOT NULL))
      );
      CREATE UNIQUE INDEX late_fee_waivers_once ON late_fee_waivers (community_id, bill_id) WHERE state IN ('asked', 'approved');

      CALL wall_in('reminder_stages');
      CALL wall_in('reminder_stops');
      CALL wall_in('reminders');
      CALL wall_in('reminder_bills');
      CALL wall_in('reminder_recipients');
      CALL wall_in('late_fee_terms');
      CALL wall_in('late_fee_waivers');
      CALL wall_by_building('reminder_stops', 'unit_id');
      CALL wall_by_building('reminders', 'unit_id');
      CALL wall_by_building('reminder_bills', 'unit_id');
      CALL wall_by_building('reminder_recipients', 'unit_id');
      CALL wall_by_building('late_fee_waivers', 'unit_id');

      GRANT SELECT, INSERT, UPDATE ON reminder_stages, late_fee_terms, late_fee_waivers TO yinuo_app;
      GRANT SELECT, INSERT, UPDATE, DELETE ON reminder_stops TO yinuo_app;
      GRANT SELECT, INSERT ON reminders, reminder_bills, reminder_recipients TO yinuo_app, yinuo_worker;
      GRANT SELECT ON reminder_stages, reminder_stops, late_fee_terms, late_fee_waivers TO yinuo_worker;
      -- Who is forgotten is forgotten here too.
      GRANT UPDATE (name) ON reminder_recipients TO yinuo_app, yinuo_worker;
      GRANT UPDATE (text) ON reminders TO yinuo_app, yinuo_worker;
      GRANT UPDATE (reason) ON reminder_stops, late_fee_waivers TO yinuo_worker;
    `)
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only')
  }
}
