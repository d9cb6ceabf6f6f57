export { TryAgainLater, type JobHandler, type JobQueue, type JobRun } from './job-queue.ts'
export { Jobs, type JobKey } from './jobs.ts'
export { JobsModule } from './jobs.module.ts'
