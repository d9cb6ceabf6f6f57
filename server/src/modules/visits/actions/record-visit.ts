import { visitStates, type VisitOutcome, type VisitWay } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import { ProblemError } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { refuseForeignFiles } from '../../repairs/index.ts'
import { afterAbsence, type Try } from '../rules/index.ts'
import { auditVisit } from './audit-visit.ts'
import { loadVisit, type VisitRecord } from './load-visit.ts'

export interface VisitReport {
  outcome: VisitOutcome
  way: VisitWay
  met?: string
  satisfaction?: number
  notes?: string
  fileIds: string[]
  version: number
}

/** Writes down what came of a try; who was met or declined is not visited again in this round. */
export async function recordVisit(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  id: string,
  report: VisitReport,
): Promise<void> {
  const visit = await loadVisit(tx, communityId, id, report.version)
  if (visit.state !== 'planned') throw new ProblemError('VISIT_STATE', { state: visitStates[visit.state] })
  await refuseForeignFiles(tx, act, communityId, report.fileIds)
  const after = changed(visit, act, report)
  const ended = after.state !== 'planned'
  const { id: by, name } = act.actor
  await tx.query(
    `UPDATE visits SET state = $3, way = $4, tries = $5, ended_at = CASE WHEN $6 THEN $7::timestamptz END, made_by = CASE WHEN $6 THEN $8::uuid END,
       made_by_name = CASE WHEN $6 THEN $9 END, met = $10, satisfaction = $11, notes = $12, file_ids = file_ids || $13::uuid[],
       assignee_id = coalesce(assignee_id, $8), version = version + 1
     WHERE community_id = $1 AND id = $2`,
    [
      communityId,
      id,
      after.state,
      after.way,
      JSON.stringify(after.tries),
      ended,
      act.now,
      by,
      name,
      report.outcome === 'reached' ? (report.met ?? null) : null,
      report.outcome === 'reached' ? (report.satisfaction ?? null) : null,
      report.notes ?? null,
      report.fileIds,
    ],
  )
  const { version: _, ...told } = report
  await auditVisit(tx, act, communityId, {
    action: 'visits.record',
    subjectId: id,
    before: { state: visit.state, way: visit.way },
    after: { ...told, state: after.state, way: after.way },
  })
}

function changed(
  visit: VisitRecord,
  act: CallerAct,
  { outcome, way, notes = '' }: VisitReport,
): Pick<VisitRecord, 'state' | 'way' | 'tries'> {
  const { id: byId, name: byName } = act.actor
  const made: Try = { at: act.now.toISOString(), way, outcome, byId: byId!, byName, note: notes }
  const tries = [...visit.tries, made]
  if (outcome !== 'absent') return { state: outcome, way, tries }
  const next = afterAbsence(tries)
  if (next === 'unreached') return { state: 'unreached', way, tries }
  return { state: 'planned', way: next === 'telephone' ? 'telephone' : visit.way, tries }
}
