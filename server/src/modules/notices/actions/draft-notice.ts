import type { NoticeCategory } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import { recordAudit } from '../../../platform/audit/index.ts'
import { newId } from '../../../platform/clock/index.ts'
import type { Act } from '../../../platform/database/index.ts'
import { keptAudience } from '../rules/index.ts'

const EVERYBODY = keptAudience({ whole: true, buildingIds: [], entrances: [], unitIds: [], roles: [] })

/** A draft for the whole community that another module has put together; what the system drafts is nobody's until it is handed in. */
export async function draftNotice(
  tx: EntityManager,
  act: Act,
  { companyId, communityId }: { companyId: string; communityId: string },
  { category, title, body }: { category: NoticeCategory; title: string; body: string },
): Promise<string> {
  const id = newId(act.now)
  await tx.query(
    `INSERT INTO notices (community_id, id, category, title, body, audience, written_by, written_by_name, created_at, updated_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9)`,
    [communityId, id, category, title, body, JSON.stringify(EVERYBODY), act.actor.id, act.actor.name, act.now],
  )
  const after = { category, title, body }
  const subject = { subjectKind: 'notice', subjectId: id }
  await recordAudit(tx, act, { companyId, communityId, action: 'notices.write', ...subject, before: null, after })
  return id
}
