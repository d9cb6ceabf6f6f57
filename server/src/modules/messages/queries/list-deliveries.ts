import type { DeliveryRow, DeliveryState, MessageChannel, Page } from '@yinuo/contracts'
import type { Act, Database } from '../../../platform/database/index.ts'
import { pageOf, readCursor } from '../../../platform/http/index.ts'

const LIST_DELIVERIES = {
  name: 'list-deliveries',
  text: `
    SELECT d.id, d.message_id AS "messageId", m.kind, m.recipient_name AS "recipientName", d.channel, d.state, d.attempts, d.reason, d.at,
      d.next_at AS "nextAt", d.resent
    FROM deliveries d
    JOIN messages m ON m.community_id = d.community_id AND m.id = d.message_id
    WHERE d.community_id = $1 AND ($2::uuid IS NULL OR m.case_id = $2) AND ($3::text IS NULL OR d.state = $3)
      AND ($4::uuid IS NULL OR d.id < $4) AND ($6::text IS NULL OR d.channel = $6)
    ORDER BY d.id DESC LIMIT $5`,
}

export interface DeliveryFilter {
  caseId?: string
  state?: DeliveryState
  channel?: MessageChannel
  cursor?: string
  limit: number
}

/** Who was reached of a community, how, and if not, why not. */
export async function listDeliveries(
  database: Database,
  act: Act,
  communityId: string,
  { caseId, state, channel, cursor, limit }: DeliveryFilter,
): Promise<Page<DeliveryRow>> {
  const [before] = readCursor(cursor, 1) ?? [null]
  const values = [communityId, caseId ?? null, state ?? null, before, limit + 1, channel ?? null]
  const rows = await database.read<Omit<DeliveryRow, 'at' | 'nextAt'> & { at: Date; nextAt: Date | null }>(
    act.reach,
    LIST_DELIVERIES,
    values,
  )
  return pageOf(
    rows,
    limit,
    (row) => [row.id],
    (row): DeliveryRow => ({ ...row, at: row.at.toISOString(), nextAt: row.nextAt?.toISOString() ?? null }),
  )
}
