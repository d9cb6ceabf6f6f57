/**
 * What the API takes and answers, under the names people use: aliases of the types generated from docs/api/openapi.json
 * (`npm run openapi`), so a client that compiles speaks the language of the server that was built.
 */
export type * from './api/page.ts'
export type * from './api/sessions.ts'
export type * from './api/homes.ts'
export type * from './api/repairs.ts'
export type * from './api/messages.ts'
export type * from './api/documents.ts'
export type * from './api/privacy.ts'
export type * from './api/office.ts'
export type * from './api/meetings.ts'
export type * from './api/complaints.ts'
export type * from './api/books.ts'
export type * from './api/billing.ts'
export type * from './api/payments.ts'
export type * from './api/reconciliation.ts'
export type * from './api/counter.ts'
export type * from './api/disclosures.ts'
