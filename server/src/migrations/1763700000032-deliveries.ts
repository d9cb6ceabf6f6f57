import type { MigrationInterface, QueryRunner } from 'typeorm'

/** A first call on a grant is written down by the grant alone (MSG-02). */
export class Deliveries1763700000032 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What a worker that died had begun is found by the message its grant was taken for.
      CREATE INDEX message_grants_of_message ON message_grants (consumed_by) WHERE consumed_by IS NOT NULL;
      -- Most acceptances are told by the client alone.
      ALTER TABLE message_grants DROP CONSTRAINT message_grants_openid_template_event_ask_key;
      CREATE UNIQUE INDEX message_grants_event_ask ON message_grants (openid, template, event_ask) WHERE event_ask IS NOT NULL;
    `)
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only')
  }
}
