import type { EntityManager } from 'typeorm'
import type { Act } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import { turned, type EntryLine } from '../rules/index.ts'
import { postEntry } from './post-entry.ts'

/**
 * Puts an entry right by its mirror, booked today.
 * @throws ProblemError DUPLICATE when it was reversed before
 */
export async function reverseEntry(
  tx: EntityManager,
  act: Act,
  { communityId, entryId, reason }: { communityId: string; entryId: string; reason: string },
): Promise<string> {
  const lines = (await tx.query(
    `SELECT account, side, amount_fen::float8 AS "amountFen", fund, category, text, unit_id AS "unitId", bill_id AS "billId",
       payment_id AS "paymentId", published_as AS "publishedAs"
     FROM ledger_lines WHERE community_id = $1 AND entry_id = $2 ORDER BY line`,
    [communityId, entryId],
  )) as EntryLine[]
  const id = await postEntry(tx, act, {
    communityId,
    kind: 'reversal',
    text: reason,
    source: { kind: 'reversal', id: entryId },
    lines: turned(lines),
    reverses: entryId,
  })
  if (!id) throw new ProblemError('DUPLICATE', { what: '这笔账已经冲销' })
  return id
}
