import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Rows walled in by community that name a company as well stay in the company of the reach (ORG-05). */
export class RowsStayInTheirCompany1763700000009 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE POLICY company_in_context ON communities AS RESTRICTIVE FOR UPDATE TO yinuo_app USING (true)
        WITH CHECK (company_id = ANY (string_to_array(current_setting('app.companies', true), ',')::uuid[]));
      CREATE POLICY company_in_context ON staff_posts AS RESTRICTIVE FOR UPDATE TO yinuo_app USING (true)
        WITH CHECK (company_id = ANY (string_to_array(current_setting('app.companies', true), ',')::uuid[]));
    `)
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only')
  }
}
