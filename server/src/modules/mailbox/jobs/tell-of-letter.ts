import type { EntityManager } from 'typeorm'
import type { Act } from '../../../platform/database/index.ts'
import type { OutboxEvent } from '../../../platform/outbox/index.ts'
import { tellPeople, type Recipient } from '../../messages/index.ts'

const DESK = `
  SELECT DISTINCT s.id AS "staffId", s.name
  FROM held_posts h
  JOIN posts p ON p.company_id = h.company_id AND p.id = h.post_id AND p.code IN ('front-desk', 'service-supervisor')
  JOIN staff s ON s.id = h.staff_id AND s.active
  WHERE h.community_id = $1 AND h.building_ids = '{}' AND 'complaints.assign' = ANY (p.permissions)`

const HOUR_MS = 3_600_000

/** The desk is told that letters wait, once an hour: whoever sends a hundred letters floods nobody. */
export async function tellOfLetter(tx: EntityManager, act: Act, { communityId }: OutboxEvent): Promise<void> {
  const recipients = (await tx.query(DESK, [communityId])) as Recipient[]
  await tellPeople(tx, act, {
    communityId,
    kind: 'letter.waiting',
    businessKey: `letters:${Math.floor(act.now.getTime() / HOUR_MS)}`,
    recipients,
    title: '有来信待认领',
    body: '收件邮箱里有来信等待认领，请到控制台“来信”里登记、并入或搁置。',
    values: { content: '来信待认领', at: act.now.toISOString() },
    caseId: null,
  })
}
