import { DateTime } from 'luxon'
import type { Act } from '../../../platform/database/index.ts'

const ZONE = 'Asia/Shanghai'

/** Something the program does of itself. */
export const bySystem = (now: Date, traceId: string): Act => ({
  actor: { kind: 'system', id: null, name: '系统' },
  reach: { communities: [], companies: [] },
  now,
  traceId,
  address: null,
  idempotency: null,
})

export const dayInChina = (now: Date) => DateTime.fromJSDate(now, { zone: ZONE }).toISODate()!
export const exactInChina = (now: Date) => DateTime.fromJSDate(now, { zone: ZONE }).toFormat('yyyy-MM-dd HH:mm')
