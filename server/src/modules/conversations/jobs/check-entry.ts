import { Injectable, type OnModuleInit } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { WorkerDatabase } from '../../../platform/database/index.ts'
import { Jobs, type JobRun } from '../../../platform/jobs/index.ts'
import { checkQueue, ContentCheckup, type Written } from '../../cases/index.ts'

interface Entry {
  communityId: string
  caseId: string
  entryId: string
}

const CHECKS = checkQueue<Entry>('conversations.check-entry')

const WRITTEN = `
  SELECT CASE WHEN e.kind = 'opened' THEN c.description ELSE e.content ->> 'text' END AS text, a.openid,
    coalesce((SELECT array_agg(f.id) FROM case_files x JOIN files f ON f.community_id = x.community_id AND f.id = x.file_id
      WHERE x.community_id = e.community_id AND x.case_id = e.case_id AND x.event_id = e.id AND f.kind = 'photo'), '{}') AS photos
  FROM case_events e
  JOIN cases c ON c.community_id = e.community_id AND c.id = e.case_id
  JOIN accounts a ON a.id = c.reporter_account_id
  WHERE e.community_id = $1 AND e.case_id = $2 AND e.id = $3
    AND NOT EXISTS (SELECT 1 FROM content_checks k WHERE k.community_id = e.community_id AND k.subject_id = e.id)`

/** What residents say and send in a conversation; nothing waits for the verdict. */
@Injectable()
export class CheckEntry implements OnModuleInit {
  readonly #jobs: Jobs
  readonly #database: WorkerDatabase
  readonly #checkup: ContentCheckup

  constructor(jobs: Jobs, database: WorkerDatabase, checkup: ContentCheckup) {
    this.#jobs = jobs
    this.#database = database
    this.#checkup = checkup
  }

  onModuleInit(): void {
    this.#jobs.handle(CHECKS, (entry, run) => this.#check(entry, run))
  }

  /** Has it checked once the transaction commits. */
  later(tx: EntityManager, entry: Entry): Promise<void> {
    return this.#jobs.enqueue(tx, CHECKS, [{ businessKey: entry.entryId, payload: entry }])
  }

  async #check({ communityId, caseId, entryId }: Entry, run: JobRun): Promise<void> {
    const [written] = await this.#database.run<Written>(WRITTEN, [communityId, caseId, entryId])
    if (written) await this.#checkup.check({ communityId, subjectKind: 'conversation', subjectId: entryId }, written, run)
  }
}
