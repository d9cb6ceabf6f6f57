import type { Actor } from '../../../platform/database/index.ts'
import type { JobQueue } from '../../../platform/jobs/index.ts'

export interface BatchRef {
  communityId: string
  batchId: string
}

export interface WishedBy extends BatchRef {
  actor: Actor
}

const patience = { retries: 3, delaySeconds: 5, longestDelaySeconds: 60, lostAfterSeconds: 300 }

export const checkWorkbook: JobQueue<BatchRef> = { name: 'imports.check', ...patience }
export const applyImport: JobQueue<WishedBy> = { name: 'imports.apply', ...patience }
export const undoImport: JobQueue<WishedBy> = { name: 'imports.undo', ...patience }
