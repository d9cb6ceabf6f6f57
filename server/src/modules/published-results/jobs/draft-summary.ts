import type { EntityManager } from 'typeorm'
import { recordAudit } from '../../../platform/audit/index.ts'
import type { Act } from '../../../platform/database/index.ts'
import type { OutboxEvent } from '../../../platform/outbox/index.ts'
import { tellPeople, type Recipient } from '../../messages/index.ts'
import { draftFrom } from '../actions/draft-result.ts'

/** Who may approve notices here decides whether it goes out. */
const APPROVERS = `
  SELECT DISTINCT s.id AS "staffId", s.name FROM held_posts h
  JOIN posts p ON p.company_id = h.company_id AND p.id = h.post_id AND 'notices.approve' = ANY (p.permissions)
  JOIN staff s ON s.company_id = h.company_id AND s.id = h.staff_id AND s.active
  WHERE h.community_id = $1`

/** Drafts the summary that fell due, and tells who approves notices. */
export async function draftSummary(tx: EntityManager, act: Act, { communityId, payload }: OutboxEvent): Promise<void> {
  const resultId = String(payload.resultId)
  const [due] = (await tx.query(
    `SELECT first_day::text AS "firstDay", last_day::text AS "lastDay" FROM published_results
     WHERE community_id = $1 AND id = $2 AND notice_id IS NULL FOR UPDATE`,
    [communityId, resultId],
  )) as { firstDay: string; lastDay: string }[]
  if (!due) return
  const { noticeId, companyId, title } = await draftFrom(tx, act, communityId, 'summary', due)
  await tx.query('UPDATE published_results SET notice_id = $3 WHERE community_id = $1 AND id = $2', [
    communityId,
    resultId,
    noticeId,
  ])
  const after = { kind: 'summary', ...due, noticeId }
  const subject = { subjectKind: 'published-result', subjectId: resultId }
  await recordAudit(tx, act, { companyId, communityId, action: 'results.draft', ...subject, before: null, after })
  await tellPeople(tx, act, {
    communityId,
    kind: 'results.drafted',
    businessKey: `results:${resultId}`,
    recipients: (await tx.query(APPROVERS, [communityId])) as Recipient[],
    title: '投诉建议汇总待发布',
    body: `《${title}》已生成草稿，请在公告里核对、提交审核并发布。`,
    values: { content: title, at: act.now.toISOString() },
    caseId: null,
  })
}
