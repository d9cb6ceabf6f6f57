import type { MeterKind } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import { ProblemError } from '../../../platform/http/index.ts'

export interface MeterRecord {
  id: string
  unitId: string
  kind: MeterKind
  number: string
  digits: number
  installedOn: string
  firstReading: number
  removedOn: string | null
  version: number
}

const METER = `
  SELECT id, unit_id AS "unitId", kind, number, digits, installed_on::text AS "installedOn", first_reading::float8 AS "firstReading",
    removed_on::text AS "removedOn", version FROM meters`

/** Locked: readings of one meter follow one another. */
export async function loadMeter(tx: EntityManager, communityId: string, id: string): Promise<MeterRecord> {
  const [meter] = (await tx.query(`${METER} WHERE community_id = $1 AND id = $2 FOR UPDATE`, [communityId, id])) as MeterRecord[]
  if (!meter) throw new ProblemError('NOT_FOUND')
  return meter
}

/** Those in use with these numbers, locked in the order of their ids. */
export async function loadMetersByNumber(
  tx: EntityManager,
  communityId: string,
  kind: MeterKind,
  numbers: readonly string[],
): Promise<Map<string, MeterRecord>> {
  const meters = (await tx.query(
    `${METER} WHERE community_id = $1 AND kind = $2 AND number = ANY ($3) AND removed_on IS NULL ORDER BY id FOR UPDATE`,
    [communityId, kind, numbers],
  )) as MeterRecord[]
  return new Map(meters.map((meter) => [meter.number, meter]))
}

export interface ReadingRecord {
  id: string
  meterId: string
  unitId: string
  kind: MeterKind
  readOn: string
  value: number
  before: number
  used: number
  version: number
}

/** The latest readings of a meter, newest first. */
export async function lastReadings(
  tx: EntityManager,
  communityId: string,
  meterId: string,
  most: number,
): Promise<ReadingRecord[]> {
  return (await tx.query(
    `SELECT id, read_on::text AS "readOn", value::float8 AS value, used::float8 AS used, before::float8 AS before, version
     FROM meter_readings WHERE community_id = $1 AND meter_id = $2 ORDER BY read_on DESC LIMIT $3`,
    [communityId, meterId, most],
  )) as ReadingRecord[]
}

/** Whether what a unit used on a day was billed. */
export async function isBilled(
  tx: EntityManager,
  communityId: string,
  { unitId, kind, readOn }: Pick<ReadingRecord, 'unitId' | 'kind' | 'readOn'>,
): Promise<boolean> {
  const found = (await tx.query(
    `SELECT 1 FROM bills b JOIN charges c ON c.community_id = b.community_id AND c.id = b.charge_id AND c.meter_kind = $3
     WHERE b.community_id = $1 AND b.unit_id = $2 AND b.reversed_at IS NULL AND $4 BETWEEN b.period_from AND b.period_to LIMIT 1`,
    [communityId, unitId, kind, readOn],
  )) as unknown[]
  return found.length > 0
}
