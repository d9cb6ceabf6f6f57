import type { EntityManager } from 'typeorm'
import { recordAudit } from '../../../platform/audit/index.ts'
import { newId } from '../../../platform/clock/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'

export interface QuickReply {
  id: string
  title: string
  content: string
  version: number
}

interface Wording {
  title: string
  content: string
}

/** @throws ProblemError DUPLICATE when another has that title. */
export async function addQuickReply(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  wording: Wording,
): Promise<QuickReply> {
  const id = newId(act.now)
  await refuseKnownTitle(tx, communityId, id, wording.title)
  await tx.query(
    `INSERT INTO quick_replies (community_id, id, title, content, ordinal)
     VALUES ($1, $2, $3, $4, (SELECT coalesce(max(ordinal), 0) + 1 FROM quick_replies WHERE community_id = $1))`,
    [communityId, id, wording.title, wording.content],
  )
  await record(tx, act, communityId, id, 'add', null, wording)
  return { id, ...wording, version: 1 }
}

export async function changeQuickReply(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  id: string,
  { version, title, content }: Wording & { version: number },
): Promise<QuickReply> {
  const before = await loadQuickReply(tx, communityId, id, version)
  await refuseKnownTitle(tx, communityId, id, title)
  await tx.query('UPDATE quick_replies SET title = $3, content = $4, version = version + 1 WHERE community_id = $1 AND id = $2', [
    communityId,
    id,
    title,
    content,
  ])
  await record(tx, act, communityId, id, 'change', before, { title, content })
  return { id, title, content, version: version + 1 }
}

export async function removeQuickReply(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  id: string,
  version: number,
): Promise<void> {
  const before = await loadQuickReply(tx, communityId, id, version)
  await tx.query('UPDATE quick_replies SET withdrawn_at = $3, version = version + 1 WHERE community_id = $1 AND id = $2', [
    communityId,
    id,
    act.now,
  ])
  await record(tx, act, communityId, id, 'remove', before, null)
}

async function loadQuickReply(tx: EntityManager, communityId: string, id: string, version: number): Promise<Wording> {
  const [found] = (await tx.query(
    'SELECT title, content, version FROM quick_replies WHERE community_id = $1 AND id = $2 AND withdrawn_at IS NULL FOR UPDATE',
    [communityId, id],
  )) as (Wording & { version: number })[]
  if (!found) throw new ProblemError('NOT_FOUND')
  if (found.version !== version) throw new ProblemError('STALE_VERSION')
  return { title: found.title, content: found.content }
}

async function refuseKnownTitle(tx: EntityManager, communityId: string, id: string, title: string): Promise<void> {
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 3))', [`quick replies ${communityId}`])
  const known = (await tx.query(
    'SELECT 1 FROM quick_replies WHERE community_id = $1 AND title = $2 AND id <> $3 AND withdrawn_at IS NULL',
    [communityId, title, id],
  )) as object[]
  if (known.length > 0) throw new ProblemError('DUPLICATE', { what: `快捷回复“${title}”` })
}

async function record(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  id: string,
  verb: string,
  before: Wording | null,
  after: Wording | null,
): Promise<void> {
  await recordAudit(tx, act, {
    companyId: act.caller.staff!.companyId,
    communityId,
    action: `quick-replies.${verb}`,
    subjectKind: 'quick-reply',
    subjectId: id,
    before,
    after,
  })
}
