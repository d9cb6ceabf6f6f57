import type { PlaceKind, ReportRepair } from '@yinuo/contracts'
import type { CallerAct } from '../../access/index.ts'
import type { Database } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import { uploaderIds } from './own-files.ts'
import { CALENDAR_COLUMN, type CalendarRow } from '../../cases/index.ts'

/** What must be known before a repair can be taken in. */
export interface IntakeFacts {
  companyId: string
  adoptionId: string | null
  figures: unknown
  calendar: CalendarRow
  place: { kind: PlaceKind; id: string | null; label: string; buildingId: string | null } | null
  fileCount: number
  resident: { id: string; name: string; phone: string; accountId: string | null } | null
  ownPhone: string | null
}

const INTAKE_FACTS = {
  name: 'repair-intake-facts',
  text: `
    SELECT c.company_id AS "companyId", a.id AS "adoptionId", a.figures -> 'repairs' AS figures, ${CALENDAR_COLUMN} AS calendar,
      CASE $2::text
        WHEN 'unit' THEN (SELECT json_build_object('kind', 'unit', 'id', u.id, 'label', u.label, 'buildingId', u.building_id)
                          FROM units u WHERE u.community_id = c.id AND u.id = $3)
        WHEN 'building' THEN (SELECT json_build_object('kind', 'building', 'id', b.id, 'label', b.name || '公共部位', 'buildingId', b.id)
                              FROM buildings b WHERE b.community_id = c.id AND b.id = $3)
        WHEN 'community' THEN json_build_object('kind', 'community', 'id', NULL, 'label', c.name || '公共区域', 'buildingId', NULL)
        ELSE (SELECT json_build_object('kind', p.kind, 'id', p.id, 'label', p.label, 'buildingId', p.building_id)
              FROM places p WHERE p.community_id = c.id AND p.id = $3 AND p.kind = $2)
      END AS place,
      (SELECT count(*)::int FROM files f WHERE f.community_id = c.id AND f.id = ANY ($4::uuid[]) AND f.uploaded_by = ANY ($10::uuid[])
         AND NOT EXISTS (SELECT 1 FROM case_files cf WHERE cf.community_id = c.id AND cf.file_id = f.id
                           AND NOT EXISTS (SELECT 1 FROM idempotency_keys k WHERE k.caller_id = $5 AND k.key = $9))) AS "fileCount",
      (SELECT json_build_object('id', r.id, 'name', r.name, 'phone', r.phone, 'accountId', r.account_id)
       FROM residents r WHERE r.community_id = c.id AND r.id = $6) AS resident,
      (SELECT r.phone FROM residents r WHERE r.community_id = c.id AND r.account_id = $7) AS "ownPhone"
    FROM communities c
    LEFT JOIN LATERAL (SELECT id, figures FROM standard_adoptions a
      WHERE a.community_id = c.id AND a.effective_from <= $8 ORDER BY a.effective_from DESC, a.id DESC LIMIT 1) a ON true
    WHERE c.id = $1`,
}

export async function readIntakeFacts(
  database: Database,
  act: CallerAct,
  communityId: string,
  report: ReportRepair,
): Promise<IntakeFacts> {
  const [facts] = await database.read<IntakeFacts>(act.reach, INTAKE_FACTS, [
    communityId,
    report.place.kind,
    report.place.id ?? null,
    report.fileIds,
    act.actor.id,
    report.reporter?.residentId ?? null,
    act.caller.account?.id ?? null,
    act.now,
    act.idempotency?.key ?? '',
    uploaderIds(act),
  ])
  if (!facts) throw new ProblemError('NOT_FOUND')
  return facts
}
