import type { EntityManager } from 'typeorm'
import { newId } from '../../../platform/clock/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'
import type { ChargeDraft, ChargeEdit, PriceDraft } from '../http/charges.dto.ts'
import { isReservedName } from '../store/charge-of-kind.ts'
import { billedThrough, loadCharge, type ChargeRecord } from '../store/charges.ts'
import { auditBilling } from './audit-billing.ts'

const refused = (field: string, message: string) => new ProblemError('VALIDATION_FAILED', {}, [{ field, message }])

async function refuseWish(tx: EntityManager, communityId: string, id: string | null, wish: ChargeEdit): Promise<void> {
  const [known] = (await tx.query(
    `SELECT (SELECT count(*)::int FROM buildings WHERE community_id = $1 AND id = ANY ($2::uuid[])) AS buildings,
       EXISTS (SELECT 1 FROM charges WHERE community_id = $1 AND name = $3 AND stopped_on IS NULL AND id IS DISTINCT FROM $4) AS taken`,
    [communityId, wish.buildingIds, wish.name, id],
  )) as { buildings: number; taken: boolean }[]
  if (known!.buildings !== wish.buildingIds.length) throw refused('buildingIds', '请重新选择楼栋。')
  if (known!.taken || isReservedName(wish.name)) throw new ProblemError('CHARGE_NAME', { name: wish.name })
}

const orNameTaken = (name: string) => (error: unknown) => {
  throw (error as { code?: string }).code === '23505' ? new ProblemError('CHARGE_NAME', { name }) : error
}

export async function addCharge(tx: EntityManager, act: CallerAct, communityId: string, wish: ChargeDraft): Promise<string> {
  if ((wish.basis === 'meter') !== (wish.meterKind !== undefined)) throw refused('meterKind', '按表计量的项目请选择表的种类。')
  await refuseWish(tx, communityId, null, wish)
  const id = newId(act.now)
  await tx
    .query(
      `INSERT INTO charges (community_id, id, name, fund, basis, cycle, due_after_days, note, uses, building_ids, tenures, meter_kind, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
      [
        communityId,
        id,
        wish.name,
        wish.fund,
        wish.basis,
        wish.cycle,
        wish.dueAfterDays,
        wish.note ?? '',
        wish.uses,
        wish.buildingIds,
        wish.basis === 'space' ? wish.tenures : [],
        wish.meterKind ?? null,
        act.now,
      ],
    )
    .catch(orNameTaken(wish.name))
  await auditBilling(tx, act, communityId, {
    action: 'charges.add',
    subjectKind: 'charge',
    subjectId: id,
    before: null,
    after: wish,
  })
  return id
}

/** Whose money it is, what it is reckoned by and how long its periods are stay: bills were made by them. */
export async function editCharge(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  id: string,
  { version, ...wish }: ChargeEdit & { version: number },
): Promise<void> {
  const before = await loadCharge(tx, communityId, id, version)
  refuseStopped(before)
  await refuseWish(tx, communityId, id, wish)
  await tx
    .query(
      `UPDATE charges SET name = $3, due_after_days = $4, note = $5, uses = $6, building_ids = $7, tenures = $8, version = version + 1
       WHERE community_id = $1 AND id = $2`,
      [
        communityId,
        id,
        wish.name,
        wish.dueAfterDays,
        wish.note ?? '',
        wish.uses,
        wish.buildingIds,
        before.basis === 'space' ? wish.tenures : [],
      ],
    )
    .catch(orNameTaken(wish.name))
  await auditBilling(tx, act, communityId, { action: 'charges.edit', subjectKind: 'charge', subjectId: id, before, after: wish })
}

/** Nothing is asked for days after its last; what was asked stays. */
export async function stopCharge(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  id: string,
  { version, lastDay }: { version: number; lastDay: string },
): Promise<void> {
  const charge = await loadCharge(tx, communityId, id, version)
  refuseStopped(charge)
  await tx.query('UPDATE charges SET stopped_on = $3, version = version + 1 WHERE community_id = $1 AND id = $2', [
    communityId,
    id,
    lastDay,
  ])
  const change = { action: 'charges.stop', subjectKind: 'charge', subjectId: id, before: null, after: { lastDay } }
  await auditBilling(tx, act, communityId, change)
}

export function refuseStopped({ name, stoppedOn }: ChargeRecord): void {
  if (stoppedOn) throw new ProblemError('CHARGE_STOPPED', { name })
}

async function refuseBilled(
  tx: EntityManager,
  communityId: string,
  { id, name }: ChargeRecord,
  validFrom: string,
): Promise<void> {
  const day = await billedThrough(tx, communityId, id)
  if (day && day >= validFrom) throw new ProblemError('PRICE_BILLED', { name, day })
}

/** A price holds from its day until the next begins, so that no day has two and none between them is without. */
export async function setPrice(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  chargeId: string,
  { validFrom, rate, tiers = [] }: PriceDraft,
): Promise<void> {
  const charge = await loadCharge(tx, communityId, chargeId)
  refuseStopped(charge)
  if (charge.basis === 'shared') throw new ProblemError('PRICE_NOT_USED')
  const steps = new Set(tiers.map(({ above }) => above))
  if (tiers.length > 0 && (charge.basis !== 'meter' || steps.size !== tiers.length)) throw new ProblemError('PRICE_TIERS')
  await refuseBilled(tx, communityId, charge, validFrom)
  const set = (await tx.query(
    `INSERT INTO charge_prices (community_id, charge_id, valid_from, rate, tiers, set_by_name, set_at) VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT DO NOTHING RETURNING charge_id`,
    [
      communityId,
      chargeId,
      validFrom,
      rate,
      JSON.stringify([...tiers].sort((a, b) => a.above - b.above)),
      act.actor.name,
      act.now,
    ],
  )) as unknown[]
  if (set.length === 0) throw new ProblemError('PRICE_THAT_DAY', { day: validFrom })
  const after = { validFrom, rate, tiers }
  await auditBilling(tx, act, communityId, {
    action: 'charges.set-price',
    subjectKind: 'charge',
    subjectId: chargeId,
    before: null,
    after,
  })
}

export async function dropPrice(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  chargeId: string,
  { validFrom }: { validFrom: string },
): Promise<void> {
  const charge = await loadCharge(tx, communityId, chargeId)
  await refuseBilled(tx, communityId, charge, validFrom)
  const [dropped] = (await tx.query(
    `WITH gone AS (DELETE FROM charge_prices WHERE community_id = $1 AND charge_id = $2 AND valid_from = $3 RETURNING rate, tiers)
     SELECT rate::float8 AS rate, tiers FROM gone`,
    [communityId, chargeId, validFrom],
  )) as object[]
  if (!dropped) throw new ProblemError('NOT_FOUND')
  const change = { action: 'charges.drop-price', subjectKind: 'charge', subjectId: chargeId }
  await auditBilling(tx, act, communityId, { ...change, before: { validFrom, ...dropped }, after: null })
}
