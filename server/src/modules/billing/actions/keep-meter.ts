import type { MeterKind } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import { newId } from '../../../platform/clock/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { todayIn } from '../../organisation/index.ts'
import type { MeterDraft, ReplacedMeter } from '../http/meters.dto.ts'
import { auditBilling } from './audit-billing.ts'
import { takeReading } from './take-readings.ts'
import { loadMeter } from '../store/meters.ts'

const refused = (field: string, message: string) => new ProblemError('VALIDATION_FAILED', {}, [{ field, message }])

interface NewMeter {
  unitId: string
  kind: MeterKind
  number: string
  digits: number
  installedOn: string
  firstReading: number
  replaces: string | null
}

async function insertMeter(tx: EntityManager, act: CallerAct, communityId: string, meter: NewMeter): Promise<string> {
  if (meter.installedOn > todayIn(act)) throw refused('installedOn', '安装日期不能晚于今天。')
  if (meter.firstReading >= 10 ** meter.digits * 1000)
    throw new ProblemError('READING_TOO_LARGE', { number: meter.number, digits: String(meter.digits) })
  const [there] = (await tx.query(
    `SELECT (SELECT count(*)::int FROM units WHERE community_id = $1 AND id = $2) AS units,
       (SELECT u.label FROM meters m JOIN units u ON u.community_id = m.community_id AND u.id = m.unit_id
        WHERE m.community_id = $1 AND m.kind = $3 AND m.number = $4 AND m.removed_on IS NULL) AS label`,
    [communityId, meter.unitId, meter.kind, meter.number],
  )) as { units: number; label: string | null }[]
  if (there!.units === 0) throw refused('unitId', '请重新选择房屋。')
  if (there!.label) throw new ProblemError('METER_TAKEN', { number: meter.number, label: there!.label })
  const id = newId(act.now)
  await tx
    .query(
      `INSERT INTO meters (community_id, id, unit_id, kind, number, digits, installed_on, first_reading, replaces, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        communityId,
        id,
        meter.unitId,
        meter.kind,
        meter.number,
        meter.digits,
        meter.installedOn,
        meter.firstReading,
        meter.replaces,
        act.now,
      ],
    )
    .catch((error: unknown) => {
      throw (error as { code?: string }).code === '23505'
        ? new ProblemError('METER_TAKEN', { number: meter.number, label: '另一户' })
        : error
    })
  return id
}

export async function addMeter(tx: EntityManager, act: CallerAct, communityId: string, draft: MeterDraft): Promise<string> {
  const id = await insertMeter(tx, act, communityId, { ...draft, replaces: null })
  const change = { action: 'meters.add', subjectKind: 'meter', subjectId: id, before: null, after: draft }
  await auditBilling(tx, act, communityId, change)
  return id
}

/** The old one is read a last time, on the day it goes; the new one counts from its own first number. */
export async function replaceMeter(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  id: string,
  wish: ReplacedMeter,
): Promise<string> {
  const meter = await loadMeter(tx, communityId, id)
  if (meter.version !== wish.version) throw new ProblemError('STALE_VERSION')
  if (meter.removedOn) throw new ProblemError('METER_REMOVED', { number: meter.number })
  await takeReading(tx, act, communityId, meter, {
    readOn: wish.day,
    value: wish.lastReading,
    how: 'read',
    rolledOver: wish.rolledOver ?? false,
  })
  await tx.query('UPDATE meters SET removed_on = $3, version = version + 1 WHERE community_id = $1 AND id = $2', [
    communityId,
    id,
    wish.day,
  ])
  const { unitId, kind } = meter
  const { number, digits, firstReading } = wish
  const fresh = { unitId, kind, number, digits, firstReading, installedOn: wish.day, replaces: id }
  const newMeterId = await insertMeter(tx, act, communityId, fresh)
  const change = { action: 'meters.replace', subjectKind: 'meter', subjectId: id, before: meter, after: wish }
  await auditBilling(tx, act, communityId, change)
  return newMeterId
}
