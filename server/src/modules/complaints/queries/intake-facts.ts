import type { ComplaintFigures } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import { ProblemError } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { CALENDAR_COLUMN, type CalendarRow } from '../../cases/index.ts'

/** What must be known before a complaint can be taken in. */
export interface IntakeFacts {
  companyId: string
  name: string
  adoptionId: string
  figures: ComplaintFigures
  calendar: CalendarRow
  unit: { id: string; label: string; buildingId: string } | null
  resident: { id: string; name: string; phone: string | null; accountId: string | null } | null
}

const INTAKE_FACTS = `
  SELECT c.company_id AS "companyId", c.name, a.id AS "adoptionId", a.figures -> 'complaints' AS figures, ${CALENDAR_COLUMN} AS calendar,
    (SELECT json_build_object('id', u.id, 'label', u.label, 'buildingId', u.building_id) FROM units u
     WHERE u.community_id = c.id AND u.id = $2) AS unit,
    (SELECT json_build_object('id', r.id, 'name', r.name, 'phone', r.phone, 'accountId', r.account_id) FROM residents r
     WHERE r.community_id = c.id AND r.id = $3) AS resident
  FROM communities c
  JOIN LATERAL (SELECT id, figures FROM standard_adoptions a
    WHERE a.community_id = c.id AND a.effective_from <= $4 ORDER BY a.effective_from DESC, a.id DESC LIMIT 1) a ON true
  WHERE c.id = $1`

/** @throws ProblemError NOT_FOUND for a unit or a resident that is not of this community. */
export async function intakeFacts(
  tx: EntityManager,
  communityId: string,
  { unitId, residentId, now }: { unitId: string | null; residentId: string | null; now: Date },
): Promise<IntakeFacts> {
  const [facts] = (await tx.query(INTAKE_FACTS, [communityId, unitId, residentId, now])) as IntakeFacts[]
  if (!facts || (unitId && !facts.unit) || (residentId && !facts.resident)) throw new ProblemError('NOT_FOUND')
  return facts
}

/**
 * Only what the caller uploaded and no case has yet can be attached; anything else does not exist. A photo that stood in a case of
 * theirs would say who wrote one without a name.
 */
export async function refuseForeignFiles(
  tx: EntityManager,
  { caller }: CallerAct,
  communityId: string,
  fileIds: readonly string[],
): Promise<void> {
  if (fileIds.length === 0) return
  const [row] = (await tx.query(
    `SELECT count(*)::int AS own FROM files f WHERE community_id = $1 AND id = ANY ($2::uuid[]) AND uploaded_by = ANY ($3::uuid[])
     AND NOT EXISTS (SELECT 1 FROM case_files x WHERE x.community_id = f.community_id AND x.file_id = f.id)`,
    [communityId, fileIds, [caller.account?.id, caller.staff?.id].filter((id) => id !== undefined)],
  )) as { own: number }[]
  if (row!.own !== new Set(fileIds).size) throw new ProblemError('NOT_FOUND')
}

/** Photos of somebody unnamed are nobody's: from now on the case stands where their uploader stood. */
export async function unnameFiles(
  tx: EntityManager,
  communityId: string,
  fileIds: readonly string[],
  caseId: string,
): Promise<void> {
  if (fileIds.length === 0) return
  await tx.query('UPDATE files SET uploaded_by = $3 WHERE community_id = $1 AND id = ANY ($2::uuid[])', [
    communityId,
    fileIds,
    caseId,
  ])
}

/** Of a member of staff: whether they may be given this complaint. */
export interface Handler {
  name: string
  /** Holds a post that handles complaints; one limited to buildings reaches none, they are the whole community's. */
  fit: boolean
  /** Took part in opening its seal. */
  knowsAuthor: boolean
}

/** @returns null when nobody works here under this id */
export async function handlerOf(
  tx: EntityManager,
  { communityId, id }: { communityId: string; id: string },
  staffId: string,
): Promise<Handler | null> {
  const [row] = (await tx.query(
    `SELECT s.name,
       EXISTS (SELECT 1 FROM held_posts hp JOIN posts p ON p.company_id = hp.company_id AND p.id = hp.post_id
         WHERE hp.staff_id = s.id AND hp.community_id = $1 AND hp.building_ids = '{}' AND 'complaints.handle' = ANY (p.permissions)) AS fit,
       EXISTS (SELECT 1 FROM complaint_unsealings u WHERE u.community_id = $1 AND u.case_id = $3 AND u.opened_at IS NOT NULL
         AND s.id IN (u.asked_by, u.opened_by)) AS "knowsAuthor"
     FROM staff s WHERE s.id = $2 AND s.active`,
    [communityId, staffId, id],
  )) as Handler[]
  return row ?? null
}
