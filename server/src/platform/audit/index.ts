export { recordAudit, type AuditedChange } from './audit.ts'
