import type { OwedGroup } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import { ProblemError } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'
import type { KindOfWork, OwedItem } from '../open-work.ts'
import { mayChangeStaff } from '../rules/may-give.ts'
import { byFitness, isInScope, type Taker } from '../rules/successor.ts'
import { loadStanding } from './load-held-posts.ts'
import { loadStaff, type StaffRecord } from './load-staff.ts'

/** What somebody owes of one kind and category in one community. */
export interface OwedWork {
  kind: KindOfWork
  communityId: string
  category: string
  items: OwedItem[]
  /** Everybody else who does this kind of work there. */
  takers: Taker[]
}

/** Somebody who may be asked to leave by the caller. */
export async function loadLeaver(tx: EntityManager, act: CallerAct, staffId: string): Promise<StaffRecord> {
  const { companyId, id: myId } = act.caller.staff!
  const staff = await loadStaff(tx, companyId, staffId)
  if (!mayChangeStaff(await loadStanding(tx, companyId, myId), staff.posts, [])) throw new ProblemError('NOT_YOURS_TO_GIVE')
  return staff
}

/** All open work of somebody, over all communities of the company. */
export async function loadOwedWork(
  tx: EntityManager,
  kinds: readonly KindOfWork[],
  staffId: string,
  now: Date,
): Promise<OwedWork[]> {
  const groups: OwedWork[] = []
  for (const kind of kinds) {
    const items = (await tx.query(kind.owed.text, [staffId, now])) as OwedItem[]
    const takers = await loadTakers(tx, kind, staffId, items)
    for (const item of items) {
      const { communityId, category } = item
      const group = groups.find((each) => each.kind === kind && each.communityId === communityId && each.category === category)
      if (group) group.items.push(item)
      else {
        const here = takers.filter((taker) => taker.communityId === communityId)
        groups.push({ kind, communityId, category, items: [item], takers: here })
      }
    }
  }
  return groups
}

async function loadTakers(tx: EntityManager, kind: KindOfWork, leaverId: string, items: readonly OwedItem[]): Promise<Taker[]> {
  const communities = [...new Set(items.map(({ communityId }) => communityId))]
  if (communities.length === 0) return []
  return (await tx.query(
    `SELECT s.id, s.name, s.skills, held.community_id AS "communityId", held.buildings AS "buildingIds",
       EXISTS (SELECT 1 FROM duty_periods d WHERE d.community_id = held.community_id AND d.staff_id = s.id AND d.until IS NULL) AS "onDuty",
       (SELECT count(*)::int FROM cases c WHERE c.community_id = held.community_id AND c.open AND c.assignee_id = s.id) AS "openWork"
     FROM (
       SELECT h.staff_id, h.community_id,
         CASE WHEN NOT bool_or(h.building_ids = '{}') THEN array_agg(DISTINCT building) END AS buildings
       FROM held_posts h JOIN posts p ON p.company_id = h.company_id AND p.id = h.post_id
       LEFT JOIN LATERAL unnest(h.building_ids) AS building ON true
       WHERE h.community_id = ANY ($1::uuid[]) AND $2 = ANY (p.permissions)
       GROUP BY h.staff_id, h.community_id) held
     JOIN staff s ON s.id = held.staff_id AND s.active AND s.id <> $3`,
    [communities, kind.permission, leaverId],
  )) as Taker[]
}

/** Who can take all of a group. */
export function successorsOf({ kind, category, items, takers }: OwedWork): Taker[] {
  return takers
    .filter((taker) => kind.isQualified(taker.skills, category) && items.every((item) => isInScope(taker, item)))
    .sort(byFitness)
}

export function groupView(group: OwedWork): OwedGroup {
  const { kind, communityId, category, items } = group
  return {
    kind: kind.kind,
    communityId,
    communityName: items[0]!.communityName,
    category,
    categoryName: kind.categoryName(category),
    items: items.map(({ id, number, placeLabel, state, late }) => ({
      id,
      number,
      placeLabel,
      state: kind.stateName(state),
      late,
    })),
    successors: successorsOf(group).map(({ id, name, onDuty, openWork }) => ({ id, name, onDuty, openWork })),
  }
}
