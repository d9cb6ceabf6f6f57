import { randomUUID } from 'node:crypto'
import type { Act } from '../../../platform/database/index.ts'

/** What WeChat's word makes us do, in one community, without anybody signed in. */
export const systemAct = (now: Date, communityId: string, traceId: string = randomUUID()): Act => ({
  actor: { kind: 'system', id: null, name: '系统' },
  reach: { communities: [communityId], companies: [] },
  now,
  traceId,
  address: null,
  idempotency: null,
})

/** A payment or refund as WeChat numbers it. */
export const numberOf = (id: string): string => id.replaceAll('-', '')

/** The id behind a number of ours; null of any other. */
export function idOfNumber(number: string): string | null {
  if (!/^[0-9a-f]{32}$/.test(number)) return null
  return [number.slice(0, 8), number.slice(8, 12), number.slice(12, 16), number.slice(16, 20), number.slice(20)].join('-')
}
