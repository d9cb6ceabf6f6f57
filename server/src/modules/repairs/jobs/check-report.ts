import { Injectable, type OnModuleInit } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { WorkerDatabase } from '../../../platform/database/index.ts'
import { Jobs, type JobRun } from '../../../platform/jobs/index.ts'
import { checkQueue, ContentCheckup, type Written } from '../../cases/index.ts'

interface Report {
  communityId: string
  caseId: string
}

const CHECKS = checkQueue<Report>('repairs.check-report')

const WRITTEN = `
  SELECT c.description AS text, a.openid, coalesce((SELECT array_agg(f.id) FROM case_files cf
      JOIN files f ON f.community_id = cf.community_id AND f.id = cf.file_id
      WHERE cf.community_id = c.community_id AND cf.case_id = c.id AND cf.purpose = 'report' AND f.kind = 'photo'), '{}') AS photos
  FROM cases c JOIN accounts a ON a.id = c.reporter_account_id
  WHERE c.community_id = $1 AND c.id = $2 AND c.registered_by IS NULL
    AND NOT EXISTS (SELECT 1 FROM content_checks k WHERE k.community_id = c.community_id AND k.subject_id = c.id)`

/** What residents report themselves. */
@Injectable()
export class CheckReport implements OnModuleInit {
  readonly #jobs: Jobs
  readonly #database: WorkerDatabase
  readonly #checkup: ContentCheckup

  constructor(jobs: Jobs, database: WorkerDatabase, checkup: ContentCheckup) {
    this.#jobs = jobs
    this.#database = database
    this.#checkup = checkup
  }

  onModuleInit(): void {
    this.#jobs.handle(CHECKS, (report, run) => this.#check(report, run))
  }

  /** Has it checked once the transaction commits. */
  later(tx: EntityManager, report: Report): Promise<void> {
    return this.#jobs.enqueue(tx, CHECKS, [{ businessKey: report.caseId, payload: report }])
  }

  async #check({ communityId, caseId }: Report, run: JobRun): Promise<void> {
    const [written] = await this.#database.run<Written>(WRITTEN, [communityId, caseId])
    if (written) await this.#checkup.check({ communityId, subjectKind: 'repair', subjectId: caseId }, written, run)
  }
}
