import type { EntityManager } from 'typeorm'
import type { Act } from '../../../platform/database/index.ts'
import { announce } from '../../../platform/live/index.ts'
import { tellPeople, type Recipient } from '../../messages/index.ts'
import type { Audience, News, RepairInNews } from '../rules/what-to-tell.ts'

/** A repair as news needs it, with the people it concerns. */
export type RepairNewsFacts = RepairInNews & {
  id: string
  state: string
  buildingId: string | null
  people: Record<Audience, Recipient[]>
}

/** Who moved out is told nothing more of the home they left. */
const NEWS_FACTS = `
  SELECT c.id, c.number, c.state, c.place_label AS "placeLabel", c.building_id AS "buildingId", c.category, c.urgency, c.description, c.due_at AS "dueAt", t.name AS "assigneeName",
    json_build_object(
      'reporter', CASE WHEN reporter.stays
        THEN json_build_array(json_build_object('accountId', c.reporter_account_id, 'name', c.reporter_name)) ELSE '[]' END,
      'assignee', CASE WHEN t.id IS NULL THEN '[]' ELSE json_build_array(json_build_object('staffId', t.id, 'name', t.name)) END,
      'supervisor', holders.of -> 'engineering-supervisor',
      'project-manager', holders.of -> 'project-manager',
      'company', holders.of -> 'head-office') AS people
  FROM cases c
  LEFT JOIN staff t ON t.id = c.assignee_id
  CROSS JOIN LATERAL (
    SELECT coalesce(jsonb_object_agg(h.code, h.people), '{}') AS of FROM (
      SELECT p.code, jsonb_agg(DISTINCT jsonb_build_object('staffId', s.id, 'name', s.name)) AS people
      FROM held_posts hp
      JOIN posts p ON p.company_id = hp.company_id AND p.id = hp.post_id
      JOIN staff s ON s.id = hp.staff_id AND s.active
      WHERE hp.community_id = c.community_id AND (hp.building_ids = '{}' OR c.building_id = ANY (hp.building_ids))
        AND p.code IN ('engineering-supervisor', 'project-manager', 'head-office')
      GROUP BY p.code) h
  ) holders
  CROSS JOIN (SELECT ($3::timestamptz AT TIME ZONE 'Asia/Shanghai')::date AS day) today
  CROSS JOIN LATERAL (
    SELECT EXISTS (
      SELECT 1 FROM residents r JOIN residencies h ON h.community_id = r.community_id AND h.resident_id = r.id
      WHERE r.community_id = c.community_id AND r.account_id = c.reporter_account_id
        AND (c.place_kind <> 'unit' OR h.unit_id = c.place_id)
        AND h.valid_from <= today.day AND (h.valid_until IS NULL OR h.valid_until >= today.day)) AS stays
  ) reporter
  WHERE c.community_id = $1 AND c.id = $2`

export async function newsFacts(tx: EntityManager, act: Act, communityId: string, id: string): Promise<RepairNewsFacts> {
  const [facts] = (await tx.query(NEWS_FACTS, [communityId, id, act.now])) as RepairNewsFacts[]
  return facts!
}

/** Puts a piece of news in the inboxes of those it is for, once under its key. */
export async function tellNews(
  tx: EntityManager,
  act: Act,
  communityId: string,
  facts: RepairNewsFacts,
  news: News,
  businessKey: string,
): Promise<void> {
  const people = news.to.flatMap((audience) => facts.people[audience] ?? [])
  const recipients = [...new Map(people.map((person) => [person.staffId ?? person.accountId, person])).values()]
  const { kind, title, body, values, urgent } = news
  await tellPeople(tx, act, { communityId, kind, businessKey, recipients, title, body, values, caseId: facts.id, urgent })
}

/** Tells the boards of those who look after where it is that this repair changed. */
export function announceRepair(
  tx: EntityManager,
  communityId: string,
  facts: RepairNewsFacts,
  kind: string,
  text: string,
  at: Date,
): Promise<void> {
  const news = {
    repairId: facts.id,
    number: facts.number,
    state: facts.state,
    urgency: facts.urgency,
    kind,
    text,
    at,
  }
  return announce(tx, communityId, news, facts.buildingId)
}
