import { newId } from '../../src/platform/clock/index.ts'
import type { TestApp } from '../app.ts'
import type { Person } from '../person.ts'
import type { TestCommunity } from '../world.ts'

/** What is behind a community's cases and done about it, by what it is called in paths and bodies. */
export interface ImprovementIds {
  causeId: string
  proposalId: string
  improvementId: string
  ownerId: string
}

/** A cause of the community's own, which repeats at a home, and an improvement everybody was told of. */
export async function improvementOf(
  app: TestApp,
  community: TestCommunity,
  manager: Person,
  { repairId, unitId }: { repairId: string; unitId: string },
): Promise<ImprovementIds> {
  const now = app.clock.now()
  const [causeId, proposalId, improvementId] = [newId(now), newId(now), newId(now)]
  const here = [community.id, community.companyId]
  await app.owner.query(`INSERT INTO causes (community_id, company_id, id, kind, name) VALUES ($1, $2, $3, 'repair', $4)`, [
    ...here,
    causeId,
    `水锤 ${community.name}`,
  ])
  await app.owner.query(
    `INSERT INTO case_causes (community_id, company_id, case_id, cause_id, named_by, named_by_name, named_at)
     VALUES ($1, $2, $3, $4, $5, '经理', $6)`,
    [...here, repairId, causeId, manager.staffId, now],
  )
  await app.owner.query(
    `INSERT INTO improvement_proposals (community_id, company_id, id, cause_id, rule, place_id, place_label, turn, days, case_ids, first_at, made_at)
     VALUES ($1, $2, $3, $4, 'place', $5, '101', 1, 30, ARRAY[$6::uuid], $7, $7)`,
    [...here, proposalId, causeId, unitId, repairId, now],
  )
  await app.owner.query(
    `INSERT INTO improvements (community_id, company_id, id, number, cause_id, rule, title, finding, measure, owner_id, due_on,
       figure_at_opening, target, opened_at, opened_by_name)
     VALUES ($1, $2, $3, 'GJ0001', $4, 'cause', '换立管', '立管老化', '更换', $5, '2027-01-01', 3, 1, $6, '经理')`,
    [...here, improvementId, causeId, manager.staffId, now],
  )
  await app.owner.query('INSERT INTO improvement_cases (community_id, improvement_id, case_id) VALUES ($1, $2, $3)', [
    community.id,
    improvementId,
    repairId,
  ])
  await app.owner.query(
    `INSERT INTO improvement_tellings (community_id, improvement_id, said, changed, told_at, told_by_name)
     VALUES ($1, $2, '漏水', '换了立管', $3, '经理')`,
    [community.id, improvementId, now],
  )
  return { causeId, proposalId, improvementId, ownerId: manager.staffId! }
}
