import type { HouseholdRow } from '../sheet/household-row.ts'
import { NO_ROW_BY_ROW, type Ask } from './ask.ts'

const AT_ONCE = 2000

const STAGED = `row_number int, building text, entrance text, floor int, number text, label text, use text, state text, area bigint,
  delivered_on date, name text, phone text, role text, valid_from date, valid_until date, share numeric, plates text[], spaces text[]`

/** Puts the rows of a sheet where statements can reach them, until the transaction ends. */
export async function stageRows(ask: Ask, rows: readonly HouseholdRow[]): Promise<void> {
  await ask(`CREATE TEMPORARY TABLE staged (${STAGED}) ON COMMIT DROP`)
  for (let at = 0; at < rows.length; at += AT_ONCE)
    await ask(`INSERT INTO staged SELECT * FROM json_to_recordset($1::json) AS r (${STAGED})`, [
      JSON.stringify(rows.slice(at, at + AT_ONCE).map(staged)),
    ])
  await ask(NO_ROW_BY_ROW)
}

function staged({ row, unit, resident, plates, spaces }: HouseholdRow) {
  const { building, entrance, floor, number, label, use, state } = unit
  return {
    row_number: row,
    ...{ building, entrance, floor, number, label, use, state },
    area: unit.areaSquareCentimetres,
    delivered_on: unit.deliveredOn,
    name: resident?.name,
    phone: resident?.phone,
    role: resident?.role,
    valid_from: resident?.validFrom,
    valid_until: resident?.validUntil,
    share: resident?.sharePercent,
    ...{ plates, spaces },
  }
}
