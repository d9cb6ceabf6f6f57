import type { MeterKind, ReadingWay } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import { newId } from '../../../platform/clock/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { todayIn } from '../../organisation/index.ts'
import { refuseForeignFiles } from '../../repairs/index.ts'
import { daysOf } from '../rules/index.ts'
import { isUnusual, MILLE, usedOf } from '../rules/reading.ts'
import { isBilled, lastReadings, loadMeter, loadMetersByNumber, type MeterRecord, type ReadingRecord } from '../store/meters.ts'
import { auditBilling } from './audit-billing.ts'

export interface ReadingWish {
  readOn: string
  value: number
  how: ReadingWay
  rolledOver: boolean
  fileId?: string
}

/** How far back "lately" goes. */
const LATELY = 6

/** Writes down what a meter shows; the meter is locked. @throws ProblemError READING_DAY, READING_BELOW, READING_TOO_LARGE, METER_REMOVED */
export async function takeReading(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  meter: MeterRecord,
  wish: ReadingWish,
): Promise<string> {
  if (meter.removedOn) throw new ProblemError('METER_REMOVED', { number: meter.number })
  const lately = await lastReadings(tx, communityId, meter.id, LATELY)
  const last = lately[0]
  const since = last?.readOn ?? meter.installedOn
  if (wish.readOn > todayIn(act) || (last ? wish.readOn <= since : wish.readOn < since))
    throw new ProblemError('READING_DAY', { number: meter.number, day: since })
  const before = last?.value ?? meter.firstReading
  const used = usedOrRefused(meter, { ...wish, before })
  const unusual = isUnusual(used, daysOf(since, wish.readOn), withDays(lately, meter.installedOn))
  if (await isBilled(tx, communityId, { ...meter, readOn: wish.readOn })) throw new ProblemError('READING_BILLED')
  const id = newId(act.now)
  await tx.query(
    `INSERT INTO meter_readings (community_id, id, meter_id, unit_id, read_on, value, before, used, how, rolled_over, unusual, file_id, read_by,
       read_by_name, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
    [
      communityId,
      id,
      meter.id,
      meter.unitId,
      wish.readOn,
      wish.value,
      before,
      used,
      wish.how,
      wish.rolledOver,
      unusual,
      wish.fileId ?? null,
      act.actor.id,
      act.actor.name,
      act.now,
    ],
  )
  return id
}

function usedOrRefused({ number, digits }: MeterRecord, seen: { value: number; before: number; rolledOver: boolean }): number {
  const used = usedOf({ ...seen, digits })
  if (used === 'too-large') throw new ProblemError('READING_TOO_LARGE', { number, digits: String(digits) })
  if (used === 'below') throw new ProblemError('READING_BELOW', { number, before: String(seen.before / MILLE) })
  return used
}

const withDays = (readings: readonly ReadingRecord[], installedOn: string) =>
  readings.map(({ used, readOn }, index) => ({ used, days: daysOf(readings[index + 1]?.readOn ?? installedOn, readOn) }))

/** Some meters read on a round, all or none of them. */
export async function takeReadings(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  {
    kind,
    readings,
  }: { kind: MeterKind; readings: (Omit<ReadingWish, 'rolledOver'> & { number: string; rolledOver?: boolean })[] },
): Promise<number> {
  const meters = await loadMetersByNumber(
    tx,
    communityId,
    kind,
    readings.map(({ number }) => number),
  )
  await refuseForeignFiles(
    tx,
    act,
    communityId,
    readings.flatMap(({ fileId }) => fileId ?? []),
  )
  for (const { number, rolledOver = false, ...wish } of readings) {
    const meter = meters.get(number)
    if (!meter) throw new ProblemError('METER_UNKNOWN', { number })
    await takeReading(tx, act, communityId, meter, { ...wish, rolledOver })
  }
  const after = { kind, readings: readings.length }
  const change = { action: 'meters.read', subjectKind: 'community', subjectId: communityId, before: null, after }
  await auditBilling(tx, act, communityId, change)
  return readings.length
}

/** The reading and its meter, locked. */
async function loadLastReading(
  tx: EntityManager,
  communityId: string,
  id: string,
  version: number,
): Promise<{ meter: MeterRecord; reading: ReadingRecord }> {
  const [found] = (await tx.query('SELECT meter_id FROM meter_readings WHERE community_id = $1 AND id = $2', [
    communityId,
    id,
  ])) as {
    meter_id: string
  }[]
  if (!found) throw new ProblemError('NOT_FOUND')
  const meter = await loadMeter(tx, communityId, found.meter_id)
  const [reading] = await lastReadings(tx, communityId, meter.id, 1)
  if (reading?.id !== id) throw new ProblemError('READING_NOT_LAST')
  if (reading.version !== version) throw new ProblemError('STALE_VERSION')
  if (await isBilled(tx, communityId, { ...meter, readOn: reading.readOn })) throw new ProblemError('READING_BILLED')
  return { meter, reading }
}

/** Puts the last reading of a meter right, or says that an unusual one is right as it is. */
export async function correctReading(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  id: string,
  wish: { value: number; how: ReadingWay; rolledOver?: boolean; version: number },
): Promise<void> {
  const { meter, reading } = await loadLastReading(tx, communityId, id, wish.version)
  const used = usedOrRefused(meter, { value: wish.value, before: reading.before, rolledOver: wish.rolledOver ?? false })
  await tx.query(
    `UPDATE meter_readings SET value = $3, used = $4, how = $5, rolled_over = $6, unusual = false, version = version + 1
     WHERE community_id = $1 AND id = $2`,
    [communityId, id, wish.value, used, wish.how, wish.rolledOver ?? false],
  )
  const change = { action: 'meters.correct-reading', subjectKind: 'meter', subjectId: meter.id, before: reading, after: wish }
  await auditBilling(tx, act, communityId, change)
}

export async function dropReading(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  id: string,
  { version }: { version: number },
): Promise<void> {
  const { meter, reading } = await loadLastReading(tx, communityId, id, version)
  if (meter.removedOn) throw new ProblemError('METER_REMOVED', { number: meter.number })
  await tx.query('DELETE FROM meter_readings WHERE community_id = $1 AND id = $2', [communityId, id])
  const change = { action: 'meters.drop-reading', subjectKind: 'meter', subjectId: meter.id, before: reading, after: null }
  await auditBilling(tx, act, communityId, change)
}
