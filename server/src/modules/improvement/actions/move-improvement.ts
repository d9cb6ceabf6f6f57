import { improvementLimits, type CheckedImprovement, type EditedImprovement, type MovedImprovement } from '@yinuo/contracts'
import { DateTime } from 'luxon'
import type { EntityManager } from 'typeorm'
import { ProblemError } from '../../../platform/http/index.ts'
import { tell } from '../../../platform/outbox/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { monthAfter, monthBefore } from '../queries/figure.sql.ts'
import { IMPROVEMENT_GIVEN, loadImprovement, ownerNamed, record, refuseStep } from './load-improvement.ts'

export async function editImprovement(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  id: string,
  { version, ...plan }: EditedImprovement,
): Promise<void> {
  const found = await loadImprovement(tx, communityId, id, version)
  refuseStep('edit', found)
  const isGiven = plan.ownerId !== found.owner_id
  const ownerName = isGiven ? await ownerNamed(tx, communityId, plan.ownerId) : null
  await tx.query(
    `UPDATE improvements SET title = $3, finding = $4, measure = $5, owner_id = $6, due_on = $7, target = $8, version = version + 1
     WHERE community_id = $1 AND id = $2`,
    [communityId, id, plan.title, plan.finding, plan.measure, plan.ownerId, plan.dueOn, plan.target],
  )
  const { title, finding, measure, owner_id: ownerId, due_on: dueOn, target } = found
  const before = { title, finding, measure, ownerId, dueOn, target: Number(target) }
  const parts = [
    ownerName && `改由${ownerName}负责`,
    dueOn !== plan.dueOn && `期限改为 ${plan.dueOn}`,
    Number(target) !== plan.target && `目标改为每 30 天不超过 ${plan.target} 件`,
  ].filter(Boolean)
  await record(tx, act, found, { action: 'improvement.edit', text: parts.join('，') || '修改了内容', before, after: plan })
  if (isGiven)
    await tell(tx, act, IMPROVEMENT_GIVEN, communityId, { improvementId: id, ownerId: plan.ownerId, byId: act.actor.id })
}

export async function startImprovement(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  id: string,
  { version, note }: MovedImprovement,
): Promise<void> {
  const found = await loadImprovement(tx, communityId, id, version)
  refuseStep('start', found)
  await tx.query(`UPDATE improvements SET state = 'doing', version = version + 1 WHERE community_id = $1 AND id = $2`, [
    communityId,
    id,
  ])
  const text = `开始实施${note ? `：${note}` : ''}`
  await record(tx, act, found, {
    action: 'improvement.start',
    text,
    before: { state: found.state },
    after: { state: 'doing', note },
  })
}

export async function finishImprovement(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  id: string,
  { version, note }: MovedImprovement,
): Promise<void> {
  const found = await loadImprovement(tx, communityId, id, version)
  refuseStep('finish', found)
  await tx.query(
    `UPDATE improvements SET state = 'done', done_at = $3, version = version + 1 WHERE community_id = $1 AND id = $2`,
    [communityId, id, act.now],
  )
  const text = `已落实${note ? `：${note}` : ''}`
  await record(tx, act, found, {
    action: 'improvement.finish',
    text,
    before: { state: found.state },
    after: { state: 'done', note },
  })
}

/** Whether it helped is said by a person, the figures beside it are counted: 30 days before it was opened, and since it is done. */
export async function checkImprovement(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  id: string,
  { version, effective, note }: CheckedImprovement,
): Promise<void> {
  const found = await loadImprovement(tx, communityId, id, version)
  refuseStep('check', found)
  const { checkAfterDays: days } = improvementLimits
  const from = DateTime.fromJSDate(found.done_at!).plus({ days })
  if (from.toMillis() > act.now.getTime()) {
    const until = from.setZone('Asia/Shanghai').toFormat('M月d日 HH:mm')
    throw new ProblemError('IMPROVEMENT_CHECK_EARLY', { days: String(days), until })
  }
  const [[figures]] = (await tx.query(
    `UPDATE improvements i SET state = 'checked', effective = $3, checked_at = $4, version = version + 1,
       figure_before = ${monthBefore('i', 'i.opened_at')}, figure_after = ${monthAfter('i', 'i.done_at', '$4::timestamptz')}
     WHERE i.community_id = $1 AND i.id = $2 RETURNING figure_before::float8 AS before, figure_after::float8 AS after`,
    [communityId, id, effective, act.now],
  )) as [{ before: number; after: number }[], number]
  const text = `验证${effective ? '有效' : '无效'}：每 30 天 ${figures!.before} 件 → ${figures!.after} 件。${note}`
  const after = { state: 'checked', effective, note, figures }
  await record(tx, act, found, { action: 'improvement.check', text, before: { state: found.state }, after })
}
