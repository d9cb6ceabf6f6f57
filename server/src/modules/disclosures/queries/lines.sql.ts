import { commitmentOf, type Line, type LineSecret } from '@yinuo/disclosure-proof'

const VOUCHERS = `v.community_id = l.community_id AND v.disclosure_id = l.disclosure_id AND v.entry_id = l.entry_id
  AND v.entry_line = l.entry_line`

/** A line `l` with all that its leaf is made of. */
export const LEAF = `
  l.number, l.day::text AS day, l.side, l.charge, l.amount_fen::float8 AS "amountFen", l.text,
  replace(l.salt::text, '-', '') AS salt, l.entry_id AS "entryId", l.entry_line AS "entryLine", l.payment_id AS "paymentId",
  l.bill_id AS "billId",
  coalesce((SELECT array_agg(v.sha256 ORDER BY v.ordinal, v.file_id) FROM disclosure_vouchers v WHERE ${VOUCHERS}), '{}') AS vouchers`

export const VOUCHER_FILES = `
  (SELECT coalesce(json_agg(json_build_object('communityId', f.community_id, 'id', f.id, 'kind', f.kind,
      'hasThumbnail', f.thumbnail_key IS NOT NULL) ORDER BY v.ordinal, v.file_id), '[]')
   FROM disclosure_vouchers v JOIN files f ON f.community_id = v.community_id AND f.id = v.file_id WHERE ${VOUCHERS})`

export type LeafRow = Omit<Line, 'commitment'> & LineSecret & { entryLine: number }

export const secretOf = ({ salt, entryId, paymentId, billId }: LeafRow): LineSecret => ({ salt, entryId, paymentId, billId })

/** The line as everybody may see it. */
export function publicLine(row: LeafRow): Line {
  const { number, day, side, charge, amountFen, text, vouchers } = row
  return { number, day, side, charge, amountFen, text, vouchers, commitment: commitmentOf(secretOf(row)) }
}

/** Lines of a disclosure by their numbers: `$1` community, `$2` disclosure, after `$3` up to `$4`. */
export const LINES_BETWEEN = {
  name: 'disclosure-lines-between',
  text: `SELECT ${LEAF} FROM disclosure_lines l
    WHERE l.community_id = $1 AND l.disclosure_id = $2 AND l.number > $3 AND l.number <= $4 ORDER BY l.number`,
}
