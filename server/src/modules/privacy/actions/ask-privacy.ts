import { privacyRequestKinds, type PrivacyRequestKind } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import { recordAudit } from '../../../platform/audit/index.ts'
import { newId } from '../../../platform/clock/index.ts'
import type { Act } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import { tell } from '../../../platform/outbox/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { refuseWhileUnsettled } from '../queries/unsettled.ts'
import { beginningOf } from '../rules/index.ts'

export const PRIVACY_ASKED = 'privacy.asked'

interface Asking {
  kind: PrivacyRequestKind
  accountId: string | null
  residentId: string | null
  name: string
  desks: readonly { id: string; companyId: string }[]
  identityNote: string | null
}

/** A person asks for their own data, or to be forgotten; the desk of every company they have to do with hears of it. */
export function askForMyself(
  tx: EntityManager,
  act: CallerAct,
  kind: PrivacyRequestKind,
  desks: readonly { id: string; companyId: string }[],
): Promise<string> {
  const { account } = act.caller
  const name = act.caller.homes[0]?.residentName ?? account!.name ?? '微信用户'
  return ask(tx, act, { kind, accountId: account!.id, residentId: null, name, desks, identityNote: null })
}

/** The office writes down what somebody asked for at the desk, and how it was sure who that was. */
export async function registerAtDesk(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  wish: { kind: PrivacyRequestKind; residentId: string; identityNote: string },
): Promise<string> {
  const [resident] = (await tx.query(
    'SELECT name, account_id FROM residents WHERE community_id = $1 AND id = $2 AND erased_at IS NULL',
    [communityId, wish.residentId],
  )) as { name: string; account_id: string | null }[]
  if (!resident) throw new ProblemError('NOT_FOUND')
  const desks = [{ id: communityId, companyId: act.caller.staff!.companyId }]
  return ask(tx, act, { ...wish, accountId: resident.account_id, name: resident.name, desks })
}

async function ask(tx: EntityManager, act: Act, asking: Asking): Promise<string> {
  const { kind, accountId, residentId, desks } = asking
  if (kind === 'deletion') await refuseWhileUnsettled(tx, asking)
  const id = newId(act.now)
  const { state, dueAt, effectiveAt } = beginningOf(kind, act.now)
  const staff = act.actor.kind === 'staff' ? act.actor : null
  const inserted = (await tx.query(
    `INSERT INTO privacy_requests (community_id, id, kind, state, account_id, resident_id, person_name, asked_at, due_at, effective_at,
       registered_by, registered_by_name, identity_note)
     SELECT desk, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13 FROM unnest($1::uuid[]) AS desk
     ON CONFLICT DO NOTHING RETURNING id`,
    [
      desks.map((desk) => desk.id),
      id,
      kind,
      state,
      accountId,
      residentId,
      asking.name,
      act.now,
      dueAt,
      effectiveAt,
      asking.identityNote === null ? null : staff!.id,
      asking.identityNote === null ? null : staff!.name,
      asking.identityNote,
    ],
  )) as unknown[]
  if (inserted.length < desks.length) throw new ProblemError('DUPLICATE', { what: `“${privacyRequestKinds[kind]}”已经在办理` })
  for (const desk of desks)
    await recordAudit(tx, act, {
      companyId: desk.companyId,
      communityId: desk.id,
      action: kind === 'export' ? 'privacy.ask-export' : 'privacy.ask-deletion',
      subjectKind: 'privacy-request',
      subjectId: id,
      before: null,
      after: { kind, state, identityNote: asking.identityNote },
    })
  await tell(tx, act, PRIVACY_ASKED, desks[0]!.id, { requestId: id, kind })
  return id
}
