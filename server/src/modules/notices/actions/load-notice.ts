import type { NoticeCategory, NoticeState } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import { recordAudit } from '../../../platform/audit/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { obstacleTo, type KeptAudience, type NoticeStep } from '../rules/index.ts'

/** A notice as the database has it, for a change. */
export interface NoticeRecord {
  id: string
  community_id: string
  category: NoticeCategory
  title: string
  body: string
  file_ids: string[]
  audience: KeptAudience
  urgent: boolean
  state: NoticeState
  edition: number
  /** null: a draft of the system's, not handed in yet */
  written_by: string | null
  submitted_by: string | null
  scheduled_for: Date | null
  reminded_at: Date | null
  version: number
}

/** Something about a notice that its readers are to be told. */
export const NOTICE_TOLD = 'notices.told'

/** The notice, locked, as whoever changes it has seen it. */
export async function loadNotice(tx: EntityManager, communityId: string, id: string, version: number): Promise<NoticeRecord> {
  const [notice] = (await tx.query(
    `SELECT id, community_id, category, title, body, file_ids, audience, urgent, state, edition, written_by, submitted_by,
       scheduled_for, reminded_at, version
     FROM notices WHERE community_id = $1 AND id = $2 FOR UPDATE`,
    [communityId, id],
  )) as NoticeRecord[]
  if (!notice) throw new ProblemError('NOT_FOUND')
  if (notice.version !== version) throw new ProblemError('STALE_VERSION')
  return notice
}

export function refuseStep(step: NoticeStep, notice: NoticeRecord): void {
  const obstacle = obstacleTo(step, notice.state)
  if (obstacle) throw new ProblemError('NOTICE_STATE', obstacle)
}

export async function auditNotice(
  tx: EntityManager,
  act: CallerAct,
  { id, community_id: communityId }: Pick<NoticeRecord, 'id' | 'community_id'>,
  change: { action: string; before: unknown; after: unknown },
): Promise<void> {
  const { companyId } = act.caller.staff!
  await recordAudit(tx, act, { companyId, communityId, subjectKind: 'notice', subjectId: id, ...change })
}
