import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Complaints, suggestions and praise: the figures they and consultations run under (STD-02, COM-03). */
export class Complaints1763700000021 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A standard already adopted promises what its preset says; what a community changed so far was of repairs.
      UPDATE standard_adoptions a SET
        overrides = jsonb_build_object('repairs', a.overrides),
        figures = a.figures || jsonb_build_object(
          'complaints', jsonb_build_object('complexProgressEveryMinutes', 4320, 'warnAtPercent', 70, 'escalateEveryPercent', 50) || p.complaints,
          'consultations', '{"replyWithinMinutes": 30, "warnAtPercent": 70, "escalateEveryPercent": 50}'::jsonb)
      FROM (VALUES
        ('A', '{"firstReplyWithinMinutes": {"emergency": 2880, "urgent": 2880, "routine": 2880}, "resultWithinMinutes": null, "workingHoursOnly": []}'::jsonb),
        ('B', '{"firstReplyWithinMinutes": {"emergency": null, "urgent": null, "routine": null}, "resultWithinMinutes": 1440, "workingHoursOnly": []}'),
        ('C', '{"firstReplyWithinMinutes": {"emergency": 5, "urgent": 5, "routine": 120}, "resultWithinMinutes": null, "workingHoursOnly": ["respond"]}')
      ) AS p (preset, complaints)
      WHERE p.preset = a.preset;
    `)
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only')
  }
}
