import type { JobQueue } from '../../../platform/jobs/index.ts'

/** The bytes of files whose rows are gone; removing what is not there does nothing. */
export const removeStoredFiles: JobQueue<{ keys: string[] }> = {
  name: 'privacy.remove-stored-files',
  retries: 20,
  delaySeconds: 10,
  longestDelaySeconds: 3600,
  lostAfterSeconds: 300,
}
