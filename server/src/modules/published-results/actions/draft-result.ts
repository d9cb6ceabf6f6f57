import type { ResultKind } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import { recordAudit } from '../../../platform/audit/index.ts'
import { newId } from '../../../platform/clock/index.ts'
import type { Act } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import { holds, type CallerAct } from '../../access/index.ts'
import { draftNotice } from '../../notices/index.ts'
import { figuresIn } from '../queries/complaint-figures.ts'
import { refusePeriod } from '../queries/refuse-period.ts'
import { doneIn, namesIn, slipsOf } from '../queries/what-was-said.ts'
import { slipsText, summaryText, type Period } from '../rules/index.ts'

/** A notice without names, drafted from what was said in a period; from here on it is a notice like any other. */
export async function draftResult(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  { kind, firstDay, lastDay }: Period & { kind: ResultKind },
): Promise<string> {
  if (!holds(act.caller, communityId, 'complaints.read', null)) throw new ProblemError('NOT_ALLOWED')
  const period = { firstDay, lastDay }
  refusePeriod(period)
  const { noticeId, companyId } = await draftFrom(tx, act, communityId, kind, period)
  const id = newId(act.now)
  await tx.query(
    `INSERT INTO published_results (community_id, id, kind, first_day, last_day, notice_id, made_by, made_by_name, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [communityId, id, kind, firstDay, lastDay, noticeId, act.actor.id, act.actor.name, act.now],
  )
  const after = { kind, ...period, noticeId }
  const subject = { subjectKind: 'published-result', subjectId: id }
  await recordAudit(tx, act, { companyId, communityId, action: 'results.draft', ...subject, before: null, after })
  return id
}

/** @throws ProblemError RESULTS_EMPTY when no box was opened in the period. */
export async function draftFrom(
  tx: EntityManager,
  act: Act,
  communityId: string,
  kind: ResultKind,
  period: Period,
): Promise<{ noticeId: string; companyId: string; title: string }> {
  const [community] = (await tx.query('SELECT company_id AS "companyId", name FROM communities WHERE id = $1', [
    communityId,
  ])) as {
    companyId: string
    name: string
  }[]
  const { companyId, name } = community!
  const text = await (kind === 'slips' ? textOfSlips : textOfSummary)(tx, communityId, name, period)
  const noticeId = await draftNotice(tx, act, { companyId, communityId }, { category: 'governance', ...text })
  return { noticeId, companyId, title: text.title }
}

async function textOfSlips(tx: EntityManager, communityId: string, name: string, period: Period) {
  const facts = await slipsOf(tx, communityId, period)
  if (facts.openings === 0) throw new ProblemError('RESULTS_EMPTY')
  const known = await namesIn(
    tx,
    communityId,
    facts.said.flatMap(({ description, outcome }) => [description, outcome]),
  )
  return slipsText(name, period, facts, known)
}

async function textOfSummary(tx: EntityManager, communityId: string, name: string, period: Period) {
  const figures = await figuresIn(tx, communityId, period)
  const done = await doneIn(tx, communityId, period)
  const known = await namesIn(
    tx,
    communityId,
    done.map(({ result }) => result),
  )
  return summaryText(name, period, figures, done, known)
}
