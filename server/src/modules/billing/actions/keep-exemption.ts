import type { EntityManager } from 'typeorm'
import { newId } from '../../../platform/clock/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'
import type { ExemptionDraft } from '../http/charges.dto.ts'
import { loadCharge } from '../store/charges.ts'
import { auditBilling } from './audit-billing.ts'
import { refuseStopped } from './keep-charge.ts'

const refused = (field: string, message: string) => new ProblemError('VALIDATION_FAILED', {}, [{ field, message }])

/** A day of a unit and a charge has one exemption at most; the lock on the charge keeps two from coming at once. */
async function refuseOverlap(
  tx: EntityManager,
  communityId: string,
  wish: { chargeId: string; unitId: string; validFrom: string; validUntil: string | null },
  but: string | null,
): Promise<void> {
  const [other] = (await tx.query(
    `SELECT u.label, e.valid_from::text AS "from", coalesce(e.valid_until::text, '以后') AS "to"
     FROM exemptions e JOIN units u ON u.community_id = e.community_id AND u.id = e.unit_id
     WHERE e.community_id = $1 AND e.charge_id = $2 AND e.unit_id = $3 AND e.withdrawn_at IS NULL AND e.id IS DISTINCT FROM $6
       AND e.valid_from <= coalesce($5::date, 'infinity') AND coalesce(e.valid_until, 'infinity') >= $4 LIMIT 1`,
    [communityId, wish.chargeId, wish.unitId, wish.validFrom, wish.validUntil, but],
  )) as { label: string; from: string; to: string }[]
  if (other) throw new ProblemError('EXEMPTION_OVERLAPS', { ...other })
}

export async function addExemption(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  wish: ExemptionDraft,
): Promise<string> {
  if (wish.validUntil && wish.validUntil < wish.validFrom) throw refused('validUntil', '结束日期不能早于开始日期。')
  const charge = await loadCharge(tx, communityId, wish.chargeId)
  refuseStopped(charge)
  if (charge.basis === 'meter' || charge.basis === 'shared') throw new ProblemError('EXEMPTION_BASIS')
  const [unit] = (await tx.query('SELECT 1 FROM units WHERE community_id = $1 AND id = $2', [
    communityId,
    wish.unitId,
  ])) as unknown[]
  if (!unit) throw refused('unitId', '请重新选择房屋。')
  await refuseOverlap(tx, communityId, { ...wish, validUntil: wish.validUntil ?? null }, null)
  const id = newId(act.now)
  await tx.query(
    `INSERT INTO exemptions (community_id, id, charge_id, unit_id, kind, percent, valid_from, valid_until, reason, granted_by,
       granted_by_name, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      communityId,
      id,
      wish.chargeId,
      wish.unitId,
      wish.kind,
      wish.percent,
      wish.validFrom,
      wish.validUntil ?? null,
      wish.reason,
      act.actor.id,
      act.actor.name,
      act.now,
    ],
  )
  const change = { action: 'exemptions.add', subjectKind: 'exemption', subjectId: id, before: null, after: wish }
  await auditBilling(tx, act, communityId, change)
  return id
}

interface Kept {
  chargeId: string
  unitId: string
  validFrom: string
  validUntil: string | null
  version: number
}

async function loadExemption(tx: EntityManager, communityId: string, id: string, version: number): Promise<Kept> {
  const [exemption] = (await tx.query(
    `SELECT charge_id AS "chargeId", unit_id AS "unitId", valid_from::text AS "validFrom", valid_until::text AS "validUntil", version
     FROM exemptions WHERE community_id = $1 AND id = $2 AND withdrawn_at IS NULL FOR UPDATE`,
    [communityId, id],
  )) as Kept[]
  if (!exemption) throw new ProblemError('NOT_FOUND')
  if (exemption.version !== version) throw new ProblemError('STALE_VERSION')
  return exemption
}

export async function endExemption(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  id: string,
  { validUntil, version }: { validUntil: string; version: number },
): Promise<void> {
  const before = await loadExemption(tx, communityId, id, version)
  if (validUntil < before.validFrom) throw refused('validUntil', '结束日期不能早于开始日期；登记错了请撤销。')
  await refuseOverlap(tx, communityId, { ...before, validUntil }, id)
  await tx.query('UPDATE exemptions SET valid_until = $3, version = version + 1 WHERE community_id = $1 AND id = $2', [
    communityId,
    id,
    validUntil,
  ])
  const change = { action: 'exemptions.end', subjectKind: 'exemption', subjectId: id, before, after: { validUntil } }
  await auditBilling(tx, act, communityId, change)
}

/** What was granted by mistake is as if it had never been; bills that were made with it stay. */
export async function withdrawExemption(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  id: string,
  { version }: { version: number },
): Promise<void> {
  const before = await loadExemption(tx, communityId, id, version)
  await tx.query('UPDATE exemptions SET withdrawn_at = $3, version = version + 1 WHERE community_id = $1 AND id = $2', [
    communityId,
    id,
    act.now,
  ])
  const change = { action: 'exemptions.withdraw', subjectKind: 'exemption', subjectId: id, before, after: null }
  await auditBilling(tx, act, communityId, change)
}
