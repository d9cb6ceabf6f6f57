import type { MigrationInterface, QueryRunner } from 'typeorm'

/** A message to one person leads to what it is about, as one to many does: a receipt opens its payment (MSG-01). */
export class WhatMessagesAreAbout1763700000047 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE messages ADD COLUMN about_id uuid`)
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only')
  }
}
