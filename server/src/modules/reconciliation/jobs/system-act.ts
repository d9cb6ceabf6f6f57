import { randomUUID } from 'node:crypto'
import type { Act } from '../../../platform/database/index.ts'

/** What the program does for a company by itself. */
export const actOfCompany = (now: Date, companyId: string): Act => ({
  actor: { kind: 'system', id: null, name: '系统' },
  reach: { communities: [], companies: [companyId] },
  now,
  traceId: randomUUID(),
  address: null,
  idempotency: null,
})
