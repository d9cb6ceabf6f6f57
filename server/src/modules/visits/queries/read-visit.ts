import type { VisitView } from '@yinuo/contracts'
import type { Database } from '../../../platform/database/index.ts'
import type { FileFacts, FileLinks } from '../../../platform/files/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import { maskPhone } from '../../../platform/privacy/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { todayIn } from '../../organisation/index.ts'
import type { Try } from '../rules/index.ts'
import { livesThere } from './fill-rounds.sql.ts'
import { seesComplaints } from './list-visits.ts'
import { CASE, caseView, FROM, OPEN_CASES, ROW, rowView, type CaseRow, type Row } from './visit-row.ts'

const READ = {
  name: 'read-visit',
  text: `
    SELECT ${ROW}, v.met, v.notes, v.tries,
      coalesce((SELECT json_agg(json_build_object('residentId', p.id, 'name', p.name, 'role', h.role, 'phone', p.phone)
          ORDER BY array_position(ARRAY['owner', 'tenant', 'family'], h.role), h.valid_from, p.id)
        FROM residencies h JOIN residents p ON p.community_id = h.community_id AND p.id = h.resident_id WHERE ${livesThere('$2::date')}), '[]') AS residents,
      coalesce((SELECT json_agg(${CASE} ORDER BY c.reported_at DESC, c.id DESC) FROM ${OPEN_CASES}), '[]') AS cases,
      coalesce((SELECT json_agg(${CASE} ORDER BY f.created_at, c.id) FROM visit_findings f
        JOIN cases c ON c.community_id = f.community_id AND c.id = f.case_id
        WHERE f.community_id = v.community_id AND f.visit_id = v.id), '[]') AS findings,
      coalesce((SELECT json_agg(json_build_object('communityId', f.community_id, 'id', f.id, 'kind', f.kind,
          'hasThumbnail', f.thumbnail_key IS NOT NULL) ORDER BY f.id)
        FROM files f WHERE f.community_id = v.community_id AND f.id = ANY (v.file_ids)), '[]') AS files
    FROM ${FROM} WHERE v.community_id = $1 AND v.id = $4`,
}

interface Found extends Row {
  met: string | null
  notes: string | null
  tries: Try[]
  residents: (Omit<VisitView['residents'][number], 'phoneMasked'> & { phone: string })[]
  cases: CaseRow[]
  findings: CaseRow[]
  files: FileFacts[]
}

export async function readVisit(
  database: Database,
  links: FileLinks,
  act: CallerAct,
  communityId: string,
  id: string,
): Promise<VisitView> {
  const today = todayIn(act)
  const [found] = await database.read<Found>(act.reach, READ, [communityId, today, seesComplaints(act, communityId), id])
  if (!found) throw new ProblemError('NOT_FOUND')
  const { met, notes, tries, residents, cases, findings, files, ...row } = found
  return {
    ...rowView(row, today),
    met,
    notes,
    residents: residents.map(({ phone, ...resident }) => ({ ...resident, phoneMasked: maskPhone(phone) })),
    cases: cases.map(caseView),
    findings: findings.map(caseView),
    tries: tries.map(({ byId: _, ...each }) => each),
    files: files.map((file) => links.fileView(file, act)),
  }
}
