import type { EntityManager } from 'typeorm'
import type { Act } from '../../../platform/database/index.ts'
import { announce } from '../../../platform/live/index.ts'
import { tellPeople, type Recipient } from '../../messages/index.ts'
import { valuesOf, type Audience, type ComplaintInNews, type News } from '../rules/what-to-tell.ts'

/** A complaint as news needs it, with the people it concerns. */
export type ComplaintNewsFacts = ComplaintInNews & {
  id: string
  buildingId: string | null
  people: Record<Audience, Recipient[] | null>
}

/** The supervisor is whoever holds the post of the department; who moved out is told nothing more, nor whom a post limited to buildings lets read none. */
const NEWS_FACTS = `
  SELECT c.id, c.building_id AS "buildingId", c.number, k.sort, c.category, c.urgency, c.place_label AS "placeLabel", c.description, c.due_at AS "dueAt",
    t.name AS "assigneeName",
    json_build_object(
      'reporter', CASE WHEN c.reporter_account_id IS NOT NULL AND EXISTS (
          SELECT 1 FROM residents r JOIN residencies h ON h.community_id = r.community_id AND h.resident_id = r.id
          WHERE r.community_id = c.community_id AND r.account_id = c.reporter_account_id
            AND h.valid_from <= today.day AND (h.valid_until IS NULL OR h.valid_until >= today.day))
        THEN json_build_array(json_build_object('accountId', c.reporter_account_id, 'name', c.reporter_name)) END,
      'assignee', CASE WHEN t.id IS NOT NULL THEN json_build_array(json_build_object('staffId', t.id, 'name', t.name)) END,
      'dispatchers', (SELECT json_agg(h.who) FROM holders h WHERE h.code IN ('service-supervisor', 'front-desk')),
      'supervisor', (SELECT json_agg(h.who) FROM holders h WHERE h.code IN (k.department, 'service-supervisor')),
      'project-manager', (SELECT json_agg(h.who) FROM holders h WHERE h.code = 'project-manager'),
      'company', (SELECT json_agg(h.who) FROM holders h WHERE h.code = 'head-office')) AS people
  FROM cases c
  JOIN complaints k ON k.community_id = c.community_id AND k.case_id = c.id
  LEFT JOIN staff t ON t.id = c.assignee_id
  CROSS JOIN (SELECT ($3::timestamptz AT TIME ZONE 'Asia/Shanghai')::date AS day) today
  WHERE c.community_id = $1 AND c.id = $2`

const HOLDERS = `
  WITH holders AS (
    SELECT p.code, jsonb_build_object('staffId', s.id, 'name', s.name) AS who
    FROM cases c
    JOIN held_posts hp ON hp.community_id = c.community_id AND hp.building_ids = '{}'
    JOIN posts p ON p.company_id = hp.company_id AND p.id = hp.post_id
    JOIN staff s ON s.id = hp.staff_id AND s.active
    WHERE c.community_id = $1 AND c.id = $2)`

export async function newsFacts(tx: EntityManager, act: Act, communityId: string, id: string): Promise<ComplaintNewsFacts> {
  const [facts] = (await tx.query(HOLDERS + NEWS_FACTS, [communityId, id, act.now])) as ComplaintNewsFacts[]
  return facts!
}

/** Lets the lists of the office renew themselves; what happened they read there. */
export const announceComplaint = (tx: EntityManager, communityId: string, { id, buildingId }: ComplaintNewsFacts) =>
  announce(tx, communityId, { complaintId: id }, buildingId)

/** Puts a piece of news in the inboxes of those it is for, once under its key; not in the inbox of who did it. */
export async function tellNews(
  tx: EntityManager,
  act: Act,
  communityId: string,
  facts: ComplaintNewsFacts,
  news: News,
  { businessKey, doerId, at }: { businessKey: string; doerId: string | null; at: string },
): Promise<void> {
  const people = news.to
    .flatMap((audience) => facts.people[audience] ?? [])
    .filter(({ staffId, accountId }) => (staffId ?? accountId) !== doerId)
  const recipients = [...new Map(people.map((person) => [person.staffId ?? person.accountId, person])).values()]
  const { kind, title, body, urgent } = news
  const values = valuesOf(facts, at)
  await tellPeople(tx, act, { communityId, kind, businessKey, recipients, title, body, values, caseId: facts.id, urgent })
}
