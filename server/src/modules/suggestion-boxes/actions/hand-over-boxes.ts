import { recordAudit } from '../../../platform/audit/index.ts'
import type { KindOfWork } from '../../people/index.ts'

/** Boxes somebody answers for by name, and those of a post nobody else holds. */
const OWED_BOXES = {
  name: 'owed-boxes',
  text: `
    SELECT b.community_id AS "communityId", m.name AS "communityName", b.id, b.name AS number, 'box' AS category, b.place AS "placeLabel",
      b.building_id AS "buildingId", 'in-use' AS state, false AS late
    FROM suggestion_boxes b JOIN communities m ON m.id = b.community_id AND $2::timestamptz IS NOT NULL
    WHERE b.retired_at IS NULL AND (b.staff_id = $1 OR b.staff_id IS NULL AND EXISTS (
        SELECT FROM held_posts h WHERE h.community_id = b.community_id AND h.post_id = b.post_id AND h.staff_id = $1 AND h.building_ids = '{}')
      AND NOT EXISTS (
        SELECT FROM held_posts h JOIN staff s ON s.id = h.staff_id AND s.active
        WHERE h.community_id = b.community_id AND h.post_id = b.post_id AND h.staff_id <> $1 AND h.building_ids = '{}'))
    ORDER BY m.name, b.community_id, b.name, b.id`,
}

/** A box stays with its post where its new keeper holds that too; else it goes to a post of theirs that may register what is in it. */
const PASS = `
  UPDATE suggestion_boxes b SET staff_id = $3, version = b.version + 1, post_id = coalesce((
    SELECT h.post_id FROM held_posts h JOIN posts p ON p.company_id = h.company_id AND p.id = h.post_id
    WHERE h.community_id = b.community_id AND h.staff_id = $3 AND 'complaints.assign' = ANY (p.permissions) AND h.building_ids = '{}'
    ORDER BY h.post_id <> b.post_id, h.post_id LIMIT 1), b.post_id)
  FROM communities m WHERE m.id = b.community_id AND b.community_id = $1 AND b.id = $2 RETURNING m.company_id AS "companyId"`

/** Suggestion boxes change hands when who answers for them leaves (PER-01); without a successor all who hold the post answer. */
export const boxWork: KindOfWork = {
  kind: 'box',
  owed: OWED_BOXES,
  permission: 'complaints.assign',
  categoryName: () => '意见箱',
  stateName: () => '使用中',
  qualification: () => '',
  isQualified: () => true,
  async pass(tx, act, { communityId, id, number }, { fromName, to, reason }) {
    const [[passed]] = (await tx.query(PASS, [communityId, id, to?.id ?? null])) as [{ companyId: string }[], number]
    await recordAudit(tx, act, {
      companyId: passed!.companyId,
      communityId,
      action: 'boxes.hand-over',
      subjectKind: 'suggestion-box',
      subjectId: id,
      before: { name: number, staffName: fromName },
      after: { staffId: to?.id ?? null, staffName: to?.name ?? null, reason },
    })
  },
}
