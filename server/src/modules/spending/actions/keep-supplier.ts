import type { EntityManager } from 'typeorm'
import { recordAudit } from '../../../platform/audit/index.ts'
import { newId } from '../../../platform/clock/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { todayIn } from '../../organisation/index.ts'

export interface SupplierWish {
  name: string
  contact?: string
  phone?: string
  taxNumber?: string
  note?: string
}

/** Suppliers are the company's: one community adds one, the others choose it. */
export async function addSupplier(tx: EntityManager, act: CallerAct, communityId: string, wish: SupplierWish): Promise<string> {
  const { companyId } = act.caller.staff!
  const id = newId(act.now)
  const made = (await tx.query(
    `INSERT INTO suppliers (company_id, id, name, contact, phone, tax_number, note, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
     ON CONFLICT (company_id, name) WHERE stopped_on IS NULL DO NOTHING RETURNING id`,
    [companyId, id, ...columnsOf(wish), act.now],
  )) as unknown[]
  if (made.length === 0) throw new ProblemError('DUPLICATE', { what: wish.name })
  await auditSupplier(tx, act, communityId, id, { action: 'suppliers.add', before: null, after: wish })
  return id
}

/** @throws ProblemError STALE_VERSION, DUPLICATE */
export async function editSupplier(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  id: string,
  { version, stopped, ...wish }: SupplierWish & { version: number; stopped: boolean },
): Promise<void> {
  const { companyId } = act.caller.staff!
  const [before] = (await tx.query(
    `SELECT name, contact, phone, tax_number AS "taxNumber", note, stopped_on IS NOT NULL AS stopped, version FROM suppliers
     WHERE company_id = $1 AND id = $2 FOR UPDATE`,
    [companyId, id],
  )) as (SupplierWish & { stopped: boolean; version: number })[]
  if (!before) throw new ProblemError('NOT_FOUND')
  if (before.version !== version) throw new ProblemError('STALE_VERSION')
  const [{ taken }] = (await tx.query(
    'SELECT EXISTS (SELECT FROM suppliers WHERE company_id = $1 AND name = $2 AND id <> $3 AND stopped_on IS NULL) AS taken',
    [companyId, wish.name, id],
  )) as [{ taken: boolean }]
  if (taken && !stopped) throw new ProblemError('DUPLICATE', { what: wish.name })
  await tx.query(
    `UPDATE suppliers SET name = $3, contact = $4, phone = $5, tax_number = $6, note = $7,
       stopped_on = CASE WHEN $8 THEN coalesce(stopped_on, $9::date) END, version = version + 1 WHERE company_id = $1 AND id = $2`,
    [companyId, id, ...columnsOf(wish), stopped, todayIn(act)],
  )
  await auditSupplier(tx, act, communityId, id, { action: 'suppliers.edit', before, after: { ...wish, stopped } })
}

const columnsOf = ({ name, contact, phone, taxNumber, note }: SupplierWish) => [
  name,
  contact ?? '',
  phone ?? '',
  taxNumber ?? '',
  note ?? '',
]

function auditSupplier(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  subjectId: string,
  change: { action: string; before: unknown; after: unknown },
): Promise<void> {
  const { companyId } = act.caller.staff!
  return recordAudit(tx, act, { companyId, communityId, subjectKind: 'supplier', subjectId, ...change })
}
