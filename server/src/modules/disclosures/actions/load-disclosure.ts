import type { DisclosureState, DisclosureStep, Fund } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import { recordAudit } from '../../../platform/audit/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { obstacleTo } from '../rules/index.ts'

/** A disclosure as the database has it, for a change. */
export interface DisclosureRecord {
  id: string
  community_id: string
  company_id: string
  community: string
  company: string
  fund: Fund
  period_from: string
  period_to: string
  edition: number
  state: DisclosureState
  notes: string
  reason: string
  opening_fen: number
  bank_fen: number | null
  edited_by: string | null
  edited_by_name: string | null
  checked_by: string | null
  checked_by_name: string | null
  version: number
}

export interface DisclosureRef {
  communityId: string
  id: string
}

/** Something about a disclosure that people are to be told. */
export const DISCLOSURE_TOLD = 'disclosures.told'

/**
 * The disclosure as whoever changes it has seen it, nobody else changing it meanwhile.
 * A row that is posted is locked against every change, so also against a lock: who works on one holds its number instead.
 */
export async function loadDisclosure(
  tx: EntityManager,
  { communityId, id }: DisclosureRef,
  step: DisclosureStep,
  version?: number,
): Promise<DisclosureRecord> {
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 40))', [id])
  const [found] = (await tx.query(
    `SELECT d.id, d.community_id, c.company_id, c.name AS community, o.name AS company, d.fund, d.period_from::text, d.period_to::text,
       d.edition, d.state, d.notes, d.reason, d.opening_fen::float8, d.bank_fen::float8, d.edited_by, d.edited_by_name, d.checked_by,
       d.checked_by_name, d.version
     FROM disclosures d JOIN communities c ON c.id = d.community_id JOIN companies o ON o.id = c.company_id
     WHERE d.community_id = $1 AND d.id = $2`,
    [communityId, id],
  )) as DisclosureRecord[]
  if (!found) throw new ProblemError('NOT_FOUND')
  if (version !== undefined && found.version !== version) throw new ProblemError('STALE_VERSION')
  const obstacle = obstacleTo(step, found.state)
  if (obstacle) throw new ProblemError('DISCLOSURE_STATE', obstacle)
  return found
}

/** All that is posted of a fund is one chain; whoever adds to it has it alone. */
export async function lockChain(tx: EntityManager, communityId: string, fund: Fund): Promise<void> {
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 41))', [`${communityId} ${fund}`])
}

/** Two pairs of eyes: who did the step before does not do this one. */
export function refuseSame(
  act: CallerAct,
  by: string | null,
  values: { name: string | null; done: string; action: string },
): void {
  if (by !== null && by === act.actor.id) throw new ProblemError('DISCLOSURE_OWN', { ...values, name: values.name ?? '您' })
}

export async function auditDisclosure(
  tx: EntityManager,
  act: CallerAct,
  { company_id: companyId, community_id: communityId, id }: Pick<DisclosureRecord, 'company_id' | 'community_id' | 'id'>,
  change: { action: string; before: unknown; after: unknown },
): Promise<void> {
  await recordAudit(tx, act, { companyId, communityId, subjectKind: 'disclosure', subjectId: id, ...change })
}
