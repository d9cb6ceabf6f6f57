import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Who prepares disclosures answers what is asked about them without sitting at the desk; finance had been set there for it. */
export class AnswersOfFinance1763700000044 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE posts SET version = version + 1, permissions = array_remove(permissions, 'conversations.answer')
      WHERE code = 'finance' AND 'conversations.answer' = ANY (permissions)
    `)
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only')
  }
}
