import { applicationStates, type ApplicationState, type ResidencyRole } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import { recordAudit } from '../../../platform/audit/index.ts'
import { newId } from '../../../platform/clock/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import { tell } from '../../../platform/outbox/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { loadApplicationRow, type ApplicationRow } from '../queries/list-applications.ts'
import { todayIn } from '../queries/today.ts'

export const APPLICATION_DECIDED = 'organisation.application-decided'

interface Pending {
  id: string
  account_id: string
  unit_id: string
  role: ResidencyRole
  name: string
  phone: string
  valid_until: string | null
  state: ApplicationState
}

/** Lets the applicant in: archive, residency and account are joined in one step, and every right begins at once. */
export async function approveApplication(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  id: string,
): Promise<ApplicationRow> {
  const application = await loadPending(tx, communityId, id)
  const residentId = await residentOf(tx, act, communityId, application)
  await tx.query(
    `INSERT INTO residencies (community_id, id, unit_id, resident_id, role, valid_from, valid_until)
     SELECT $1, $2, $3, $4, $5, $6::date, $7::date
     WHERE NOT EXISTS (
       SELECT 1 FROM residencies WHERE community_id = $1 AND unit_id = $3 AND resident_id = $4 AND role = $5
         AND valid_from <= $6::date AND (valid_until IS NULL OR valid_until >= $6::date))
     ON CONFLICT (community_id, unit_id, resident_id, role, valid_from) DO UPDATE SET valid_until = excluded.valid_until`,
    [communityId, newId(act.now), application.unit_id, residentId, application.role, todayIn(act), application.valid_until],
  )
  return decide(tx, act, communityId, application, { state: 'approved', reason: null, residentId })
}

/** Turns an application down; the reason is told. */
export async function rejectApplication(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  id: string,
  reason: string,
): Promise<ApplicationRow> {
  const application = await loadPending(tx, communityId, id)
  return decide(tx, act, communityId, application, { state: 'rejected', reason, residentId: null })
}

async function loadPending(tx: EntityManager, communityId: string, id: string): Promise<Pending> {
  const [application] = (await tx.query(
    `SELECT id, account_id, unit_id, role, name, phone, valid_until::text, state FROM residence_applications
     WHERE community_id = $1 AND id = $2 FOR UPDATE`,
    [communityId, id],
  )) as Pending[]
  if (!application) throw new ProblemError('NOT_FOUND')
  if (application.state !== 'pending')
    throw new ProblemError('TRANSITION_NOT_ALLOWED', { state: applicationStates[application.state], action: '再次审核' })
  return application
}

/**
 * The applicant in the community's archive: the one already joined to the account, else the one on file for this unit
 * under the same name and number, else a new one.
 */
async function residentOf(tx: EntityManager, act: CallerAct, communityId: string, application: Pending): Promise<string> {
  const { account_id: accountId, unit_id: unitId, name, phone } = application
  const [known] = (await tx.query(
    `SELECT r.id, r.account_id FROM residents r
     WHERE r.community_id = $1 AND (r.account_id = $2 OR (r.account_id IS NULL AND r.name = $3 AND r.phone = $4
       AND EXISTS (SELECT 1 FROM residencies h WHERE h.community_id = $1 AND h.resident_id = r.id AND h.unit_id = $5)))
     ORDER BY r.account_id NULLS LAST, r.id LIMIT 1 FOR UPDATE`,
    [communityId, accountId, name, phone, unitId],
  )) as { id: string; account_id: string | null }[]
  if (known?.account_id) return known.id
  if (known) {
    await tx.query('UPDATE residents SET account_id = $3 WHERE community_id = $1 AND id = $2', [communityId, known.id, accountId])
    return known.id
  }
  const id = newId(act.now)
  await tx.query('INSERT INTO residents (community_id, id, name, phone, account_id) VALUES ($1, $2, $3, $4, $5)', [
    communityId,
    id,
    name,
    phone,
    accountId,
  ])
  return id
}

async function decide(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  application: Pending,
  decision: { state: 'approved' | 'rejected'; reason: string | null; residentId: string | null },
): Promise<ApplicationRow> {
  await tx.query(
    `UPDATE residence_applications SET state = $3, decided_at = $4, decided_by = $5, decision_reason = $6
     WHERE community_id = $1 AND id = $2`,
    [communityId, application.id, decision.state, act.now, act.actor.id, decision.reason],
  )
  await recordAudit(tx, act, {
    companyId: act.caller.staff!.companyId,
    communityId,
    action: decision.state === 'approved' ? 'applications.approve' : 'applications.reject',
    subjectKind: 'residence-application',
    subjectId: application.id,
    before: { state: 'pending' },
    after: decision,
  })
  await tell(tx, act, APPLICATION_DECIDED, communityId, { applicationId: application.id })
  return loadApplicationRow(tx, communityId, application.id)
}
