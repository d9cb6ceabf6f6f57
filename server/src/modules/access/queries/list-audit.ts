import type { AuditRow, Page } from '@yinuo/contracts'
import type { Database } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import { isUuid } from '../../../platform/http/values.ts'
import type { CallerAct } from '../caller-act.ts'
import { communitiesWith } from '../rules/caller.ts'
import { maskRecord } from '../rules/mask-record.ts'

export interface AuditFilter {
  communityId?: string
  actor?: string
  subject?: string
  from?: string
  until?: string
  cursor?: string
  limit: number
}

/** Ids are UUIDv7, so the primary key is the order of time. */
const LIST_AUDIT = {
  name: 'list-audit',
  text: `
    SELECT id, at, CASE WHEN actor_kind = 'resident' AND EXISTS (
        SELECT FROM accounts a WHERE a.id = actor_id AND starts_with(a.openid, 'erased:')) THEN '已注销用户' ELSE actor_name END AS "actorName",
      action, subject_kind AS "subjectKind", subject_id AS "subjectId",
      community_id AS "communityId", before, after, trace_id AS "traceId", address
    FROM audit_entries
    WHERE company_id = $1
      AND (community_id IS NULL AND $3::uuid IS NULL OR community_id = ANY ($2::uuid[]) AND ($3::uuid IS NULL OR community_id = $3))
      AND ($4::uuid IS NULL OR actor_id = $4)
      AND ($5::text IS NULL OR strpos(actor_name, $5) > 0)
      AND ($6::uuid IS NULL OR subject_id = $6)
      AND ($7::text IS NULL OR subject_kind = $7 OR starts_with(action, $7))
      AND ($8::timestamptz IS NULL OR at >= $8)
      AND ($9::timestamptz IS NULL OR at < $9)
      AND ($10::uuid IS NULL OR id < $10)
    ORDER BY id DESC LIMIT $11`,
}

/** Who changed what, newest first: company-wide entries, and those of communities where the caller may read them. */
export async function listAudit(database: Database, act: CallerAct, filter: AuditFilter): Promise<Page<AuditRow>> {
  const mine = communitiesWith(act.caller, 'audit.read')
  if (filter.communityId && !mine.includes(filter.communityId)) throw new ProblemError('NOT_FOUND')
  if (filter.cursor && !isUuid(filter.cursor)) throw staleCursor()
  const [actorId, actorName] = idOrText(filter.actor)
  const [subjectId, subjectText] = idOrText(filter.subject)
  const rows = await database.read<Omit<AuditRow, 'at'> & { at: Date }>(act.reach, LIST_AUDIT, [
    act.caller.staff!.companyId,
    mine,
    filter.communityId ?? null,
    actorId,
    actorName,
    subjectId,
    subjectText,
    filter.from ?? null,
    filter.until ?? null,
    filter.cursor ?? null,
    filter.limit + 1,
  ])
  const items = rows.slice(0, filter.limit).map((row) => ({
    ...row,
    at: row.at.toISOString(),
    before: maskRecord(row.before, row.subjectKind),
    after: maskRecord(row.after, row.subjectKind),
  }))
  return { items, nextCursor: rows.length > filter.limit ? items.at(-1)!.id : null }
}

function idOrText(given: string | undefined): [string | null, string | null] {
  if (given === undefined) return [null, null]
  return isUuid(given) ? [given, null] : [null, given]
}

function staleCursor(): ProblemError {
  return new ProblemError('VALIDATION_FAILED', {}, [{ field: 'cursor', message: '翻页位置不正确，请重新打开列表。' }])
}
