import { bookLimits, type FundRecordState } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import { recordAudit } from '../../../platform/audit/index.ts'
import { newId } from '../../../platform/clock/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { keepVouchers, postEntry, reverseEntry, type VoucherIds } from '../../ledger/index.ts'
import { todayIn } from '../../organisation/index.ts'
import { faultOfRecord, linesOfRecord, type RecordedSum } from '../rules/index.ts'

export interface FundRecordWish extends RecordedSum, VoucherIds {
  happenedOn: string
  supplierId?: string
  reference?: string
  /** The workbook it came by. */
  importId?: string
}

interface KeptRecord extends RecordedSum {
  id: string
  happenedOn: string
  supplierName: string | null
  state: FundRecordState
  enteredBy: string
  entryId: string | null
  version: number
}

/** Enters spending or income. Up to the community's figure it is booked at once; above it waits for a second person. */
export async function enterRecord(tx: EntityManager, act: CallerAct, communityId: string, wish: FundRecordWish): Promise<string> {
  const fault = faultOfRecord(wish)
  if (fault) throw new ProblemError('VALIDATION_FAILED', {}, [fault])
  if (wish.happenedOn > todayIn(act))
    throw new ProblemError('VALIDATION_FAILED', {}, [{ field: 'happenedOn', message: '日期不能晚于今天。' }])
  const { companyId } = act.caller.staff!
  if (wish.supplierId) await refuseStoppedSupplier(tx, companyId, wish.supplierId)
  const id = newId(act.now)
  await keepVouchers(tx, act, communityId, id, wish)
  await tx.query(
    `INSERT INTO fund_records (community_id, id, side, fund, category, amount_fen, happened_on, account, company_id, supplier_id,
       reference, text, state, entered_by, entered_by_name, entered_at, import_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 'asked', $13, $14, $15, $16)`,
    [
      communityId,
      id,
      wish.side,
      wish.fund,
      wish.category,
      wish.amountFen,
      wish.happenedOn,
      wish.account,
      companyId,
      wish.supplierId ?? null,
      wish.reference ?? '',
      wish.text,
      act.actor.id,
      act.actor.name,
      act.now,
      wish.importId ?? null,
    ],
  )
  await auditRecord(tx, act, communityId, id, { action: 'spending.enter', before: null, after: wish })
  if (wish.amountFen <= (await approveAbove(tx, communityId)))
    await book(tx, act, communityId, await lockRecord(tx, communityId, id))
  return id
}

/** The second pair of eyes. @throws ProblemError RECORD_OWN when it is the first */
export async function approveRecord(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  id: string,
  { version }: { version: number },
): Promise<void> {
  const record = await decided(tx, act, communityId, id, version)
  await tx.query(
    'UPDATE fund_records SET decided_by = $3, decided_by_name = $4, decided_at = $5 WHERE community_id = $1 AND id = $2',
    [communityId, id, act.actor.id, act.actor.name, act.now],
  )
  await book(tx, act, communityId, record)
  await auditRecord(tx, act, communityId, id, {
    action: 'spending.approve',
    before: { state: record.state },
    after: { state: 'booked' },
  })
}

export async function refuseRecord(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  id: string,
  { version, reason }: { version: number; reason: string },
): Promise<void> {
  const record = await decided(tx, act, communityId, id, version)
  await tx.query(
    `UPDATE fund_records SET state = 'refused', refused_because = $3, decided_by = $4, decided_by_name = $5, decided_at = $6,
       version = version + 1 WHERE community_id = $1 AND id = $2`,
    [communityId, id, reason, act.actor.id, act.actor.name, act.now],
  )
  await auditRecord(tx, act, communityId, id, {
    action: 'spending.refuse',
    before: { state: record.state },
    after: { state: 'refused', reason },
  })
}

/** What was booked wrongly is taken back by its mirror, booked today; the right one is entered anew. */
export async function reverseRecord(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  id: string,
  { version, reason }: { version: number; reason: string },
): Promise<void> {
  const record = await lockRecord(tx, communityId, id)
  if (record.version !== version) throw new ProblemError('STALE_VERSION')
  if (record.state !== 'booked') throw new ProblemError('RECORD_STATE')
  await reverseEntry(tx, act, { communityId, entryId: record.entryId!, reason })
  await tx.query(
    `UPDATE fund_records SET state = 'reversed', reversed_because = $3, reversed_by_name = $4, reversed_at = $5, version = version + 1
     WHERE community_id = $1 AND id = $2`,
    [communityId, id, reason, act.actor.name, act.now],
  )
  await auditRecord(tx, act, communityId, id, {
    action: 'spending.reverse',
    before: { state: 'booked' },
    after: { state: 'reversed', reason },
  })
}

export async function approveAbove(tx: EntityManager, communityId: string): Promise<number> {
  const [rule] = (await tx.query('SELECT approve_above_fen::float8 AS fen FROM fund_record_rules WHERE community_id = $1', [
    communityId,
  ])) as { fen: number }[]
  return rule?.fen ?? bookLimits.approveAboveFen
}

async function decided(tx: EntityManager, act: CallerAct, communityId: string, id: string, version: number): Promise<KeptRecord> {
  const record = await lockRecord(tx, communityId, id)
  if (record.version !== version) throw new ProblemError('STALE_VERSION')
  if (record.state !== 'asked') throw new ProblemError('RECORD_STATE')
  if (record.enteredBy === act.actor.id) throw new ProblemError('RECORD_OWN')
  return record
}

async function lockRecord(tx: EntityManager, communityId: string, id: string): Promise<KeptRecord> {
  const [record] = (await tx.query(
    `SELECT r.id, r.side, r.fund, r.category, r.amount_fen::float8 AS "amountFen", r.account, r.text, r.happened_on::text AS "happenedOn",
       r.state, r.entered_by AS "enteredBy", r.entry_id AS "entryId", r.version, s.name AS "supplierName"
     FROM fund_records r LEFT JOIN suppliers s ON s.company_id = r.company_id AND s.id = r.supplier_id
     WHERE r.community_id = $1 AND r.id = $2 FOR UPDATE OF r`,
    [communityId, id],
  )) as KeptRecord[]
  if (!record) throw new ProblemError('NOT_FOUND')
  return record
}

async function book(tx: EntityManager, act: CallerAct, communityId: string, record: KeptRecord): Promise<void> {
  const text = [record.supplierName, record.text].filter(Boolean).join('：')
  const entryId = await postEntry(tx, act, {
    communityId,
    kind: record.side,
    text,
    source: { kind: record.side, id: record.id },
    lines: linesOfRecord(record),
    bookedOn: record.happenedOn,
  })
  await tx.query(
    `UPDATE fund_records SET state = 'booked', entry_id = $3, version = version + 1 WHERE community_id = $1 AND id = $2`,
    [communityId, record.id, entryId],
  )
}

async function refuseStoppedSupplier(tx: EntityManager, companyId: string, id: string): Promise<void> {
  const [supplier] = (await tx.query('SELECT stopped_on FROM suppliers WHERE company_id = $1 AND id = $2', [companyId, id])) as {
    stopped_on: string | null
  }[]
  if (!supplier) throw new ProblemError('NOT_FOUND')
  if (supplier.stopped_on) throw new ProblemError('SUPPLIER_STOPPED')
}

function auditRecord(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  subjectId: string,
  change: { action: string; before: unknown; after: unknown },
): Promise<void> {
  const { companyId } = act.caller.staff!
  return recordAudit(tx, act, { companyId, communityId, subjectKind: 'fund-record', subjectId, ...change })
}
