import type { ClockName } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import { recordAudit } from '../../../platform/audit/index.ts'
import { newId } from '../../../platform/clock/index.ts'
import type { Act } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import { tell } from '../../../platform/outbox/index.ts'
import { mostPressing, type Clock } from '../rules/clock.ts'
import { CaseClock } from '../store/case-clock.entity.ts'
import { Case } from '../store/case.entity.ts'

export interface CaseMove {
  action: string
  to: string
  open: boolean
  /** What the timeline says of it. */
  content?: Record<string, unknown>
  /** The instant the timeline puts it at; left out: now. */
  at?: Date
  /** What the audit log keeps in the place of `content`, which can never be taken out of it again. */
  audited?: Record<string, unknown>
  /** Clocks after the move; those not named stay as they are. */
  clocks?: Clock[]
  /** A reopened case starts a new round of clocks. */
  newRound?: boolean
  set?: Partial<Pick<Case, 'assigneeId' | 'assignedBecause' | 'closedAt' | 'flaggedNoProgress'>>
  files?: { ids: readonly string[]; purpose: 'before' | 'progress' | 'after' | 'reopen' }
  /** More for the handlers of the outbox topic `case.moved`. */
  told?: Record<string, unknown>
}

/** Loads a case and its clocks of this round, locked until the transaction ends. */
export async function loadCase(tx: EntityManager, communityId: string, id: string): Promise<{ case: Case; clocks: CaseClock[] }> {
  const found = await tx.findOne(Case, { where: { communityId, id }, lock: { mode: 'pessimistic_write' } })
  if (!found) throw new ProblemError('NOT_FOUND')
  const clocks = await tx.find(CaseClock, { where: { communityId, caseId: id, round: found.round } })
  return { case: found, clocks }
}

/** Moves a case: state, clocks, timeline, audit and outbox together. Returns the new version. */
export async function moveCase(
  tx: EntityManager,
  act: Act,
  loaded: { case: Case; clocks: readonly CaseClock[] },
  move: CaseMove,
): Promise<number> {
  const { communityId, id } = loaded.case
  const round = loaded.case.round + (move.newRound ? 1 : 0)
  const clocks = merged(move.newRound ? [] : loaded.clocks, move.clocks ?? [])
  const pressing = mostPressing(clocks)
  const version = loaded.case.version + 1
  await tx.update(
    Case,
    { communityId, id },
    {
      ...move.set,
      state: move.to,
      open: move.open,
      round,
      dueAt: pressing?.dueAt ?? null,
      dueClock: (pressing?.name ?? null) as ClockName | null,
      version,
    },
  )
  if (move.clocks?.length)
    await tx.upsert(
      CaseClock,
      move.clocks.map((clock) => ({ ...clock, communityId, caseId: id, round })),
      CLOCK_KEY,
    )
  const eventId = await appendEvent(tx, { ...act, now: move.at ?? act.now }, communityId, id, move.action, move.content ?? {})
  if (move.files?.ids.length) await attachFiles(tx, communityId, id, eventId, move.files)
  const [community] = (await tx.query('SELECT company_id FROM communities WHERE id = $1', [communityId])) as {
    company_id: string
  }[]
  await recordAudit(tx, act, {
    companyId: community!.company_id,
    communityId,
    action: `${loaded.case.kind}s.${move.action}`,
    subjectKind: 'case',
    subjectId: id,
    before: { state: loaded.case.state, assigneeId: loaded.case.assigneeId },
    after: { state: move.to, ...move.set, ...(move.audited ?? move.content) },
  })
  await tell(tx, act, 'case.moved', communityId, {
    caseId: id,
    kind: loaded.case.kind,
    action: move.action,
    from: loaded.case.state,
    to: move.to,
    eventId,
    actor: act.actor,
    ...move.told,
  })
  return version
}

const CLOCK_KEY = ['communityId', 'caseId', 'round', 'name']

function merged(kept: readonly Clock[], changed: readonly Clock[]): Clock[] {
  const names = new Set(changed.map((clock) => clock.name))
  return [...kept.filter((clock) => !names.has(clock.name)), ...changed]
}

/** Adds an entry to the timeline everybody sees. */
export async function appendEvent(
  tx: EntityManager,
  act: Act,
  communityId: string,
  caseId: string,
  kind: string,
  content: Record<string, unknown>,
): Promise<string> {
  const id = newId(act.now)
  await tx.query(
    `INSERT INTO case_events (community_id, case_id, id, kind, at, actor_kind, actor_id, actor_name, content)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [communityId, caseId, id, kind, act.now, act.actor.kind, act.actor.id, act.actor.name, JSON.stringify(content)],
  )
  return id
}

async function attachFiles(
  tx: EntityManager,
  communityId: string,
  caseId: string,
  eventId: string,
  files: { ids: readonly string[]; purpose: string },
): Promise<void> {
  await tx.query(
    `INSERT INTO case_files (community_id, case_id, file_id, purpose, event_id)
     SELECT $1, $2, f, $3, $4 FROM unnest($5::uuid[]) AS f ON CONFLICT DO NOTHING`,
    [communityId, caseId, files.purpose, eventId, files.ids],
  )
}
