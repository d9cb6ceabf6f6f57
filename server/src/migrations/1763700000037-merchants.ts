import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Merchants of WeChat Pay, and how much of a refund one person may decide (FIN-02). */
export class Merchants1763700000037 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- One of the whole company, or of one community. One that is stopped takes no new order; what it took is still asked for.
      -- platform_keys: [{serial, pem}], the certificates and public keys by which WeChat signs; key_serial: the one it is asked to use.
      CREATE TABLE pay_merchants (
        company_id uuid NOT NULL REFERENCES companies,
        id uuid NOT NULL UNIQUE,
        community_id uuid REFERENCES communities,
        mode text NOT NULL CHECK (mode IN ('direct', 'partner')),
        mchid text NOT NULL,
        sub_mchid text,
        appid text NOT NULL,
        serial_no text NOT NULL,
        sealed_private_key text NOT NULL,
        sealed_api_key text NOT NULL,
        platform_keys jsonb NOT NULL,
        key_serial text NOT NULL,
        tested_at timestamptz,
        test_trouble text,
        stopped_at timestamptz,
        created_at timestamptz NOT NULL,
        version int NOT NULL DEFAULT 1,
        PRIMARY KEY (company_id, id),
        CHECK ((mode = 'partner') = (sub_mchid IS NOT NULL)),
        CHECK (jsonb_array_length(platform_keys) > 0)
      );
      CREATE UNIQUE INDEX pay_merchants_in_use ON pay_merchants (company_id, community_id) NULLS NOT DISTINCT WHERE stopped_at IS NULL;
      CALL wall_in('pay_merchants', 'company_id', 'app.companies');
      -- Who answers requests writes secrets down and never reads them.
      GRANT SELECT (company_id, id, community_id, mode, mchid, sub_mchid, appid, serial_no, platform_keys, key_serial, tested_at,
        test_trouble, stopped_at, created_at, version), INSERT,
        UPDATE (platform_keys, key_serial, tested_at, test_trouble, stopped_at, version) ON pay_merchants TO yinuo_app;
      GRANT SELECT ON pay_merchants TO yinuo_worker;

      -- refund_alone_fen: up to this sum of all refunds of a payment nobody else has to approve.
      CREATE TABLE payment_rules (
        community_id uuid PRIMARY KEY REFERENCES communities,
        refund_alone_fen bigint NOT NULL CHECK (refund_alone_fen >= 0),
        version int NOT NULL DEFAULT 1
      );
      CALL wall_in('payment_rules');
      GRANT SELECT, INSERT, UPDATE ON payment_rules TO yinuo_app;
      GRANT SELECT ON payment_rules TO yinuo_worker;

      -- A part lies where its payment does, and the wall around buildings stands around it too.
      ALTER TABLE payment_parts ADD COLUMN unit_id uuid, ADD FOREIGN KEY (community_id, unit_id) REFERENCES units;
      ALTER TABLE refund_parts ADD COLUMN unit_id uuid, ADD FOREIGN KEY (community_id, unit_id) REFERENCES units;
      CALL wall_by_building('payment_parts', 'unit_id');
      CALL wall_by_building('refund_parts', 'unit_id');

      CREATE INDEX payments_of_account ON payments (account_id) WHERE account_id IS NOT NULL;
      CREATE INDEX refunds_open_of_unit ON refunds (community_id, unit_id) WHERE state IN ('asked', 'approved', 'sent', 'abnormal');
      CREATE INDEX overpayments_open ON overpayments (community_id, created_at DESC, id DESC) WHERE state = 'open';
    `)
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only')
  }
}
