import { noticeCategories, plainNotice, type MessageKind, type NoticeCategory, type NoticeState } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import { recordAudit } from '../../../platform/audit/index.ts'
import type { Act } from '../../../platform/database/index.ts'
import type { OutboxEvent } from '../../../platform/outbox/index.ts'
import { tellMany } from '../../messages/index.ts'
import type { AudienceName } from '../queries/audience.sql.ts'

interface Told {
  noticeId: string
  what: 'published' | 'corrected' | 'reminded'
  /** published by its clock and by nobody's hand */
  onTime?: boolean
}

interface Facts {
  company_id: string
  category: NoticeCategory
  title: string
  body: string
  urgent: boolean
  state: NoticeState
  edition: number
  reminded_at: Date | null
}

const EXCERPT = 100

const tellings: Record<Told['what'], { kind: MessageKind; audience: AudienceName; lead: string }> = {
  published: { kind: 'notice.published', audience: 'notice.all', lead: '' },
  corrected: { kind: 'notice.corrected', audience: 'notice.all', lead: '更正：' },
  reminded: { kind: 'notice.reminded', audience: 'notice.unread', lead: '请查阅：' },
}

/** Tells the readers of a notice; of one that was withdrawn meanwhile, nobody. */
export async function tellOfNotice(tx: EntityManager, act: Act, { communityId, payload }: OutboxEvent): Promise<void> {
  const { noticeId, what, onTime } = payload as unknown as Told
  const [notice] = (await tx.query(
    `SELECT c.company_id, n.category, n.title, n.body, n.urgent, n.state, n.edition, n.reminded_at
     FROM notices n JOIN communities c ON c.id = n.community_id
     WHERE n.community_id = $1 AND n.id = $2 FOR SHARE OF n`,
    [communityId, noticeId],
  )) as Facts[]
  if (!notice) return
  if (onTime) await auditOnTime(tx, act, notice, communityId, noticeId)
  if (notice.state !== 'published') return
  const { kind, audience, lead } = tellings[what]
  const content = [...plainNotice(notice.body)].slice(0, EXCERPT).join('')
  const turn = what === 'reminded' ? notice.reminded_at!.toISOString() : String(notice.edition)
  await tellMany(tx, act, {
    communityId,
    kind,
    businessKey: `notice:${noticeId}:${what}:${turn}`,
    audience,
    aboutId: noticeId,
    title: `${lead}${notice.title}`,
    body: `【${noticeCategories[notice.category]}】${content}`,
    values: { content, at: act.now.toISOString() },
    urgent: notice.urgent && what !== 'reminded',
  })
}

async function auditOnTime(tx: EntityManager, act: Act, notice: Facts, communityId: string, noticeId: string): Promise<void> {
  await recordAudit(tx, act, {
    companyId: notice.company_id,
    communityId,
    action: 'notices.publish',
    subjectKind: 'notice',
    subjectId: noticeId,
    before: { state: 'scheduled' },
    after: { state: 'published' },
  })
}
