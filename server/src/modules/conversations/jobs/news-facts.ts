import type { EntityManager } from 'typeorm'
import type { Act } from '../../../platform/database/index.ts'
import { tellPeople, type Recipient } from '../../messages/index.ts'
import type { Audience, ConversationNews } from '../rules/what-to-tell.ts'

export interface ConversationNewsFacts {
  id: string
  number: string
  state: string
  placeLabel: string
  reporterName: string
  description: string
  buildingId: string | null
  hasAssignee: boolean
  residentSeenAt: Date | null
  firstEntryId: string
  people: Record<Audience, Recipient[]>
}

/**
 * A conversation with the people it concerns. The desk is who answers there and is on duty; when nobody is, everybody
 * who answers there. Who moved out is told nothing more of the home they left.
 * Nobody waits for anything in a call that was answered while it lasted.
 */
const FACTS = `
  SELECT c.id, c.number, c.state, c.place_label AS "placeLabel", c.reporter_name AS "reporterName", c.description,
    c.building_id AS "buildingId", s.id IS NOT NULL AS "hasAssignee", t.resident_seen_at AS "residentSeenAt",
    (SELECT e.id FROM case_events e WHERE e.community_id = c.community_id AND e.case_id = c.id AND e.kind = 'opened') AS "firstEntryId",
    json_build_object(
      'resident', CASE WHEN resident.stays
        THEN json_build_array(json_build_object('accountId', c.reporter_account_id, 'name', c.reporter_name)) ELSE '[]' END,
      'assignee', CASE WHEN s.id IS NULL THEN '[]' ELSE json_build_array(json_build_object('staffId', s.id, 'name', s.name)) END,
      'desk', coalesce(desk.on_duty, desk.everybody, '[]'),
      'supervisor', coalesce(holders.of -> 'service-supervisor', '[]'),
      'project-manager', coalesce(holders.of -> 'project-manager', '[]'),
      'company', coalesce(holders.of -> 'head-office', '[]')) AS people
  FROM cases c
  JOIN consultations t ON t.community_id = c.community_id AND t.case_id = c.id
  LEFT JOIN staff s ON s.id = c.assignee_id AND s.active
  CROSS JOIN LATERAL (
    SELECT jsonb_agg(p.person) AS everybody, jsonb_agg(p.person) FILTER (WHERE p.on_duty) AS on_duty FROM (
      SELECT DISTINCT jsonb_build_object('staffId', f.id, 'name', f.name) AS person,
        EXISTS (SELECT 1 FROM duty_periods d WHERE d.community_id = c.community_id AND d.staff_id = f.id AND d.until IS NULL) AS on_duty
      FROM held_posts h
      JOIN posts p ON p.company_id = h.company_id AND p.id = h.post_id
      JOIN staff f ON f.id = h.staff_id AND f.active
      WHERE h.community_id = c.community_id AND h.building_ids = '{}'
        AND p.code = 'front-desk' AND 'conversations.answer' = ANY (p.permissions)) p
  ) desk
  CROSS JOIN LATERAL (
    SELECT coalesce(jsonb_object_agg(h.code, h.people), '{}') AS of FROM (
      SELECT p.code, jsonb_agg(DISTINCT jsonb_build_object('staffId', f.id, 'name', f.name)) AS people
      FROM held_posts hp
      JOIN posts p ON p.company_id = hp.company_id AND p.id = hp.post_id
      JOIN staff f ON f.id = hp.staff_id AND f.active
      WHERE hp.community_id = c.community_id AND hp.building_ids = '{}'
        AND p.code IN ('service-supervisor', 'project-manager', 'head-office')
      GROUP BY p.code) h
  ) holders
  CROSS JOIN LATERAL (
    SELECT EXISTS (
      SELECT 1 FROM residents r JOIN residencies h ON h.community_id = r.community_id AND h.resident_id = r.id
      WHERE r.community_id = c.community_id AND r.account_id = c.reporter_account_id AND h.unit_id = c.place_id
        AND h.valid_from <= ($3::timestamptz AT TIME ZONE 'Asia/Shanghai')::date
        AND (h.valid_until IS NULL OR h.valid_until >= ($3::timestamptz AT TIME ZONE 'Asia/Shanghai')::date)) AS stays
  ) resident
  WHERE c.community_id = $1 AND c.id = $2 AND c.kind = 'consultation' AND c.channel <> 'telephone'`

export async function newsFacts(
  tx: EntityManager,
  act: Act,
  communityId: string,
  id: string,
): Promise<ConversationNewsFacts | null> {
  const [facts] = (await tx.query(FACTS, [communityId, id, act.now])) as ConversationNewsFacts[]
  return facts ?? null
}

/** Puts a piece of news in the inboxes of those it is for, once under its key. */
export async function tellNews(
  tx: EntityManager,
  act: Act,
  communityId: string,
  facts: ConversationNewsFacts,
  { to, ...news }: ConversationNews,
  businessKey: string,
): Promise<void> {
  const people = to.flatMap((audience) => facts.people[audience])
  const recipients = [...new Map(people.map((person) => [person.staffId ?? person.accountId, person])).values()]
  const values = { number: facts.number, place: facts.placeLabel, content: news.body, at: act.now.toISOString() }
  await tellPeople(tx, act, { communityId, ...news, businessKey, recipients, values, caseId: facts.id })
}
