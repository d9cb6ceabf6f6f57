import type { EntityManager } from 'typeorm'
import type { Act } from '../../../platform/database/index.ts'
import type { ReadLetter } from '../reading/read-letter.ts'
import { lettersReferredTo, numbersIn, type KnownSender, type ReferredCase } from '../rules/index.ts'

/** What must be known of a letter's sender before it is decided what becomes of it. */
export interface SenderFacts {
  known: KnownSender[]
  referred: ReferredCase | null
  casesToday: number
  acknowledgedToday: number
  ownAddresses: string[]
}

/**
 * `$2` the sender's address, `$3` since when a day counts, `$4` letters and `$5` Message-IDs it answers, `$6` numbers it names, `$7` today.
 * A case belongs to who wrote the letter it came from, or to the account that confirmed the address.
 */
const SENDER_FACTS = `
  WITH accounts AS (
    SELECT r.id AS "residentId", r.account_id AS "accountId", r.name, r.phone,
      CASE WHEN count(DISTINCT h.unit_id) = 1 THEN min(h.unit_id::text)::uuid END AS "unitId"
    FROM message_preferences p
    JOIN residents r ON r.community_id = $1 AND r.account_id = p.person_id
    JOIN residencies h ON h.community_id = r.community_id AND h.resident_id = r.id
      AND h.valid_from <= $7::date AND (h.valid_until IS NULL OR h.valid_until >= $7::date)
    WHERE lower(p.email) = $2
    GROUP BY r.community_id, r.id
  ), named AS (
    SELECT c.id, c.number, c.open, c.kind = 'complaint' AS "isComplaint",
      coalesce(c.reporter_account_id IN (SELECT "accountId" FROM accounts), false) OR EXISTS (
        SELECT 1 FROM letters l WHERE l.community_id = c.community_id AND l.case_id = c.id AND l.state = 'registered'
          AND l.from_address = $2) AS "isAuthors"
    FROM cases c
    WHERE c.community_id = $1 AND (c.number = ANY ($6::text[]) OR c.id IN (
      SELECT l.case_id FROM letters l
      WHERE l.community_id = $1 AND l.case_id IS NOT NULL AND (l.id = ANY ($4::uuid[]) OR l.message_id = ANY ($5::text[]))))
    ORDER BY "isAuthors" DESC, c.reported_at DESC LIMIT 1
  )
  SELECT coalesce((SELECT json_agg(a) FROM accounts a), '[]') AS known,
    (SELECT row_to_json(n) FROM named n) AS referred,
    (SELECT count(*)::int FROM letters WHERE community_id = $1 AND from_address = $2 AND received_at > $3 AND state = 'registered')
      AS "casesToday",
    (SELECT count(*)::int FROM letter_answers WHERE community_id = $1 AND to_address = $2 AND asked_at > $3
      AND kind = 'acknowledgement') AS "acknowledgedToday",
    (SELECT coalesce(json_agg(lower(a)), '[]') FROM mailboxes b, unnest(ARRAY[b.address, b.username]) a) AS "ownAddresses"`

export async function senderFacts(
  tx: EntityManager,
  act: Act,
  communityId: string,
  { from, subject, references }: ReadLetter,
): Promise<SenderFacts> {
  const yesterday = new Date(act.now.getTime() - 24 * 3_600_000)
  const today = new Date(act.now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
  const [facts] = (await tx.query(SENDER_FACTS, [
    communityId,
    from,
    yesterday,
    lettersReferredTo(references),
    references,
    numbersIn(subject),
    today,
  ])) as SenderFacts[]
  return facts!
}
