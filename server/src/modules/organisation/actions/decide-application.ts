import { applicationStates, type ApplicationState, type ResidencyRole } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import { recordAudit } from '../../../platform/audit/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import { tell } from '../../../platform/outbox/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { loadApplicationRow, type ApplicationRow } from '../queries/list-applications.ts'
import { settleIn } from './settle-in.ts'

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
  const residentId = await settleIn(tx, act, communityId, {
    accountId: application.account_id,
    unitId: application.unit_id,
    role: application.role,
    name: application.name,
    phone: application.phone,
    validUntil: application.valid_until,
  })
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
