import type { Side } from '@yinuo/disclosure-proof'
import type { Database } from '../../../platform/database/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { GAIN } from './copy.sql.ts'
import { LEAF, secretOf, type LeafRow } from './lines.sql.ts'
import { proveLines } from './proofs.ts'

const MOST = 100

/** The payments of homes while they were the caller's, as the books have them, and the lines that tell of them. */
const OWN = {
  name: 'own-disclosure-lines',
  text: `
    SELECT r.booked_on::text AS "bookedOn", r.published_as AS "publishedAs", coalesce(r.category, '') AS category,
      (CASE r.published_as WHEN 'received' THEN 1 ELSE -1 END * (${GAIN}))::float8 AS "bookedFen", p.way, p.paid_at AS "paidAt",
      CASE WHEN l.number IS NOT NULL THEN (SELECT row_to_json(x) FROM (SELECT ${LEAF}) x) END AS line
    FROM disclosures d
    JOIN payments p ON p.community_id = d.community_id AND p.unit_id = ANY ($3::uuid[]) AND p.state = 'paid'
    JOIN ledger_lines r ON r.community_id = p.community_id AND r.payment_id = p.id AND r.fund = d.fund AND r.published_as IS NOT NULL
      AND r.booked_on BETWEEN d.period_from AND d.period_to
    LEFT JOIN disclosure_lines l ON l.community_id = d.community_id AND l.disclosure_id = d.id AND l.entry_id = r.entry_id
      AND l.entry_line = r.line
    WHERE d.community_id = $1 AND d.id = $2 AND EXISTS (SELECT FROM residencies h WHERE h.community_id = p.community_id
      AND h.unit_id = p.unit_id AND h.resident_id = ANY ($4::uuid[]) AND h.valid_from <= r.booked_on)
    ORDER BY r.booked_on, r.entry_id, r.line LIMIT ${MOST}`,
}

interface Own {
  bookedOn: string
  publishedAs: Side
  category: string
  bookedFen: number
  way: string
  paidAt: Date
  line: LeafRow | null
}

/** The caller's own payments of the period: each with the salt that opens its line and the proof that it is inside, or without. */
export async function ownLines(database: Database, act: CallerAct, { communityId, id }: { communityId: string; id: string }) {
  const homes = act.caller.homes.filter((home) => home.communityId === communityId)
  const values = [communityId, id, homes.map(({ unitId }) => unitId), homes.map(({ residentId }) => residentId)]
  const rows = await database.read<Own>(act.reach, OWN, values)
  const lines = rows.map(({ line }) => line).filter((line) => line !== null)
  const proofs = await proveLines(
    database,
    { communityId, id, reach: act.reach },
    lines.map(({ number }) => number),
  )
  const proofOf = new Map(proofs.map((proof) => [proof.line.number, proof]))
  return rows.map(({ bookedOn, publishedAs, category, bookedFen, paidAt, line }) => ({
    day: bookedOn,
    side: publishedAs,
    charge: line?.charge ?? category,
    amountFen: bookedFen,
    paidAt: paidAt.toISOString(),
    secret: line && secretOf(line),
    inclusion: line && withoutHead(proofOf.get(line.number)!),
  }))
}

/** The signed head is the same for all of them and is sent once. */
const withoutHead = ({ line, path }: { line: object; path: readonly string[] }) => ({ line, path: [...path] })
