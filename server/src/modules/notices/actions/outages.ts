import type { OutageService, OutageUpdateKind } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import { recordAudit } from '../../../platform/audit/index.ts'
import { newId } from '../../../platform/clock/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import { tell } from '../../../platform/outbox/index.ts'
import type { CallerAct } from '../../access/index.ts'
import type { AudienceWish } from '../rules/index.ts'
import { refuseNobody, takeAudience } from './check-audience.ts'

/** What there is new of an outage goes to those it affects. */
export const OUTAGE_TOLD = 'notices.outage-told'

export interface OutageWish {
  service: OutageService
  scope: string
  cause: string
  audience: AudienceWish
  urgent: boolean
  startsAt: string
  expectedUntil: string
}

interface OutageRecord {
  id: string
  state: 'announced' | 'recovered'
  starts_at: Date
  expected_until: Date
  version: number
}

/** An outage waits for nobody's approval; who announced it stands in the record. */
export async function announceOutage(tx: EntityManager, act: CallerAct, communityId: string, wish: OutageWish): Promise<string> {
  const audience = await takeAudience(tx, communityId, wish.audience)
  await refuseNobody(tx, act, communityId, audience)
  refuseTime(act, wish.expectedUntil, new Date(wish.startsAt))
  const id = newId(act.now)
  await tx.query(
    `INSERT INTO outages (community_id, id, service, scope, cause, audience, urgent, starts_at, expected_until, announced_by,
       announced_by_name, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      communityId,
      id,
      wish.service,
      wish.scope,
      wish.cause,
      JSON.stringify(audience),
      wish.urgent,
      wish.startsAt,
      wish.expectedUntil,
      act.actor.id,
      act.actor.name,
      act.now,
    ],
  )
  await auditOutage(tx, act, communityId, id, { action: 'outages.announce', before: null, after: wish })
  await addUpdate(tx, act, communityId, id, { kind: 'announced', text: wish.cause, expectedUntil: wish.expectedUntil })
  return id
}

export async function updateOutage(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  id: string,
  { text, expectedUntil, version }: { text: string; expectedUntil?: string; version: number },
): Promise<void> {
  const outage = await loadOutage(tx, communityId, id, version)
  if (expectedUntil) refuseTime(act, expectedUntil, outage.starts_at)
  await tx.query(
    `UPDATE outages SET expected_until = coalesce($3, expected_until), version = version + 1 WHERE community_id = $1 AND id = $2`,
    [communityId, id, expectedUntil ?? null],
  )
  const before = { expectedUntil: outage.expected_until }
  await auditOutage(tx, act, communityId, id, { action: 'outages.update', before, after: { text, expectedUntil } })
  await addUpdate(tx, act, communityId, id, { kind: 'updated', text, expectedUntil: expectedUntil ?? null })
}

export async function recoverOutage(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  id: string,
  { text, version }: { text: string; version: number },
): Promise<void> {
  await loadOutage(tx, communityId, id, version)
  await tx.query(
    `UPDATE outages SET state = 'recovered', recovered_at = $3, version = version + 1 WHERE community_id = $1 AND id = $2`,
    [communityId, id, act.now],
  )
  const change = { action: 'outages.recover', before: { state: 'announced' }, after: { state: 'recovered', text } }
  await auditOutage(tx, act, communityId, id, change)
  await addUpdate(tx, act, communityId, id, { kind: 'recovered', text, expectedUntil: null })
}

async function loadOutage(tx: EntityManager, communityId: string, id: string, version: number): Promise<OutageRecord> {
  const [outage] = (await tx.query(
    'SELECT id, state, starts_at, expected_until, version FROM outages WHERE community_id = $1 AND id = $2 FOR UPDATE',
    [communityId, id],
  )) as OutageRecord[]
  if (!outage) throw new ProblemError('NOT_FOUND')
  if (outage.version !== version) throw new ProblemError('STALE_VERSION')
  if (outage.state === 'recovered') throw new ProblemError('OUTAGE_RECOVERED')
  return outage
}

async function addUpdate(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  outageId: string,
  { kind, text, expectedUntil }: { kind: OutageUpdateKind; text: string; expectedUntil: string | null },
): Promise<void> {
  const id = newId(act.now)
  await tx.query(
    `INSERT INTO outage_updates (community_id, id, outage_id, kind, text, expected_until, written_by, written_by_name, at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [communityId, id, outageId, kind, text, expectedUntil, act.actor.id, act.actor.name, act.now],
  )
  await tell(tx, act, OUTAGE_TOLD, communityId, { outageId, updateId: id, kind, text })
}

function refuseTime(act: CallerAct, expectedUntil: string, startsAt: Date): void {
  const until = Date.parse(expectedUntil)
  if (until <= act.now.getTime() || until <= startsAt.getTime()) throw new ProblemError('OUTAGE_TIMES')
}

async function auditOutage(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  id: string,
  change: { action: string; before: unknown; after: unknown },
): Promise<void> {
  const { companyId } = act.caller.staff!
  await recordAudit(tx, act, { companyId, communityId, subjectKind: 'outage', subjectId: id, ...change })
}
