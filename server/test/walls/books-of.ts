import { newId } from '../../src/platform/clock/index.ts'
import type { TestApp } from '../app.ts'
import type { Person } from '../person.ts'
import type { TestCommunity } from '../world.ts'

/** What finance keeps of a community, by what it is called in paths and bodies. */
export interface BookIds {
  ledgerEntryId: string
  fundRecordId: string
  fundImportId: string
  supplierId: string
  lateFeeWaiverId: string
}

/** An entry in the books, spending that waits for a second person, its supplier, a workbook, and a waiver somebody asked for. */
export async function booksOf(app: TestApp, community: TestCommunity, manager: Person, unitId: string): Promise<BookIds> {
  const now = app.clock.now()
  const [ledgerEntryId, fundRecordId, fundImportId, supplierId, lateFeeWaiverId, chargeId, billId] = Array.from(
    { length: 7 },
    () => newId(now),
  )
  const here = [community.id, community.companyId]
  await app.owner.query(`INSERT INTO suppliers (company_id, id, name, created_at) VALUES ($1, $2, $3, $4)`, [
    community.companyId,
    supplierId,
    `保洁公司 ${community.name}`,
    now,
  ])
  await app.owner.query(
    `INSERT INTO fund_records (community_id, company_id, id, side, fund, category, amount_fen, happened_on, account, supplier_id, text, state,
       entered_by, entered_by_name, entered_at)
     VALUES ($1, $2, $3, 'spending', 'parking', 'cleaning', 90000000, '2026-01-05', 'bank', $4, '车库保洁', 'asked', $5, '会计', $6)`,
    [...here, fundRecordId, supplierId, newId(now), now],
  )
  await app.owner.query(
    `INSERT INTO fund_imports (community_id, id, file_name, entered, known, entered_by, entered_by_name, entered_at)
     VALUES ($1, $2, '一月.xlsx', 1, 0, $3, '会计', $4)`,
    [community.id, fundImportId, newId(now), now],
  )
  await app.owner.query(
    `WITH e AS (INSERT INTO ledger_entries (community_id, id, booked_on, kind, text, source_kind, source_id, posted_by, posted_by_name, posted_at)
       VALUES ($1, $2, '2026-01-06', 'transfer', '缴存', 'transfer', $2, $3, '会计', $4) RETURNING community_id, id, booked_on)
     INSERT INTO ledger_lines (community_id, entry_id, line, booked_on, account, side, amount_fen)
     SELECT community_id, id, 1, booked_on, 'bank', 'debit', 100 FROM e UNION ALL SELECT community_id, id, 2, booked_on, 'cash', 'credit', 100 FROM e`,
    [community.id, ledgerEntryId, manager.staffId, now],
  )
  await app.owner.query(
    `WITH c AS (INSERT INTO charges (community_id, id, name, fund, basis, cycle, due_after_days, created_at)
       VALUES ($1, $2, '装修垃圾清运费', 'property-fee', 'unit', 'year', 10, $6)),
     b AS (INSERT INTO bills (community_id, id, unit_id, charge_id, subject_id, period_from, period_to, due_on, amount_fen, made_of, created_at)
       VALUES ($1, $3, $4, $2, $4, '2025-01-01', '2025-12-31', '2025-01-11', 10000, '{"basis": "lines", "lines": []}', $6))
     INSERT INTO late_fee_waivers (community_id, id, bill_id, unit_id, fee_fen, reason, state, asked_by, asked_by_name, asked_at)
     VALUES ($1, $5, $3, $4, 100, '住院', 'asked', $7, '前台', $6)`,
    [community.id, chargeId, billId, unitId, lateFeeWaiverId, now, newId(now)],
  )
  return { ledgerEntryId, fundRecordId, fundImportId, supplierId, lateFeeWaiverId } as BookIds
}
