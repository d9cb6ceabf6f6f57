/** Mailboxes of communities and the letters that come into them (COM-01). */
export { lettersExport } from './exports/letters-export.ts'
export { MailboxWatch } from './jobs/mailbox-watch.ts'
export { MailboxModule } from './mailbox.module.ts'
export { sealOfMailboxes } from './mailbox-seal.ts'
