/** Complaints, suggestions and praise (COM-01 … COM-03, COM-06): a procedure on the case engine. */
export { complainByMail, talkByMail } from './actions/complain-by-mail.ts'
export { registerComplaint } from './actions/report-complaint.ts'
export { AuthorSeal } from './author-seal.ts'
export { complaintsExport } from './exports/complaints-export.ts'
export { ComplaintsModule } from './complaints.module.ts'
export { Complainant, ComplaintReceipt } from './http/complaints.dto.ts'
export { Complaint } from './store/complaint.entity.ts'
export * from './rules/index.ts'
