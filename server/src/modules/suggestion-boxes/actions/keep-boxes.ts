import type { EntityManager } from 'typeorm'
import { recordAudit } from '../../../platform/audit/index.ts'
import { newId } from '../../../platform/clock/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'

export interface BoxWish {
  name: string
  place: string
  /** left out: it stands in no building */
  buildingId?: string
  postId: string
  staffId?: string
  everyDays?: number
}

/** @throws ProblemError NOT_FOUND for a building, a post or somebody who is not of this community, DUPLICATE for a name in use. */
export async function setUpBox(tx: EntityManager, act: CallerAct, communityId: string, wish: BoxWish): Promise<string> {
  await refuseUnfit(tx, act, communityId, null, wish)
  const id = newId(act.now)
  await tx.query(
    `INSERT INTO suggestion_boxes (community_id, id, name, place, building_id, post_id, staff_id, every_days, since)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [communityId, id, ...columnsOf(wish), act.now],
  )
  await audit(tx, act, communityId, id, { action: 'boxes.set-up', before: null, after: wish })
  return id
}

/** What is taken into use again is due from that day on. */
export async function editBox(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  id: string,
  { version, retired, ...wish }: BoxWish & { version: number; retired: boolean },
): Promise<void> {
  const [before] = (await tx.query(
    `SELECT name, place, building_id AS "buildingId", post_id AS "postId", staff_id AS "staffId", every_days AS "everyDays", retired_at IS NOT NULL AS retired, version
     FROM suggestion_boxes WHERE community_id = $1 AND id = $2 FOR UPDATE`,
    [communityId, id],
  )) as (BoxWish & { retired: boolean; version: number })[]
  if (!before) throw new ProblemError('NOT_FOUND')
  if (before.version !== version) throw new ProblemError('STALE_VERSION')
  await refuseUnfit(tx, act, communityId, id, wish)
  await tx.query(
    `UPDATE suggestion_boxes SET name = $3, place = $4, building_id = $5, post_id = $6, staff_id = $7, every_days = $8,
       since = CASE WHEN retired_at IS NOT NULL AND NOT $10 THEN $9 ELSE since END,
       retired_at = CASE WHEN $10 THEN coalesce(retired_at, $9) END, version = version + 1
     WHERE community_id = $1 AND id = $2`,
    [communityId, id, ...columnsOf(wish), act.now, retired],
  )
  await audit(tx, act, communityId, id, { action: 'boxes.edit', before, after: { ...wish, retired } })
}

async function refuseUnfit(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  id: string | null,
  { name, buildingId, postId, staffId }: BoxWish,
): Promise<void> {
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 4))', [`suggestion boxes ${communityId}`])
  const [known] = (await tx.query(
    `SELECT EXISTS (SELECT 1 FROM posts WHERE company_id = $2 AND id = $3) AS post,
       $4::uuid IS NULL OR EXISTS (SELECT 1 FROM held_posts h JOIN staff s ON s.id = h.staff_id AND s.active
         WHERE h.community_id = $1 AND h.post_id = $3 AND h.staff_id = $4 AND h.building_ids = '{}') AS person,
       $7::uuid IS NULL OR EXISTS (SELECT 1 FROM buildings WHERE community_id = $1 AND id = $7) AS building,
       EXISTS (SELECT 1 FROM suggestion_boxes b WHERE b.community_id = $1 AND b.name = $5 AND b.retired_at IS NULL
         AND b.id IS DISTINCT FROM $6) AS taken`,
    [communityId, act.caller.staff!.companyId, postId, staffId ?? null, name, id, buildingId ?? null],
  )) as { post: boolean; person: boolean; building: boolean; taken: boolean }[]
  if (!known!.post || !known!.person || !known!.building) throw new ProblemError('NOT_FOUND')
  if (known!.taken) throw new ProblemError('DUPLICATE', { what: `意见箱“${name}”` })
}

const columnsOf = ({ name, place, buildingId, postId, staffId, everyDays }: BoxWish) => [
  name,
  place,
  buildingId ?? null,
  postId,
  staffId ?? null,
  everyDays ?? null,
]

async function audit(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  subjectId: string,
  change: { action: string; before: unknown; after: unknown },
): Promise<void> {
  const { companyId } = act.caller.staff!
  await recordAudit(tx, act, { companyId, communityId, subjectKind: 'suggestion-box', subjectId, ...change })
}
