import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Lists of notices that are as quick with many as with few: what is pinned, and what is in one state. */
export class NoticesInOrder1763700000031 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX notices_pinned ON notices (community_id, pinned_until) WHERE pinned_until IS NOT NULL;
      CREATE INDEX notices_by_state ON notices (community_id, state, updated_at DESC, id DESC);
    `)
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only')
  }
}
