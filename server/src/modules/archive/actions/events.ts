import type { HouseholdEventKind } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import { newId } from '../../../platform/clock/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { auditArchive } from './audit-archive.ts'
import { lockHousehold } from './load-household.ts'

export interface EventWish {
  kind: HouseholdEventKind
  title: string
  detail: string
  begunOn: string
  endedOn: string | null
  fileIds: readonly string[]
}

/** Writes down what happened to a household. */
export async function addEvent(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  unitId: string,
  event: EventWish,
): Promise<{ id: string; version: number }> {
  refuseBackwards(event)
  await lockHousehold(tx, communityId, unitId)
  await refuseForeignFiles(tx, act, communityId, event.fileIds)
  const id = await insertEvent(tx, act, communityId, unitId, event)
  await auditArchive(tx, act, communityId, {
    action: 'archive.add-event',
    subjectKind: 'household-event',
    subjectId: id,
    before: null,
    after: { unitId, ...event },
  })
  return { id, version: 1 }
}

/** Corrects or completes it; who wrote it first stays. */
export async function changeEvent(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  id: string,
  { version, ...event }: EventWish & { version: number },
): Promise<{ id: string; version: number }> {
  refuseBackwards(event)
  const [before] = (await tx.query(
    `SELECT kind, title, detail, begun_on::text AS "begunOn", ended_on::text AS "endedOn", file_ids AS "fileIds", version
     FROM household_events WHERE community_id = $1 AND id = $2 FOR UPDATE`,
    [communityId, id],
  )) as (EventWish & { version: number })[]
  if (!before) throw new ProblemError('NOT_FOUND')
  if (before.version !== version) throw new ProblemError('STALE_VERSION')
  await refuseForeignFiles(
    tx,
    act,
    communityId,
    event.fileIds.filter((each) => !before.fileIds.includes(each)),
  )
  await tx.query(
    `UPDATE household_events SET kind = $3, title = $4, detail = $5, begun_on = $6, ended_on = $7, file_ids = $8, version = version + 1
     WHERE community_id = $1 AND id = $2`,
    [communityId, id, event.kind, event.title, event.detail, event.begunOn, event.endedOn, event.fileIds],
  )
  const { version: _, ...was } = before
  await auditArchive(tx, act, communityId, {
    action: 'archive.change-event',
    subjectKind: 'household-event',
    subjectId: id,
    before: was,
    after: event,
  })
  return { id, version: version + 1 }
}

export async function insertEvent(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  unitId: string,
  event: EventWish,
): Promise<string> {
  const id = newId(act.now)
  await tx.query(
    `INSERT INTO household_events (community_id, id, unit_id, kind, title, detail, begun_on, ended_on, file_ids, recorded_by,
       recorded_by_name, recorded_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      communityId,
      id,
      unitId,
      event.kind,
      event.title,
      event.detail,
      event.begunOn,
      event.endedOn,
      event.fileIds,
      act.actor.id,
      act.actor.name,
      act.now,
    ],
  )
  return id
}

function refuseBackwards({ begunOn, endedOn }: EventWish): void {
  if (endedOn !== null && endedOn < begunOn)
    throw new ProblemError('VALIDATION_FAILED', {}, [{ field: 'endedOn', message: '结束日不能早于开始日，请重新选择。' }])
}

/** A file is shown by who may see the household; so it is one that who writes here has uploaded, not found by its id. */
export async function refuseForeignFiles(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  fileIds: readonly string[],
): Promise<void> {
  const own = [act.caller.account?.id, act.caller.staff?.id].filter((id) => id !== undefined)
  const [{ found }] = (await tx.query(
    `SELECT count(*)::int AS found FROM files WHERE community_id = $1 AND id = ANY ($2::uuid[]) AND uploaded_by = ANY ($3::uuid[])`,
    [communityId, fileIds, own],
  )) as [{ found: number }]
  if (found !== fileIds.length)
    throw new ProblemError('VALIDATION_FAILED', {}, [{ field: 'fileIds', message: '照片没有上传成功，请重新选择。' }])
}
