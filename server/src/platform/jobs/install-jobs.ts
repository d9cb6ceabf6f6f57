import type pg from 'pg'
import { createBoss, JOB_SCHEMA } from './boss.ts'

/**
 * Brings the tables of the job library to their newest form, as the owner: the program's own roles may create nothing.
 * Only the worker puts jobs in and takes them out; everybody else tells the outbox.
 */
export async function installJobs(ownerUrl: string, owner: pg.Client): Promise<void> {
  const boss = createBoss(ownerUrl, { migrate: true })
  boss.on('error', () => undefined)
  await boss.start()
  await boss.stop({ graceful: false })
  await owner.query(`
    -- The next of a hundred thousand is found, not sorted out.
    CREATE INDEX IF NOT EXISTS job_next ON ${JOB_SCHEMA}.job_common (name, priority DESC, created_on, id) WHERE state < 'active';
    GRANT USAGE ON SCHEMA ${JOB_SCHEMA} TO yinuo_worker;
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${JOB_SCHEMA} TO yinuo_worker;
    GRANT USAGE ON ALL SEQUENCES IN SCHEMA ${JOB_SCHEMA} TO yinuo_worker;
    GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${JOB_SCHEMA} TO yinuo_worker`)
}
