import type { EntityManager } from 'typeorm'
import type { Database } from '../../../platform/database/index.ts'
import type { CallerAct } from '../../access/index.ts'

export interface Colleague {
  id: string
  name: string
  onDuty: boolean
}

/** Who answers residents in a community; a post limited to buildings answers nobody, a desk is the whole community's. */
const COLLEAGUES = {
  name: 'conversation-colleagues',
  text: `
    SELECT s.id, s.name, EXISTS (SELECT 1 FROM duty_periods d
      WHERE d.community_id = $1 AND d.staff_id = s.id AND d.until IS NULL) AS "onDuty"
    FROM staff s WHERE s.active AND EXISTS (
      SELECT 1 FROM held_posts h JOIN posts p ON p.company_id = h.company_id AND p.id = h.post_id
      WHERE h.community_id = $1 AND h.staff_id = s.id AND 'conversations.answer' = ANY (p.permissions)
        AND h.building_ids = '{}')
    ORDER BY "onDuty" DESC, s.name, s.id`,
}

export async function colleaguesOf(tx: EntityManager, communityId: string): Promise<Colleague[]> {
  return (await tx.query(COLLEAGUES.text, [communityId])) as Colleague[]
}

export function listColleagues(database: Database, act: CallerAct, communityId: string): Promise<Colleague[]> {
  return database.read<Colleague>(act.reach, COLLEAGUES, [communityId])
}
