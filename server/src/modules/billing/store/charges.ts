import type { ChargeBasis, ChargeCycle, Fund, MeterKind } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import { ProblemError } from '../../../platform/http/index.ts'

/** A charge as the database has it, for a change or a run. */
export interface ChargeRecord {
  id: string
  name: string
  fund: Fund
  basis: ChargeBasis
  cycle: ChargeCycle
  dueAfterDays: number
  note: string
  uses: string[]
  buildingIds: string[]
  tenures: string[]
  meterKind: MeterKind | null
  stoppedOn: string | null
  version: number
}

export const CHARGE = `
  c.id, c.name, c.fund, c.basis, c.cycle, c.due_after_days AS "dueAfterDays", c.note, c.uses, c.building_ids AS "buildingIds", c.tenures,
  c.meter_kind AS "meterKind", c.stopped_on::text AS "stoppedOn", c.version`

/** Locked until the transaction ends: who changes a price, an exemption or a cost of it waits. */
export async function loadCharge(tx: EntityManager, communityId: string, id: string, version?: number): Promise<ChargeRecord> {
  const [charge] = (await tx.query(
    `SELECT ${CHARGE} FROM charges c WHERE c.community_id = $1 AND c.id = $2 AND c.kind = 'charge' FOR UPDATE`,
    [communityId, id],
  )) as ChargeRecord[]
  if (!charge) throw new ProblemError('NOT_FOUND')
  if (version !== undefined && charge.version !== version) throw new ProblemError('STALE_VERSION')
  return charge
}

/** The last day for which there is a bill of the charge; runs at work count with what they will make. */
export async function billedThrough(tx: EntityManager, communityId: string, chargeId: string): Promise<string | null> {
  const [row] = (await tx.query(
    `SELECT max(r.period_to)::text AS day FROM bill_run_charges r JOIN bill_runs n ON n.community_id = r.community_id AND n.id = r.run_id
     WHERE r.community_id = $1 AND r.charge_id = $2 AND n.reversed_at IS NULL AND (r.bills > 0 OR r.finished_at IS NULL)
       AND (r.finished_at IS NULL OR EXISTS (SELECT 1 FROM bills b WHERE b.community_id = r.community_id AND b.charge_id = r.charge_id
         AND b.period_from = r.period_from AND b.reversed_at IS NULL))`,
    [communityId, chargeId],
  )) as { day: string | null }[]
  return row!.day
}
