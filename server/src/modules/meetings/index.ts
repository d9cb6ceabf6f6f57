/** Meetings and reception days: planned by the standard, booked, held, written down, followed up (NTC-07). */
export { meetingsExport } from './exports/meetings-export.ts'
export { participantsExport } from './exports/participants-export.ts'
export { PlanMeetings } from './jobs/plan-meetings.ts'
export { RemindOfMeetings } from './jobs/remind-of-meetings.ts'
export { MeetingsModule } from './meetings.module.ts'
