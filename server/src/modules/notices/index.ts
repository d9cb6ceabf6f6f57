/** Notices and outages: written, approved, published, read (NTC-01, NTC-02). */
export { noticesExport } from './exports/notices-export.ts'
export { receiptsExport } from './exports/receipts-export.ts'
export { PublishDue } from './jobs/publish-due.ts'
export { WatchOutages } from './jobs/watch-outages.ts'
export { NoticesModule } from './notices.module.ts'
