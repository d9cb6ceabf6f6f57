import type {
  ComplaintCategoryCode,
  ComplaintReceipt,
  ComplaintSort,
  RepairCategoryCode,
  RepairReceipt,
  Urgency,
} from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import { ProblemError } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { appendEvent } from '../../cases/index.ts'
import { registerComplaint } from '../../complaints/index.ts'
import { todayIn } from '../../organisation/index.ts'
import { openRepairFrom, refuseForeignFiles } from '../../repairs/index.ts'
import { livesThere } from '../queries/fill-rounds.sql.ts'
import { auditVisit } from './audit-visit.ts'
import { loadVisit, type VisitRecord } from './load-visit.ts'

interface Finding {
  residentId: string
  urgency: Urgency
  description: string
  fileIds: string[]
}

export interface RepairFinding extends Finding {
  category: RepairCategoryCode
}

export interface ComplaintFinding extends Finding {
  sort: ComplaintSort
  category: ComplaintCategoryCode
}

interface Resident {
  id: string
  name: string
  phone: string
  accountId: string | null
}

/** What was found becomes a repair of the home, in the name of who lives there. */
export function findRepair(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  id: string,
  { residentId, ...found }: RepairFinding,
): Promise<RepairReceipt> {
  return turn(tx, act, { communityId, id, residentId, action: 'visits.open-repair' }, async (visit, resident) => {
    await refuseForeignFiles(tx, act, communityId, found.fileIds)
    return openRepairFrom(tx, act, communityId, {
      ...found,
      place: { kind: 'unit', id: visit.unit_id, label: visit.unit_label, buildingId: visit.building_id },
      reporter: { accountId: resident.accountId, residentId, name: resident.name, phone: resident.phone },
      channel: 'return-visit',
    })
  })
}

/** What was said becomes a complaint, a suggestion or praise of who lives there. */
export function findComplaint(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  id: string,
  { residentId, ...found }: ComplaintFinding,
): Promise<ComplaintReceipt> {
  return turn(tx, act, { communityId, id, residentId, action: 'visits.open-complaint' }, (visit, resident) =>
    registerComplaint(tx, act, communityId, {
      ...found,
      channel: 'return-visit',
      complainant: { residentId, unitId: visit.unit_id, name: resident.name, phone: resident.phone },
    }),
  )
}

interface Turning {
  communityId: string
  id: string
  residentId: string
  action: string
}

async function turn<Receipt extends { id: string; number: string }>(
  tx: EntityManager,
  act: CallerAct,
  { communityId, id, residentId, action }: Turning,
  open: (visit: VisitRecord, resident: Resident) => Promise<Receipt>,
): Promise<Receipt> {
  const visit = await loadVisit(tx, communityId, id, null)
  if (visit.state === 'missed' || visit.state === 'dropped') throw new ProblemError('VISIT_OVER')
  const [resident] = (await tx.query(
    `SELECT r.id, r.name, r.phone, r.account_id AS "accountId" FROM residents r WHERE r.community_id = $1 AND r.id = $2
       AND EXISTS (SELECT FROM units u JOIN residencies h ON ${livesThere('$4::date')} WHERE u.community_id = $1 AND u.id = $3 AND h.resident_id = r.id)`,
    [communityId, residentId, visit.unit_id, todayIn(act)],
  )) as Resident[]
  if (!resident) throw new ProblemError('NOT_FOUND')
  const opened = await open(visit, resident)
  await appendEvent(tx, act, communityId, opened.id, 'from-visit', { visitId: id })
  await tx.query('INSERT INTO visit_findings (community_id, visit_id, case_id, created_at) VALUES ($1, $2, $3, $4)', [
    communityId,
    id,
    opened.id,
    act.now,
  ])
  await auditVisit(tx, act, communityId, {
    action,
    subjectId: id,
    before: null,
    after: { caseId: opened.id, number: opened.number },
  })
  return opened
}
