import type { EntityManager } from 'typeorm'
import type { Act } from '../../../platform/database/index.ts'
import type { OutboxEvent } from '../../../platform/outbox/index.ts'
import { tellPeople, type Recipient } from '../../messages/index.ts'
import type { BoxWaits } from './watch-boxes.ts'

/** Who is named for a box, as long as they hold its post; else all who hold it; where nobody does, who supervises complaints. */
const FACTS = `
  SELECT b.name, b.place,
    coalesce(
      (SELECT json_agg(DISTINCT h.who) FROM holders h WHERE h.post_id = b.post_id AND h.staff_id = b.staff_id),
      (SELECT json_agg(DISTINCT h.who) FROM holders h WHERE h.post_id = b.post_id),
      (SELECT json_agg(DISTINCT h.who) FROM holders h WHERE h.supervises), '[]') AS recipients
  FROM suggestion_boxes b WHERE b.community_id = $1 AND b.id = $2`

const HOLDERS = `
  WITH holders AS (
    SELECT h.post_id, h.staff_id, jsonb_build_object('staffId', s.id, 'name', s.name) AS who,
      'complaints.supervise' = ANY (p.permissions) AS supervises
    FROM held_posts h
    JOIN posts p ON p.company_id = h.company_id AND p.id = h.post_id
    JOIN staff s ON s.id = h.staff_id AND s.active
    WHERE h.community_id = $1 AND h.building_ids = '{}')`

export async function tellOfBox(tx: EntityManager, act: Act, { communityId, payload }: OutboxEvent): Promise<void> {
  const { boxId, dueOn, what } = payload as unknown as BoxWaits
  const [box] = (await tx.query(HOLDERS + FACTS, [communityId, boxId])) as {
    name: string
    place: string
    recipients: Recipient[]
  }[]
  if (!box) return
  const isLate = what === 'late'
  await tellPeople(tx, act, {
    communityId,
    kind: isLate ? 'box.late' : 'box.due',
    businessKey: `box:${boxId}:${what}:${dueOn}`,
    recipients: box.recipients,
    title: isLate ? '意见箱逾期未开' : '今天该开意见箱了',
    body: isLate
      ? `${box.name}（${box.place}）应于 ${dueOn} 开箱，尚未登记开箱，请尽快办理。`
      : `${box.name}（${box.place}）今天该开箱了，请会同见证人开箱并登记。`,
    values: { place: box.place, content: box.name, at: act.now.toISOString() },
    caseId: null,
  })
}
