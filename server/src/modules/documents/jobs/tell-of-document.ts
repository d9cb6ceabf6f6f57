import type { EntityManager } from 'typeorm'
import type { Act } from '../../../platform/database/index.ts'
import type { OutboxEvent } from '../../../platform/outbox/index.ts'
import { tellPeople } from '../../messages/index.ts'

interface Due {
  companyId: string
  documentId: string
  kind: 'valid-until' | 'review-by'
  dueOn: string
  step: 'before' | 'due'
}

interface Holder {
  title: string
  community_id: string
  recipients: { staffId: string; name: string }[]
}

/** Who holds the post that answers for it: in its community, or for the whole company's in any, each told in one. */
const HOLDERS = `
  SELECT title, community_id, json_agg(json_build_object('staffId', staff_id, 'name', name)) AS recipients FROM (
    SELECT DISTINCT ON (s.id) d.title, h.community_id, s.id AS staff_id, s.name
    FROM documents d
    JOIN held_posts h ON h.company_id = d.company_id AND h.post_id = d.owner_post_id
      AND (d.community_id IS NULL OR h.community_id = d.community_id)
    JOIN staff s ON s.company_id = h.company_id AND s.id = h.staff_id AND s.active
    WHERE d.company_id = $1 AND d.id = $2 AND d.state = 'current'
    ORDER BY s.id, h.community_id
  ) AS holders GROUP BY title, community_id`

export async function tellOfDocument(tx: EntityManager, act: Act, { payload }: OutboxEvent): Promise<void> {
  const { companyId, documentId, kind, dueOn, step } = payload as unknown as Due
  const holders = (await tx.query(HOLDERS, [companyId, documentId])) as Holder[]
  for (const { title, community_id: communityId, recipients } of holders) {
    const turn = {
      'valid-until': { before: '即将到期', due: '已到有效期' },
      'review-by': { before: '即将复核', due: '应当复核' },
    }
    const what = kind === 'valid-until' ? '有效期至' : '复核日期为'
    const advice = kind === 'valid-until' ? '请及时续签或上传新版本' : '请复核内容，需要时上传新版本'
    await tellPeople(tx, act, {
      communityId,
      kind: step === 'due' && kind === 'valid-until' ? 'document.expired' : 'document.expiring',
      businessKey: `document:${documentId}:${kind}:${dueOn}:${step}`,
      recipients,
      title: `《${title}》${turn[kind][step]}`,
      body: `文件《${title}》${what} ${dueOn}。${advice}，并在“文件档案”里更新日期。`,
      values: { content: title, dueAt: `${dueOn}T00:00:00+08:00` },
      caseId: null,
    })
  }
}
