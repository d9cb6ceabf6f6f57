import type { TellingWish } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import { ProblemError } from '../../../platform/http/index.ts'
import { tell } from '../../../platform/outbox/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { refuseForeignFiles } from '../../repairs/index.ts'
import { loadImprovement, record, refuseStep, type ImprovementRecord } from './load-improvement.ts'

/** Who said so is to hear what came of it. */
export const IMPROVEMENT_TOLD = 'improvement.told'

interface Kept {
  said: string
  changed: string
  file_ids: string[]
  state: string
}

async function telling(tx: EntityManager, { community_id: communityId, id }: ImprovementRecord): Promise<Kept | undefined> {
  const [kept] = (await tx.query(
    'SELECT said, changed, file_ids, state FROM improvement_tellings WHERE community_id = $1 AND improvement_id = $2',
    [communityId, id],
  )) as Kept[]
  return kept
}

/** Nothing of the improvement changes by it, but who sees it has something new to see. */
async function touch(tx: EntityManager, { community_id: communityId, id }: ImprovementRecord): Promise<void> {
  await tx.query('UPDATE improvements SET version = version + 1 WHERE community_id = $1 AND id = $2', [communityId, id])
}

/** Once: those who reported a linked case are told, and everybody reads it on the page. */
export async function tellOfImprovement(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  id: string,
  { said, changed, fileIds, version }: TellingWish,
): Promise<void> {
  const found = await loadImprovement(tx, communityId, id, version)
  await refuseForeignFiles(tx, act, communityId, fileIds)
  refuseStep('tell', found)
  if (await telling(tx, found)) throw new ProblemError('IMPROVEMENT_TOLD')
  await tx.query(
    `INSERT INTO improvement_tellings (community_id, improvement_id, said, changed, file_ids, told_at, told_by_name)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [communityId, id, said, changed, fileIds, act.now, act.actor.name],
  )
  await touch(tx, found)
  await record(tx, act, found, {
    action: 'improvement.tell',
    text: '告诉了提出的人，并公布给全体住户',
    before: null,
    after: { said, changed },
  })
  await tell(tx, act, IMPROVEMENT_TOLD, communityId, { improvementId: id, actor: act.actor })
}

/** What is read on the page; nobody is told again. What was withdrawn is out again. */
export async function editTelling(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  id: string,
  { said, changed, fileIds, version }: TellingWish,
): Promise<void> {
  const found = await loadImprovement(tx, communityId, id, version)
  const kept = await telling(tx, found)
  if (!kept) throw new ProblemError('NOT_FOUND')
  await refuseForeignFiles(
    tx,
    act,
    communityId,
    fileIds.filter((file) => !kept.file_ids.includes(file)),
  )
  await tx.query(
    `UPDATE improvement_tellings SET said = $3, changed = $4, file_ids = $5, state = 'published'
     WHERE community_id = $1 AND improvement_id = $2`,
    [communityId, id, said, changed, fileIds],
  )
  await touch(tx, found)
  const before = { said: kept.said, changed: kept.changed, state: kept.state }
  const after = { said, changed, state: 'published' }
  await record(tx, act, found, { action: 'improvement.edit-telling', text: '修改了公布的内容', before, after })
}

export async function withdrawTelling(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  id: string,
  { version }: { version: number },
): Promise<void> {
  const found = await loadImprovement(tx, communityId, id, version)
  const kept = await telling(tx, found)
  if (!kept) throw new ProblemError('NOT_FOUND')
  await tx.query(`UPDATE improvement_tellings SET state = 'withdrawn' WHERE community_id = $1 AND improvement_id = $2`, [
    communityId,
    id,
  ])
  await touch(tx, found)
  const change = { before: { state: kept.state }, after: { state: 'withdrawn' } }
  await record(tx, act, found, { action: 'improvement.withdraw-telling', text: '撤回了公布的内容', ...change })
}
