import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Meetings, reception days, return visits, suggestion boxes and improvement: their figures, and which posts may do what. */
export class Outreach1763700000025 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A standard already adopted promises what its preset says.
      UPDATE standard_adoptions SET figures = figures || jsonb_build_object('outreach', jsonb_build_object(
        'meetingEveryMonths', 6, 'receptionDayEveryMonths', 1, 'visitEveryMonths', 12, 'emptyBoxesEveryDays', 7));

      UPDATE posts p SET version = p.version + 1,
        permissions = p.permissions || ARRAY(SELECT added FROM unnest(n.permissions) added WHERE added <> ALL (p.permissions))
      FROM (VALUES
        ('project-manager', '{meetings.read,meetings.edit,visits.read,visits.plan,visits.make,improvement.read,improvement.edit}'::text[]),
        ('head-office', '{meetings.read,visits.read,improvement.read,improvement.edit}'),
        ('service-supervisor', '{meetings.read,meetings.edit,visits.read,visits.plan,visits.make,improvement.read,improvement.edit}'),
        ('engineering-supervisor', '{meetings.read,improvement.read,improvement.edit}'),
        ('order-supervisor', '{meetings.read,improvement.read,improvement.edit}'),
        ('front-desk', '{meetings.read,meetings.edit,visits.read,visits.make,improvement.read}'),
        ('auditor', '{meetings.read,visits.read,improvement.read}')
      ) AS n (code, permissions)
      WHERE p.code = n.code AND NOT p.permissions @> n.permissions;
    `)
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only')
  }
}
