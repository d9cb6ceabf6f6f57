import type { ComplaintReceipt } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import type { Act } from '../../../platform/database/index.ts'
import { loadCase, moveCase } from '../../cases/index.ts'
import { intakeFacts } from '../queries/intake-facts.ts'
import { complaintProcedure } from '../rules/complaint-procedure.ts'
import { openComplaint } from './report-complaint.ts'

export interface MailedComplaint {
  residentId: string
  unitId: string | null
  description: string
  fileIds: string[]
}

/** COM-01: a resident writes a mail; the record is the same. What it is about the desk says when it assigns it. */
export async function complainByMail(
  tx: EntityManager,
  act: Act,
  communityId: string,
  { residentId, unitId, description, fileIds }: MailedComplaint,
): Promise<ComplaintReceipt> {
  const facts = await intakeFacts(tx, communityId, { unitId, residentId, now: act.now })
  const { id, accountId, name, phone } = facts.resident!
  const told = { sort: 'complaint', category: 'other', urgency: 'routine', description, fileIds } as const
  const named: Act = { ...act, actor: { kind: 'resident', id: accountId, name } }
  const reporter = { accountId, residentId: id, name, phone }
  return openComplaint(tx, named, facts, communityId, { ...told, fileIds }, { channel: 'email', reporter, registeredBy: null })
}

/** What a complainant answers by mail stands in the talk; it stops no clock. The caller knows that it is open and theirs. */
export async function talkByMail(
  tx: EntityManager,
  act: Act,
  { communityId, id }: { communityId: string; id: string },
  { text, fileIds }: { text: string; fileIds: string[] },
): Promise<void> {
  const loaded = await loadCase(tx, communityId, id)
  const { reporterAccountId, reporterName, state } = loaded.case
  const named: Act = { ...act, actor: { kind: 'resident', id: reporterAccountId, name: reporterName } }
  await moveCase(tx, named, loaded, {
    action: 'talk',
    to: state,
    open: (complaintProcedure.openStates as readonly string[]).includes(state),
    content: { text },
    files: { ids: fileIds, purpose: 'progress' },
  })
}
