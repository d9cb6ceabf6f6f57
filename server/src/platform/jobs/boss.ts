import { PgBoss } from 'pg-boss'

export const JOB_SCHEMA = 'pgboss'

/** Jobs that are dead are copied here, so that they outlive the queue's tidying. */
export function deadLetterOf(queue: string): string {
  return `${queue}.dead`
}

/** pg-boss without timers of its own: it works when told to. */
export function createBoss(connectionString: string, { migrate }: { migrate: boolean }): PgBoss {
  return new PgBoss({
    connectionString,
    schema: JOB_SCHEMA,
    application_name: 'yinuo-jobs',
    max: 4,
    migrate,
    createSchema: migrate,
    supervise: false,
    schedule: false,
  })
}
